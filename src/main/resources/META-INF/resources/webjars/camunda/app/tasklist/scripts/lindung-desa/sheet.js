/** The head of every form: what the case is, what has happened to it, and until when it waits. */
import { el, newId } from './dom.js';
import { bytes, day, grouped, moment, rupiah, value, words } from './format.js';
import { address } from './server.js';
import { table } from './table.js';

const LAST_STEPS = 5;

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
  add('Tugas untuk', (sheet.offices || []).join(' / '));
  const [first] = sheet.steps || [];
  add('Dimulai oleh', first && first.who);
  add('Dipegang oleh', sheet.holder);
  add('Dasar hukum', sheet.legalBasis && law(sheet.legalBasis), 'ld-wide');
  return el('dl', { class: 'ld-keys' }, entries);
}

function deadline(sheet) {
  const left = sheet.daysLeft;
  const [text, kind] = left < 0 ? [`terlambat ${grouped(-left)} hari`, 'late']
      : left === 0 ? ['hari ini', 'soon'] : left === 1 ? ['besok', 'soon']
      : [`${grouped(left)} hari lagi`, left <= 2 ? 'soon' : 'calm'];
  const date = sheet.due.length > 10 ? moment(sheet.due).replace(/ \d\d\.\d\d WIB$/, '') : day(sheet.due);
  return [date, ' ', el('span', { class: `ld-badge ld-${kind}` }, text)];
}

/** To what the articles say, in a window of its own: whoever reads the law keeps his form. */
export const law = text => el('a', { href: `${address('/hukum')}?dasar=${encodeURIComponent(text)}`, target: '_blank', rel: 'noopener',
  title: 'Buka isi pasalnya di jendela baru' }, text);

const facts = items => el('dl', { class: 'ld-facts' },
    items.map(fact => el('div', {}, el('dt', {}, fact.label), el('dd', {}, fact.label === 'Dasar hukum' ? law(fact.value) : value(fact.value)))));

const documents = items => el('ul', { class: 'ld-documents' }, items.map(file => el('li', {},
    isLetter(file) ? el('a', { href: address(file.path), download: true }, `Surat: ${file.kind}`)
        : el('a', { href: address(file.path), download: file.fileName || true }, words(file.kind)),
    el('span', { class: 'ld-quiet' }, ` ${file.fileName || ''}${isLetter(file) ? '' : ` · ${bytes(file.bytes)}`}`))));

const isLetter = file => file.path.startsWith('/api/letters/');

/** A long way folds its beginning away: the decision stands below it, on a phone too. */
function steps(items) {
  const older = items.length > LAST_STEPS + 2 ? items.slice(0, -LAST_STEPS) : [];
  return [older.length ? el('details', { class: 'ld-older' }, el('summary', {}, `${older.length} langkah sebelumnya`), way(older)) : null,
    way(items.slice(older.length))];
}

const way = items => el('ol', { class: 'ld-steps' }, items.map(step => el('li', {},
    el('strong', {}, step.label), step.outcome ? el('span', { class: 'ld-outcome' }, step.outcome) : null,
    el('div', { class: 'ld-quiet' }, [step.who, step.at ? moment(step.at) : null].filter(Boolean).join(' · ')),
    step.note ? el('p', { class: 'ld-note' }, step.note) : null)));
