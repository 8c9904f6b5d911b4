/**
 * A list of workers as CSV or XLSX: `<div class="ld-roster" data-url="/api/villages/{where}/workers" data-required>`.
 * It goes to the server when chosen; the answer is shown row by row, and the sheet above is drawn anew.
 */
import { chooser, el, newId } from './dom.js';
import { grouped } from './format.js';
import { known } from './known.js';
import { call, newKey } from './server.js';

const TYPES = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
const LIMIT = 200 * 1024 * 1024;
const SHOWN = 500;

export class Roster {
  constructor(place, form) {
    this.place = place;
    this.form = form;
    this.accepted = 0;
    this.id = null;
    this.variable = place.dataset.variable;
    const id = newId();
    this.input = el('input', { id, type: 'file', accept: '.csv,.xlsx', onchange: () => this.send() });
    this.state = el('div', { 'aria-live': 'polite' });
    this.label = el('label', { for: id }, place.dataset.label || 'Daftar pekerja (CSV atau XLSX)');
    this.label.classList.toggle('ld-required', place.hasAttribute('data-required'));
    place.replaceChildren(this.label, chooser(this.input), this.state);
  }

  check() {
    const missing = this.place.hasAttribute('data-required') && this.accepted === 0;
    if (this.running || missing) {
      this.say(this.running ? 'Tunggu sampai unggahan selesai.' : 'Unggah daftar pekerja terlebih dahulu.');
      return this.input;
    }
    return null;
  }

  say(fault) {
    this.state.prepend(el('p', { class: 'ld-fault' }, fault));
  }

  async send() {
    const file = this.input.files[0];
    if (!file) {
      return;
    }
    const type = TYPES[file.name.toLowerCase().split('.').pop()];
    const refused = !type ? 'Pilih berkas CSV atau XLSX.' : file.size === 0 ? 'Berkas ini kosong.'
        : file.size > LIMIT ? 'Berkas ini lebih dari 200 MB.' : '';
    this.state.replaceChildren();
    if (refused) {
      this.say(refused);
      return;
    }
    const bar = el('progress', { max: 1, value: 0, 'aria-label': 'Mengunggah daftar pekerja' });
    this.state.replaceChildren(bar, ` Memeriksa ${file.name} …`);
    this.running = true;
    this.input.disabled = true;
    try {
      const answer = await call('POST', this.place.dataset.url, { body: file, values: await known(this.form),
        headers: { 'Content-Type': type, 'Idempotency-Key': newKey() }, patience: 900,
        progress: (sent, all) => { bar.value = sent / all; } });
      this.accepted += answer.accepted || 0;
      this.id = answer.id || this.id;
      this.state.replaceChildren(
          el('p', { class: 'ld-answer' }, `${grouped(answer.accepted || 0)} pekerja diterima, `
              + `${grouped((answer.rejected || []).length)} baris ditolak.`),
          ...rows('Ditolak', answer.rejected), ...rows('Perlu diperhatikan', answer.warnings));
      this.form.load();
    } catch (problem) {
      this.state.replaceChildren(...rows('Ditolak', problem.errors));
      this.say(problem.message);
    } finally {
      this.running = false;
      this.input.disabled = false;
      this.input.value = '';
    }
  }
}

function rows(title, found) {
  if (!found || !found.length) {
    return [];
  }
  const more = found.length > SHOWN ? ` (${SHOWN} pertama)` : '';
  return [el('details', { open: true }, el('summary', {}, `${title}: ${grouped(found.length)} baris${more}`),
      el('div', { class: 'ld-table', tabindex: 0 }, el('table', {},
          el('thead', {}, el('tr', {}, ['Baris', 'Kolom', 'Keterangan'].map(name => el('th', { scope: 'col' }, name)))),
          el('tbody', {}, found.slice(0, SHOWN).map(row => el('tr', {},
              el('td', { class: 'ld-number' }, row.line ?? '–'), el('td', {}, row.field || '–'),
              el('td', {}, row.message || row.code)))))))];
}
