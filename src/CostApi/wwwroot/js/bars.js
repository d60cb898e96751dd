// What each layout costs, as a bar of categories: the reports' picture, drawn with elements.
import { categories, categoryClass, categoryName } from './categories.js';
import { find, fill, make } from './dom.js';
import { costOf, moneyOf, percentOf } from './figures.js';
import { isWhole, totalOf } from './headline.js';

export function showBars(answer) {
  const most = Math.max(...answer.layouts.map((layout) => layout.monthlyCost), 0.01);
  fill(find('bars'), answer.layouts.map((layout) => barOf(layout, answer, most)));
  const seen = categories.filter((category) => answer.layouts.some((layout) => layout.costByCategory[category] > 0));
  const keyOf = (style, sign, text) => make('li', {}, make('span', { class: `swatch ${style}` }, sign), text);
  fill(find('legend'), seen.map((category) => keyOf(categoryClass(category), null, categoryName(category))),
    answer.layouts.every((layout) => layout.feasible) ? null : keyOf('broken', null, 'some traffic has no route'),
    answer.layouts.every((layout) => layout.complete) ? null : keyOf('open', '?', 'plus charges without a known price'));
}

function barOf(layout, answer, most) {
  const parts = categories.map((category) => [category, layout.costByCategory[category]]).filter(([, cost]) => cost > 0);
  const total = totalOf(layout, answer.currency);
  const words = inWords(layout, parts, total, answer.currency);
  const bar = make('div', { class: `bar${layout.feasible ? '' : ' broken'}`, role: 'img', 'aria-label': words },
    parts.map(([category, cost]) => part(category, cost, answer.currency)));
  bar.style.width = `${(layout.monthlyCost / most) * 100}%`;
  const percent = isCompared(layout, answer) ? make('span', { class: 'muted' }, ` ${percentOf(layout.difference.percent)}`) : null;
  const open = layout.complete ? null : make('span', { class: 'open', title: 'Plus charges without a known price' }, '?');
  return make('div', { class: 'layout', 'data-rank': layout.rank ?? '' },
    make('p', { class: 'layout-head' },
      make('strong', {}, layout.name), ...remarks(layout, answer), make('span', { class: 'layout-cost' }, total, percent)),
    byTheHour(layout, answer.currency),
    make('div', { class: 'bar-room' }, bar, open));
}

// With a baseline that does not work, or is not priced in full, nothing is compared.
function isCompared(layout, answer) {
  const baseline = answer.layouts.find((one) => one.name === answer.baseline);
  return layout !== baseline && isWhole(layout) && isWhole(baseline) && layout.difference.percent !== null;
}

function byTheHour({ hourlyMonthlyCost: hourly, usageMonthlyCost: usage }, currency) {
  if (hourly === undefined || hourly === null) return null;
  const rest = usage === undefined || usage === null ? 'no traffic given' : `${costOf(usage, currency)} in usage charges`;
  return make('p', { class: 'hint by-the-hour' }, `${costOf(hourly, currency)} in hourly charges, ${rest}`);
}

function part(category, cost, currency) {
  const piece = make('span', { class: `part ${categoryClass(category)}`, title: `${categoryName(category)}: ${costOf(cost, currency)}` },
    make('span', { class: 'inside' }, moneyOf(cost)));
  piece.style.flexGrow = cost;
  return piece;
}

function remarks(layout, answer) {
  const faults = [layout.feasible ? null : 'some traffic has no route', layout.complete ? null : 'not fully priced'];
  // Before and after a change are not two choices, so that neither is the cheapest.
  const marks = [layout.rank === 1 && !answer.isChange ? 'cheapest' : null, layout.name === answer.baseline ? 'baseline' : null];
  const facts = answer.layouts.length > 1 ? marks : [];
  return [...facts.filter(Boolean).map((text) => make('span', { class: `tag ${text}` }, text)),
    ...faults.filter(Boolean).map((text) => make('span', { class: 'tag bad' }, text))];
}

function inWords(layout, parts, total, currency) {
  const costs = parts.map(([category, cost]) => `${categoryName(category)} ${costOf(cost, currency)}`);
  return `${layout.name}: ${total} per month${costs.length ? `, of which ${costs.join(', ')}` : ''}`;
}
