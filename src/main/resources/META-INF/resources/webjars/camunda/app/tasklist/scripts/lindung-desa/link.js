/**
 * Makes a link by which a family uploads its papers without a login: `<div class="ld-link"
 * data-url="/api/claims/{caseId}/upload-links">`. The link is shown once; whoever loses it makes another.
 */
import { el } from './dom.js';
import { moment } from './format.js';
import { known } from './known.js';
import { address, call, newKey } from './server.js';

export class Link {
  constructor(place, form) {
    this.place = place;
    this.form = form;
    this.state = el('div', { 'aria-live': 'polite' });
    this.button = el('button', { type: 'button', class: 'btn btn-default', onclick: () => this.make() }, 'Buat tautan unggah');
    place.replaceChildren(el('p', {}, 'Keluarga dapat mengunggah sendiri dari telepon, tanpa akun, melalui tautan yang '
        + 'berlaku beberapa hari. Tautan lama klaim ini tertutup bila Anda membuat yang baru.'), this.button, this.state);
  }

  async make() {
    this.button.disabled = true;
    try {
      const made = await call('POST', this.place.dataset.url, { values: await known(this.form), headers: { 'Idempotency-Key': newKey() } });
      const whole = window.location.origin + address(made.path);
      const field = el('input', { type: 'text', class: 'form-control', readonly: true, value: whole, 'aria-label': 'Tautan unggah',
        onclick: event => event.target.select() });
      this.state.replaceChildren(el('p', { class: 'ld-answer' }, 'Tautan ini hanya ditampilkan sekali. Salin dan kirimkan kepada keluarga:'),
          field, el('p', { class: 'ld-quiet' }, `Berlaku sampai ${moment(made.expiresAt)}, paling banyak ${made.files} berkas.`));
      field.select();
    } catch (problem) {
      this.state.replaceChildren(el('p', { class: 'ld-fault' }, problem.message));
    } finally {
      this.button.disabled = false;
    }
  }
}
