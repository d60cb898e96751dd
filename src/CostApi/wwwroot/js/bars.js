// What each layout costs, as a bar of categories: the reports' picture, drawn with elements.
import { categories, categoryClass, categoryName } from './categories.js';
import { find, fill, make } from './dom.js';
import { costOf, moneyOf, percentOf } from './figures.js';
import { isWhole } from './headline.js';

export function showBars(answer) {
  const most = Math.max(...answer.layouts.map((layout) => layout.monthlyCost), 0.01);
  fill(find('bars'), answer.layouts.map((layout) => barOf(layout, answer, most)));
  const seen = categories.filter((category) => answer.layouts.some((layout) => layout.costByCategory[category] > 0));
  fill(find('legend'), seen.map((category) => make('li', {}, make('span', { class: `swatch ${categoryClass(category)}` }), categoryName(category))),
    answer.layouts.some((layout) => !layout.feasible) ? make('li', {}, make('span', { class: 'swatch broken' }), 'some traffic has no route') : null,
    answer.layouts.some((layout) => !layout.complete) ? make('li', {}, make('span', { class: 'swatch open' }, '?'), 'plus charges without a known price') : null);
}

function barOf(layout, answer, most) {
  const parts = categories.filter((category) => layout.costByCategory[category] > 0).map((category) => [category, layout.costByCategory[category]]);
  const total = `${layout.complete ? '' : 'at least '}${costOf(layout.monthlyCost, answer.currency)}`;
  const bar = make('div', { class: `bar${layout.feasible ? '' : ' broken'}`, role: 'img', 'aria-label': inWords(layout, parts, total, answer.currency) },
    parts.map(([category, cost]) => part(category, cost, answer.currency)));
  bar.style.width = `${(layout.monthlyCost / most) * 100}%`;
  return make('div', { class: 'layout', 'data-rank': layout.rank ?? '' },
    make('p', { class: 'layout-head' }, make('strong', {}, layout.name), ...remarks(layout, answer),
      make('span', { class: 'layout-cost' }, total, isCompared(layout, answer) ? make('span', { class: 'muted' }, ` ${percentOf(layout.difference.percent)}`) : null)),
    byTheHour(layout, answer.currency),
    make('div', { class: 'bar-room' }, bar, layout.complete ? null : make('span', { class: 'open', title: 'Plus charges without a known price' }, '?')));
}

// With a baseline that does not work, or is not priced in full, nothing is compared.
const isCompared = (layout, answer) =>
  layout.name !== answer.baseline && isWhole(layout) && layout.difference.percent !== null && isWhole(answer.layouts.find((one) => one.name === answer.baseline));

function byTheHour({ hourlyMonthlyCost: hourly, usageMonthlyCost: usage }, currency) {
  if (hourly === undefined || hourly === null) return null;
  const rest = usage === undefined || usage === null ? 'no traffic given' : `${costOf(usage, currency)} for usage`;
  return make('p', { class: 'hint by-the-hour' }, `${costOf(hourly, currency)} by the hour, ${rest}`);
}

function part(category, cost, currency) {
  const piece = make('span', { class: `part ${categoryClass(category)}`, title: `${categoryName(category)}: ${costOf(cost, currency)}` },
    make('span', { class: 'inside' }, moneyOf(cost)));
  piece.style.flexGrow = cost;
  return piece;
}

function remarks(layout, answer) {
  const faults = [layout.feasible ? null : 'some traffic has no route', layout.complete ? null : 'not fully priced'];
  const facts = [layout.rank === 1 && answer.layouts.length > 1 ? 'cheapest' : null, layout.name === answer.baseline && answer.layouts.length > 1 ? 'baseline' : null];
  return [...facts.filter(Boolean).map((text) => make('span', { class: `tag ${text}` }, text)),
    ...faults.filter(Boolean).map((text) => make('span', { class: 'tag bad' }, text))];
}

const inWords = (layout, parts, total, currency) =>
  `${layout.name}: ${total} per month${parts.length ? `, of which ${parts.map(([category, cost]) => `${categoryName(category)} ${costOf(cost, currency)}`).join(', ')}` : ''}`;
