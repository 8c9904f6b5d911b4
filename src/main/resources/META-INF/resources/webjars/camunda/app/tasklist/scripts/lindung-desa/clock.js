/**
 * The clock of a claim, for who may stop it: `<div class="ld-clock" data-url="/api/claims/{caseId}">`. It stops for whoever
 * is waited for, with a reason; the last day for payment moves by the working days until it runs again.
 */
import { el, newId } from './dom.js';
import { day, moment } from './format.js';
import { call, newKey } from './server.js';

const CAUSES = { FAMILY: 'Keluarga', COURT: 'Pengadilan', LABOUR_INSPECTOR: 'Pengawas ketenagakerjaan', POLICE: 'Kepolisian',
  BANK: 'Bank', OTHER: 'Pihak lain' };

export class ClaimClock {
  constructor(place, values, changed) {
    this.place = place;
    this.values = values;
    this.changed = changed;
  }

  async load() {
    try {
      const { clock } = await call('GET', this.place.dataset.url, { values: this.values() });
      this.draw(clock);
    } catch (problem) {
      this.place.replaceChildren(el('p', { class: 'ld-fault' }, problem.message));
    }
  }

  draw(clock) {
    const id = newId();
    const note = el('input', { id, type: 'text', class: 'form-control', maxlength: 500 });
    const state = el('div', { 'aria-live': 'polite' });
    if (clock.paused) {
      this.place.replaceChildren(
          el('p', { class: 'ld-unclaimed' }, `Hitungan waktu berhenti sejak ${moment(clock.since)}, menunggu `
              + `${CAUSES[clock.pausedFor].toLowerCase()}${clock.pauseNote ? `: ${clock.pauseNote}` : ''}.`),
          el('label', { for: id }, 'Catatan'), note,
          el('button', { type: 'button', class: 'btn btn-default', onclick: () => this.send('resumption', { note: note.value }, state) },
              'Lanjutkan hitungan waktu'), state);
      return;
    }
    const cause = el('select', { id: `${id}-cause`, class: 'form-control' }, el('option', { value: '' }, '– pilih –'),
        Object.entries(CAUSES).map(([value, text]) => el('option', { value }, text)));
    this.place.replaceChildren(el('details', {}, el('summary', {}, 'Hentikan hitungan waktu'),
        el('p', {}, `Bila klaim menunggu pihak lain. Batas pembayaran sekarang: ${clock.payBy ? day(clock.payBy) : 'belum ada'}.`),
        el('label', { for: cause.id }, 'Menunggu'), cause,
        el('label', { for: id }, 'Apa yang ditunggu'), note,
        el('button', { type: 'button', class: 'btn btn-default',
          onclick: () => this.send('pause', { cause: cause.value, note: note.value }, state) }, 'Hentikan'), state));
  }

  async send(path, body, state) {
    try {
      await call('POST', `${this.place.dataset.url}/${path}`, { values: this.values(), body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': newKey() } });
      await this.changed();
    } catch (problem) {
      state.replaceChildren(el('p', { class: 'ld-fault' }, problem.message));
    }
  }
}
