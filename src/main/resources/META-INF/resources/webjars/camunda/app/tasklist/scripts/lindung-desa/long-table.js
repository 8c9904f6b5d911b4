/** A table of many rows: searched, sorted as Indonesians write numbers and days, paged; its totals are of what was found. */
import { el, newId } from './dom.js';
import { grouped, MONTHS, rupiah, value } from './format.js';
import { body, foot, frame, head, isEmpty } from './table.js';

const PAGE = 50;

export function long(id, columns, rows, totals, numeric) {
  const texts = rows.map(row => row.map(raw => `${value(raw)} ${raw ?? ''}`).join(' ').toLowerCase());
  const keys = columns.map((_, i) => sortKeys(rows.map(row => row[i])));
  const state = { search: '', column: null, up: true, page: 0 };
  const buttons = columns.map((column, i) => el('button', { type: 'button', class: 'ld-sort', onclick: () => sort(i) }, column));
  const heads = buttons.map((button, i) => head(button, numeric[i], { 'aria-sort': 'none' }));
  const search = el('input', { id: newId(), type: 'search', class: 'form-control', autocomplete: 'off',
    oninput: () => { state.search = search.value.trim().toLowerCase(); state.page = 0; draw(); },
    onkeydown: event => event.key === 'Enter' && event.preventDefault() });
  const told = el('p', { class: 'ld-quiet', role: 'status' });
  const back = el('button', { type: 'button', class: 'btn btn-default', onclick: () => { state.page--; draw(); } }, 'Sebelumnya');
  const on = el('button', { type: 'button', class: 'btn btn-default', onclick: () => { state.page++; draw(); } }, 'Berikutnya');
  const content = frame(id, heads, [], null);
  const [tbody, tfoot] = ['tbody', 'tfoot'].map(name => content.querySelector(name));

  function sort(column) {
    Object.assign(state, { up: state.column === column ? !state.up : true, column, page: 0 });
    heads.forEach((one, i) => one.setAttribute('aria-sort', i !== column ? 'none' : state.up ? 'ascending' : 'descending'));
    draw();
  }

  function draw() {
    const words = state.search.split(/\s+/).filter(Boolean);
    const found = rows.map((_, i) => i).filter(i => words.every(word => texts[i].includes(word)));
    if (state.column !== null) {
      const of = keys[state.column];
      found.sort((a, b) => (state.up ? 1 : -1) * compare(of[a], of[b]) || a - b);
    }
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    const shown = found.slice(state.page * PAGE, (state.page + 1) * PAGE).map(i => rows[i]);
    tbody.replaceChildren(...body(shown, numeric));
    tfoot.replaceChildren(...[foot(sums(found), numeric)].filter(Boolean));
    told.textContent = !found.length ? 'Tidak ada baris yang cocok.'
        : `${grouped(found.length)} dari ${grouped(rows.length)} baris${pages > 1 ? `, halaman ${state.page + 1} dari ${pages}` : ''}.`;
    back.hidden = on.hidden = pages === 1;
    back.disabled = state.page === 0;
    on.disabled = state.page === pages - 1;
  }

  /** Of all rows the module's own totals; of some the sums of the columns that it totals. */
  function sums(found) {
    if (found.length === rows.length || !totals.length) {
      return totals;
    }
    return totals.map((total, i) => {
      const plain = typeof total === 'number';
      const money = !plain && /^Rp[\d.]+$/.test(total || '');
      const sum = plain || money ? found.reduce((all, row) => all + (amount(rows[row][i]) || 0), 0) : null;
      return plain ? sum : money ? rupiah(sum) : i === 0 ? 'Jumlah yang tampil' : total;
    });
  }

  draw();
  return [el('div', { class: 'ld-find' }, el('label', { for: search.id }, 'Cari dalam tabel'), search), told, content,
    el('div', { class: 'ld-pages' }, back, on)];
}

/** Rp10.080.000 and 1.234,5 as numbers; nothing where it is none. */
function amount(raw) {
  if (typeof raw === 'number') {
    return raw;
  }
  const found = /^(?:Rp)?(-?\d{1,3}(?:\.\d{3})+|-?\d+)(,\d+)?(?: ?%)?$/.exec(String(raw).trim());
  return found ? Number(found[1].replace(/\./g, '') + (found[2] || '').replace(',', '.')) : null;
}

/** 22 November 2026 14.05 WIB, in the order of time; what JSON gave as 2026-11-22 stands in order already. */
function moment(raw) {
  const found = /^(\d{1,2}) (\p{L}+) (\d{4})(?: (\d{2})\.(\d{2}))?/u.exec(raw);
  const month = found ? MONTHS.findIndex(name => name.toLowerCase() === found[2].toLowerCase()) : -1;
  return month < 0 ? null : Date.UTC(found[3], month, found[1], found[4] || 0, found[5] || 0);
}

/** What a column is sorted by: numbers if all are, days if all are, else words. Empty cells stand last going up. */
function sortKeys(cells) {
  for (const read of [amount, raw => typeof raw === 'string' ? moment(raw) : null]) {
    const keys = cells.map(raw => isEmpty(raw) || raw === '–' ? undefined : read(raw));
    if (keys.every(key => key !== null) && keys.some(key => key !== undefined)) {
      return keys;
    }
  }
  return cells.map(raw => isEmpty(raw) ? undefined : /^\d{4}-\d{2}-\d{2}/.test(raw) ? String(raw) : value(raw));
}

function compare(a, b) {
  if (a === undefined || b === undefined) {
    return a === b ? 0 : a === undefined ? 1 : -1;
  }
  return typeof a === 'number' ? a - b : a.localeCompare(b, 'id', { numeric: true });
}
