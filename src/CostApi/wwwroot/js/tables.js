// Tables with a caption, in a frame that scrolls by itself; where it is narrow, each row is a list of its cells.
import { make } from './dom.js';

// columns: [heading, cell of a row, is it a number?]
export function tableOf(caption, columns, rows, foot = null) {
  return make('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    make('table', { role: 'table' },
      make('caption', {}, make('span', {}, caption)),
      make('thead', { role: 'rowgroup' }, make('tr', { role: 'row' }, columns.map(headingOf))),
      make('tbody', { role: 'rowgroup' }, rows.map((row) => rowOf(columns, row))),
      foot ? footOf(columns.length, foot) : null));
}

// The roles hold where the styles make lists of rows.
const headingOf = ([heading, , isNumber]) => make('th', { scope: 'col', role: 'columnheader', class: isNumber ? 'number' : null }, heading);

function rowOf(columns, row) {
  return make('tr', { role: 'row' }, columns.map(([heading, cell, isNumber], i) => make(i === 0 ? 'th' : 'td', {
    ...(i === 0 ? { scope: 'row', role: 'rowheader' } : { role: 'cell', 'data-label': heading }), class: isNumber ? 'number' : null,
  }, cell(row))));
}

const footOf = (columns, [name, figure]) => make('tfoot', { role: 'rowgroup' }, make('tr', { role: 'row' },
  make('th', { scope: 'row', role: 'rowheader', colspan: columns - 1 }, name), make('td', { role: 'cell', class: 'number' }, figure)));
