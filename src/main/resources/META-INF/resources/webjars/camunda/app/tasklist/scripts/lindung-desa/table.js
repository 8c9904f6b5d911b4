/** A table of the sheet. A long one gets what it takes to find something in it: see long-table.js. */
import { el, newId } from './dom.js';
import { grouped, value } from './format.js';

const LONG = 10;
const FOLDED = 20;

export function table({ title, columns, rows, totals }) {
  const id = newId();
  const numeric = columns.map((_, i) => rows.some(row => typeof row[i] === 'number')
      && rows.every(row => isEmpty(row[i]) || typeof row[i] === 'number'));
  const plain = () => frame(id, columns.map((column, i) => head(column, numeric[i])), body(rows, numeric), foot(totals || [], numeric));
  const content = rows.length > LONG ? el('div', {}, el('p', { class: 'ld-quiet' }, 'Memuat tabel …')) : plain();
  rows.length > LONG && import('./long-table.js').then(({ long }) => content.replaceChildren(...long(id, columns, rows, totals || [], numeric)),
      () => content.replaceChildren(plain()));
  const caption = [title, ' ', el('span', { class: 'ld-count' }, `${grouped(rows.length)} baris`)];
  return rows.length > FOLDED
      ? el('details', { class: 'ld-section' }, el('summary', { id }, caption), content)
      : el('section', { class: 'ld-section', 'aria-labelledby': id }, el('h4', { id }, caption), content);
}

export const isEmpty = raw => raw === null || raw === undefined || raw === '';
export const head = (content, numeric, more = {}) => el('th', { scope: 'col', class: numeric ? 'ld-number' : null, ...more }, content);
export const body = (rows, numeric) => rows.map(row => el('tr', {}, row.map((raw, i) =>
    el('td', { class: numeric[i] ? 'ld-number' : null }, value(raw)))));
export const foot = (totals, numeric) => totals.length ? el('tr', {}, totals.map((raw, i) =>
    el('td', { class: numeric[i] ? 'ld-number' : null }, isEmpty(raw) ? '' : value(raw)))) : null;

export const frame = (id, heads, rows, total) => el('div', { class: 'ld-table', tabindex: 0, role: 'region', 'aria-labelledby': id },
    el('table', {}, el('thead', {}, el('tr', {}, heads)), el('tbody', {}, rows), el('tfoot', {}, total)));
