// The answer in a sentence, which a screen reader is told of.
import { find, fill, make } from './dom.js';
import { costOf, shareOf } from './figures.js';

export function showHeadline(answer) {
  fill(find('headline'), (answer.isChange ? changeOf : answer.layouts.length === 1 ? onlyOf : cheapestOf)(answer));
}

function cheapestOf(answer) {
  const cheapest = answer.layouts.find((layout) => layout.name === answer.cheapest);
  if (!cheapest) return ['No layout can be ranked: each one has traffic without a route, or charges without a known price.'];
  const baseline = answer.layouts.find((layout) => layout.name === answer.baseline);
  return ['Cheapest: ', make('strong', {}, cheapest.name), ', ', make('strong', {}, `${costOf(cheapest.monthlyCost, answer.currency)} per month`),
    ...(cheapest === baseline ? ['.'] : beside(cheapest, baseline, baseline.name, answer.currency))];
}

function onlyOf(answer) {
  const [layout] = answer.layouts;
  return [...(answer.isByTheHourOnly ? ['No traffic given: by the hour only, '] : []), make('strong', {}, layout.name), ' costs ', costsOf(layout, answer.currency), '.', ...faultsOf(layout, 'It')];
}

function changeOf(answer) {
  const [before, after] = answer.layouts;
  return [answer.isByTheHourOnly ? 'No traffic given: by the hour only, the network costs ' : 'After the change, the network costs ', costsOf(after, answer.currency), ...(answer.isByTheHourOnly ? [' after the change'] : []),
    ...beside(after, before, 'before', answer.currency), ...faultsOf(after, 'The network after the change')];
}

const costsOf = (layout, currency) => make('strong', {}, `${layout.complete ? '' : 'at least '}${costOf(layout.monthlyCost, currency)} per month`);

// What does not work, or is not priced in full, is nothing to compare with.
function beside(layout, other, name, currency) {
  if (!isWhole(other)) return ['.', ...faultsOf(other, name === 'before' ? 'The network before the change' : name), ' It is not compared.'];
  const { amount, percent } = layout.difference;
  if (!isWhole(layout) || amount === null) return ['.'];
  const than = name === 'before' ? 'than before' : `than ${name}`;
  if (amount === 0) return [name === 'before' ? ', the same as before.' : `, the same as ${name}.`];
  return [`, ${amount > 0 ? 'more expensive' : 'cheaper'} ${than} by ${costOf(Math.abs(amount), currency)}${percent === null ? '' : ` (${shareOf(Math.abs(percent))})`}.`];
}

export const isWhole = (layout) => layout.feasible && layout.complete;

const faultsOf = (layout, name) => [
  layout.feasible ? null : ` ${name} has traffic without a route.`,
  layout.complete ? null : ` ${name} has charges without a known price.`,
].filter(Boolean);
