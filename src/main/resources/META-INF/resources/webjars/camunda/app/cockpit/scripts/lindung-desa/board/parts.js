/** Parts that every page of the board is made of. Text goes into the page as text only (see `dom.js`). */
import { el } from '../../../../tasklist/scripts/lindung-desa/dom.js';
import { address } from '../../../../tasklist/scripts/lindung-desa/server.js';
import { t, number, rupiah } from './words.js';

export { el };

/** An address of the board, as Cockpit's pages have theirs behind the hash. */
export const place = values => '#/papan?' + query(values);

export const query = values => new URLSearchParams(Object.entries(values)
  .filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)).toString();

/** Where a case runs; nothing once it has come to its end. */
export const toCase = (instanceId, text, tab) => instanceId
  ? el('a', { href: `#/process-instance/${encodeURIComponent(instanceId)}/runtime${tab ? `?tab=${tab}` : ''}` }, text)
  : el('span', {}, text);

export const workbook = (list, filter) => el('a', {
  class: 'btn btn-default', download: true, href: address(`/api/board/${list}`) + '?' + query({ ...filter, format: 'xlsx' })
}, t('download'));

/** A figure that leads to its list; nothing to see there when it is none. */
export const figure = (value, values, words) => value
  ? el('a', { href: place(values), 'aria-label': words ? `${words}: ${number(value)}` : null }, number(value))
  : el('span', {}, '0');

/**
 * A table. A column is `{ head, cell, right, sort }`: `cell` makes the content of a row, `right` puts numbers under each
 * other, `sort` names the order that the head asks for through `sorted`.
 */
export function table(caption, columns, rows, { sorted, order, foot } = {}) {
  const head = column => {
    const [name, direction] = (order || '').split(',');
    const own = column.sort && name === column.sort;
    return el('th', {
      scope: 'col', class: column.right ? 'ldb-right' : null,
      'aria-sort': own ? (direction === 'desc' ? 'descending' : 'ascending') : null
    }, column.sort && sorted
      ? el('button', {
        type: 'button', class: 'ldb-sort',
        onclick: () => sorted(`${column.sort},${own && direction !== 'desc' ? 'desc' : 'asc'}`)
      }, column.head)
      : column.head);
  };
  return el('div', { class: 'ldb-scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    el('table', { class: 'ldb-table' },
      el('caption', {}, caption),
      el('thead', {}, el('tr', {}, columns.map(head))),
      el('tbody', {}, rows.length
        ? rows.map(row => el('tr', { class: row.late ? 'ldb-late' : null }, columns.map(column =>
          el('td', { class: column.right ? 'ldb-right' : null }, column.cell(row) ?? '–'))))
        : el('tr', {}, el('td', { colspan: columns.length }, t('none')))),
      foot ? el('tfoot', {}, el('tr', {}, columns.map((column, at) =>
        el(at ? 'td' : 'th', { class: column.right ? 'ldb-right' : null, scope: at ? null : 'row' }, foot[at] ?? '')))) : null));
}

/** Where a part of the page will stand: it says that it loads, then what came, or what went wrong. */
export function slot(title, id, load, draw) {
  const body = el('div', { 'aria-live': 'polite' }, el('p', { class: 'ldb-quiet' }, t('loading')));
  const fill = () => load().then(
    answer => body.replaceChildren(...[draw(answer, fill)].flat().filter(Boolean)),
    problem => body.replaceChildren(el('p', { class: 'ldb-bad', role: 'alert' }, `${problem.message} `),
      el('button', { type: 'button', class: 'btn btn-default', onclick: fill }, t('again'))));
  fill();
  return el('section', { class: 'ldb-part', id, 'aria-labelledby': `${id}-t` }, el('h2', { id: `${id}-t` }, title), body);
}

const SVG = 'http://www.w3.org/2000/svg';

function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  element.append(...children.filter(Boolean));
  return element;
}

/**
 * Lines of stacked bars, each piece `{ value, colour, words }`. For the eye only: the table beside it says the same in
 * figures.
 */
export function bars(lines, words) {
  const height = 26;
  const left = 250;
  const width = 520;
  const most = Math.max(1, ...lines.map(line => line.pieces.reduce((sum, piece) => sum + piece.value, 0)));
  const drawn = lines.flatMap((line, row) => {
    let x = left;
    const text = svg('text', { x: left - 8, y: row * height + 17, 'text-anchor': 'end', class: 'ldb-bar-name' });
    text.textContent = line.name;
    return [text, ...line.pieces.filter(piece => piece.value).map(piece => {
      const long = piece.value / most * width;
      const title = svg('title', {});
      title.textContent = `${line.name}: ${piece.words} ${number(piece.value)}`;
      const bar = svg('rect', { x, y: row * height + 4, width: Math.max(long, 1), height: height - 8, fill: piece.colour }, title);
      x += long;
      return bar;
    })];
  });
  return svg('svg', {
    viewBox: `0 0 ${left + width + 4} ${lines.length * height + 2}`, class: 'ldb-bars', role: 'img', 'aria-label': words
  }, ...drawn);
}

export const legend = entries => el('ul', { class: 'ldb-legend' }, entries.map(([colour, words]) =>
  el('li', {}, svg('svg', { width: 12, height: 12, 'aria-hidden': 'true' }, svg('rect', { width: 12, height: 12, fill: colour })), ' ', words)));

/** Red or green, and in words. */
export const verdict = (good, words) => el('span', { class: good ? 'ldb-good' : 'ldb-bad' }, `${good ? '✓' : '✗'} ${words}`);

/** From page to page of a list. */
export function pager(answer, go) {
  const last = Math.max(0, Math.ceil(answer.total / answer.size) - 1);
  const step = (to, words, able) => el('button', {
    type: 'button', class: 'btn btn-default', disabled: !able, onclick: () => go(to)
  }, words);
  const from = answer.total ? answer.page * answer.size + 1 : 0;
  return el('p', { class: 'ldb-pager' }, step(answer.page - 1, t('back'), answer.page > 0), ' ',
    t('range', number(from), number(answer.page * answer.size + answer.items.length), number(answer.total)), ' ',
    step(answer.page + 1, t('next'), answer.page < last));
}

export { number, rupiah };
