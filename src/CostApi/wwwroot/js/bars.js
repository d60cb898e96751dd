// What each layout costs, as a bar of categories: the reports' picture, drawn with elements.
import { categories, categoryClass, categoryName } from './categories.js';
import { find, fill, make } from './dom.js';
import { costOf, moneyOf, percentOf } from './figures.js';

export function showBars(answer) {
  const most = Math.max(...answer.layouts.map((layout) => layout.monthlyCost), 0.01);
  fill(find('bars'), answer.layouts.map((layout) => barOf(layout, answer, most)));
  const seen = categories.filter((category) => answer.layouts.some((layout) => layout.costByCategory[category] > 0));
  fill(find('legend'), seen.map((category) => make('li', {}, make('span', { class: `swatch ${categoryClass(category)}` }), categoryName(category))),
    answer.layouts.some((layout) => !layout.feasible) ? make('li', {}, make('span', { class: 'swatch broken' }), 'does not carry all traffic') : null,
    answer.layouts.some((layout) => !layout.complete) ? make('li', {}, make('span', { class: 'swatch open' }, '?'), 'charges without a known price come on top') : null);
}

function barOf(layout, answer, most) {
  const parts = categories.filter((category) => layout.costByCategory[category] > 0).map((category) => [category, layout.costByCategory[category]]);
  const total = `${layout.complete ? '' : 'at least '}${costOf(layout.monthlyCost, answer.currency)}`;
  const bar = make('div', { class: `bar${layout.feasible ? '' : ' broken'}`, role: 'img', 'aria-label': inWords(layout, parts, total, answer.currency) },
    parts.map(([category, cost]) => part(category, cost, answer.currency)));
  bar.style.width = `${(layout.monthlyCost / most) * 100}%`;
  const compared = layout.name !== answer.baseline && layout.rank !== null && layout.difference.percent !== null;
  return make('div', { class: 'layout', 'data-rank': layout.rank ?? '' },
    make('p', { class: 'layout-head' }, make('strong', {}, layout.name), ...remarks(layout, answer),
      make('span', { class: 'layout-cost' }, total, compared ? make('span', { class: 'muted' }, ` ${percentOf(layout.difference.percent)}`) : null)),
    make('div', { class: 'bar-room' }, bar, layout.complete ? null : make('span', { class: 'open', title: 'Charges without a known price come on top' }, '?')));
}

function part(category, cost, currency) {
  const piece = make('span', { class: `part ${categoryClass(category)}`, title: `${categoryName(category)}: ${costOf(cost, currency)}` },
    make('span', { class: 'inside' }, moneyOf(cost)));
  piece.style.flexGrow = cost;
  return piece;
}

function remarks(layout, answer) {
  const faults = [layout.feasible ? null : 'does not carry all traffic', layout.complete ? null : 'not fully priced'];
  const facts = [layout.rank === 1 && answer.layouts.length > 1 ? 'cheapest' : null, layout.name === answer.baseline ? 'baseline' : null];
  return [...facts.filter(Boolean).map((text) => make('span', { class: `tag ${text}` }, text)),
    ...faults.filter(Boolean).map((text) => make('span', { class: 'tag bad' }, text))];
}

const inWords = (layout, parts, total, currency) =>
  `${layout.name}: ${total} a month${parts.length ? `, of which ${parts.map(([category, cost]) => `${categoryName(category)} ${costOf(cost, currency)}`).join(', ')}` : ''}`;
