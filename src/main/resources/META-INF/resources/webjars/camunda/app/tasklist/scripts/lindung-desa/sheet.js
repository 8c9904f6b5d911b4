/** The head of every form: what the case is, what has happened to it, and until when it waits. */
import { el, newId } from './dom.js';
import { bytes, day, grouped, moment, rupiah, value, words } from './format.js';
import { address } from './server.js';

const LONG_TABLE = 20;

export function draw(place, sheet) {
  place.replaceChildren(
      keyFacts(sheet),
      ...section('Keterangan', sheet.facts, facts),
      ...(sheet.tables || []).map(table),
      ...section('Dokumen', sheet.documents, documents),
      ...section('Riwayat', sheet.steps, steps));
}

function section(title, items, content) {
  if (!items || !items.length) {
    return [];
  }
  const id = newId();
  return [el('section', { class: 'ld-section', 'aria-labelledby': id }, el('h4', { id }, title), content(items))];
}

function keyFacts(sheet) {
  const entries = [];
  const add = (label, content, kind = '') => content !== null && content !== undefined && content !== ''
      && entries.push(el('div', { class: `ld-key ${kind}` }, el('dt', {}, label), el('dd', {}, content)));
  add('Nomor', sheet.caseNumber);
  add('Lokasi', sheet.where);
  add('Jumlah', typeof sheet.rupiah === 'number' ? rupiah(sheet.rupiah) : null, 'ld-amount');
  add('Batas waktu', sheet.due ? deadline(sheet) : null);
  add('Dasar hukum', sheet.legalBasis, 'ld-wide');
  return el('dl', { class: 'ld-keys' }, entries);
}

function deadline(sheet) {
  const left = sheet.daysLeft;
  const [text, kind] = left < 0 ? [`terlambat ${grouped(-left)} hari`, 'late']
      : left === 0 ? ['hari ini', 'soon']
      : [`${grouped(left)} hari lagi`, left <= 2 ? 'soon' : 'calm'];
  const date = sheet.due.length > 10 ? moment(sheet.due).replace(/ \d\d\.\d\d WIB$/, '') : day(sheet.due);
  return [date, ' ', el('span', { class: `ld-badge ld-${kind}` }, text)];
}

const facts = items => el('dl', { class: 'ld-facts' },
    items.map(fact => el('div', {}, el('dt', {}, fact.label), el('dd', {}, value(fact.value)))));

function table({ title, columns, rows, totals }) {
  const numeric = columns.map((_, i) => rows.some(row => typeof row[i] === 'number')
      && rows.every(row => row[i] === null || row[i] === '' || typeof row[i] === 'number'));
  const cell = (tag, raw, i) => el(tag, { class: numeric[i] ? 'ld-number' : null }, value(raw));
  const id = newId();
  const content = el('div', { class: 'ld-table', tabindex: 0, role: 'region', 'aria-labelledby': id }, el('table', {},
      el('thead', {}, el('tr', {}, columns.map((column, i) =>
          el('th', { scope: 'col', class: numeric[i] ? 'ld-number' : null }, column)))),
      el('tbody', {}, rows.map(row => el('tr', {}, row.map((raw, i) => cell('td', raw, i))))),
      totals && totals.length ? el('tfoot', {}, el('tr', {}, totals.map((raw, i) =>
          el('td', { class: numeric[i] ? 'ld-number' : null }, raw === null || raw === '' ? '' : value(raw))))) : null));
  const caption = [title, ' ', el('span', { class: 'ld-count' }, `${grouped(rows.length)} baris`)];
  return rows.length > LONG_TABLE
      ? el('details', { class: 'ld-section' }, el('summary', { id }, caption), content)
      : el('section', { class: 'ld-section', 'aria-labelledby': id }, el('h4', { id }, caption), content);
}

const documents = items => el('ul', { class: 'ld-documents' }, items.map(file => el('li', {},
    isLetter(file) ? el('a', { href: address(file.path), download: true }, `Surat: ${file.kind}`)
        : el('a', { href: address(file.path), download: file.fileName || true }, words(file.kind)),
    el('span', { class: 'ld-quiet' }, ` ${file.fileName || ''}${isLetter(file) ? '' : ` · ${bytes(file.bytes)}`}`))));

const isLetter = file => file.path.startsWith('/api/letters/');

const steps = items => el('ol', { class: 'ld-steps' }, items.map(step => el('li', {},
    el('strong', {}, step.label), step.outcome ? el('span', { class: 'ld-outcome' }, step.outcome) : null,
    el('div', { class: 'ld-quiet' }, [step.who, step.at ? moment(step.at) : null].filter(Boolean).join(' · ')),
    step.note ? el('p', { class: 'ld-note' }, step.note) : null)));
