// The answer in a sentence, which a screen reader is told of.
import { find, fill, make } from './dom.js';
import { costOf, countOf, shareOf } from './figures.js';

export function showHeadline(answer) {
  fill(find('headline'), (answer.isChange ? changeOf : answer.layouts.length === 1 ? onlyOf : cheapestOf)(answer));
}

function cheapestOf(answer) {
  const cheapest = answer.layouts.find((layout) => layout.name === answer.cheapest);
  if (!cheapest) return ['No layout can be ranked: each one has traffic without a route, or charges without a known price.'];
  const baseline = answer.layouts.find((layout) => layout.name === answer.baseline);
  return ['Cheapest: ', make('strong', {}, cheapest.name), ', ', costsOf(cheapest, answer.currency),
    ...(cheapest === baseline ? ['.'] : beside(cheapest, baseline, { than: baseline.name, name: baseline.name }, answer.currency))];
}

function onlyOf(answer) {
  const [layout] = answer.layouts;
  if (!answer.currency) return [make('strong', {}, layout.name), ' contains no resource that is priced.', ...faultsOf(layout, 'It')];
  return [byTheHour(answer), make('strong', {}, layout.name), ' costs ', costsOf(layout, answer.currency), '.', ...faultsOf(layout, 'It')];
}

function changeOf(answer) {
  const [before, after] = answer.layouts;
  return [byTheHour(answer) || 'After the change, ', 'the network costs ', costsOf(after, answer.currency),
    byTheHour(answer) ? ' after the change' : '',
    ...beside(after, before, { than: 'before', name: 'The network before the change' }, answer.currency),
    ...faultsOf(after, 'The network after the change')];
}

const byTheHour = (answer) => (answer.isByTheHourOnly ? 'No traffic given: hourly charges only, ' : '');

const costsOf = (layout, currency) => make('strong', {}, `${totalOf(layout, currency)} per month`);

// What is not priced makes every figure the least that it can be.
export const totalOf = (layout, currency) =>
  `${layout.complete && !layout.notPriced ? '' : 'at least '}${costOf(layout.monthlyCost, currency)}`;

// What does not work, or is not priced in full, is nothing to compare with.
function beside(layout, other, { than, name }, currency) {
  if (!isWhole(other)) return ['.', ...faultsOf(other, name), ' It is not compared.'];
  const { amount, percent } = layout.difference;
  if (!isWhole(layout) || amount === null) return ['.'];
  if (amount === 0) return [`, the same as ${than}.`];
  const share = percent === null ? '' : ` (${shareOf(Math.abs(percent))})`;
  return [`, ${amount > 0 ? 'more expensive' : 'cheaper'} than ${than} by ${costOf(Math.abs(amount), currency)}${share}.`];
}

export const isWhole = (layout) => layout.feasible && layout.complete;

const faultsOf = (layout, name) => [
  layout.feasible ? null : ` ${name} has traffic without a route.`,
  layout.complete ? null : ` ${name} has charges without a known price.`,
  layout.notPriced ? ` ${name} has ${countOf(layout.notPriced, 'resource')} without a price.` : null,
].filter(Boolean);
