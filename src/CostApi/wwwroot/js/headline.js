// The answer in a sentence, which a screen reader is told of.
import { find, fill, make } from './dom.js';
import { costOf, shareOf } from './figures.js';

export function showHeadline(answer) {
  if (isChange(answer)) {
    showChange(answer);
    return;
  }
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

export const isChange = (answer) => answer.layouts.length === 2 && answer.layouts[0].name === 'before' && answer.layouts[1].name === 'after';

function showChange({ layouts: [, after], currency }) {
  const { amount, percent } = after.difference;
  fill(find('headline'), 'After the change: ', make('strong', {}, `${after.complete ? '' : 'at least '}${costOf(after.monthlyCost, currency)}`), ' a month',
    amount === null ? '' : amount === 0 ? ', as before' : `, ${lessOf(amount, percent, currency)} than before`, '.');
}
