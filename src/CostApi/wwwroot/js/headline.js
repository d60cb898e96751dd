// The answer in a sentence, which a screen reader is told of.
import { find, fill, make } from './dom.js';
import { costOf, shareOf } from './figures.js';

export function showHeadline(answer) {
  const cheapest = answer.layouts.find((layout) => layout.name === answer.cheapest);
  if (!cheapest) {
    fill(find('headline'), 'None of these layouts both carries all traffic and is fully priced.');
    return;
  }
  const { amount, percent } = cheapest.difference;
  const compared = answer.layouts.length > 1 && cheapest.name !== answer.baseline && amount !== null;
  fill(find('headline'), answer.layouts.length > 1 ? 'Cheapest: ' : '', make('strong', {}, cheapest.name), ', ',
    make('strong', {}, costOf(cheapest.monthlyCost, answer.currency)), ' a month',
    compared ? `, ${lessOf(amount, percent, answer.currency)} than ${answer.baseline}` : '', '.');
}

// The cheapest costs no more than the baseline, unless that one does not work.
const lessOf = (amount, percent, currency) =>
  `${costOf(Math.abs(amount), currency)}${percent === null ? '' : ` (${shareOf(Math.abs(percent))})`} ${amount > 0 ? 'more' : 'less'}`;
