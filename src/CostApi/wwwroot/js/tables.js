// Tables with a caption, in a frame that scrolls by itself where the screen is narrow.
import { make } from './dom.js';

// columns: [heading, cell of a row, is it a number?]
export function tableOf(caption, columns, rows, foot = null) {
  return make('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption }, make('table', {},
    make('caption', {}, make('span', {}, caption)),
    make('thead', {}, make('tr', {}, columns.map(([heading, , isNumber]) => make('th', { scope: 'col', class: isNumber ? 'number' : null }, heading)))),
    make('tbody', {}, rows.map((row) => make('tr', {}, columns.map(([, cell, isNumber], i) =>
      make(i === 0 ? 'th' : 'td', { scope: i === 0 ? 'row' : null, class: isNumber ? 'number' : null }, cell(row)))))),
    foot ? make('tfoot', {}, make('tr', {}, make('th', { scope: 'row', colspan: columns.length - 1 }, foot[0]), make('td', { class: 'number' }, foot[1]))) : null));
}
