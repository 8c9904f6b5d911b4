/**
 * "Cabut pengaduan": the village takes a complaint back because the family asks for it. The branch that is complained of
 * never may; the server refuses it, and the button is not there for it.
 */
import { el, newId } from './dom.js';
import { moment } from './format.js';
import { call, newKey } from './server.js';

const VILLAGE = ['operator', 'kades', 'lurah', 'sekdes'];
let roles;

/** Whether that case is a complaint, and whoever looks at it holds an office that may withdraw one. */
export async function mayWithdraw(one) {
  if (one.process !== 'complaint-handling') {
    return false;
  }
  roles ||= call('GET', '/api/start/menu').then(menu => menu.roles);
  try {
    return (await roles).some(role => VILLAGE.includes(role));
  } catch (notNow) {
    roles = undefined;
    return false;
  }
}

export class Withdrawal {
  /** `done` is told once it is withdrawn. */
  constructor({ caseId, caseNumber }, done) {
    const [title, note] = [newId(), newId()];
    Object.assign(this, { caseId, done, key: newKey() });
    this.facts = el('dl', { class: 'ld-facts' });
    this.note = el('textarea', { id: note, class: 'form-control', rows: 3, maxlength: 2000, required: true });
    this.fault = el('span', { class: 'ld-fault', role: 'alert' });
    this.said = el('div', { 'aria-live': 'polite' });
    this.button = el('button', { type: 'submit', class: 'btn btn-danger' }, 'Cabut pengaduan');
    this.form = el('form', { novalidate: true, onsubmit: event => this.send(event) },
        el('p', { class: 'ld-quiet' }, 'Hanya atas permintaan keluarga. Pengaduan tidak diteruskan lagi dan tugas menjawabnya hilang. '
            + 'Keluarga menerima surat tentang pencabutan ini dan tetap berhak mengadu kembali.'),
        el('label', { for: note, class: 'ld-required' }, 'Alasan keluarga mencabut pengaduan'), this.note, this.fault, this.button);
    this.dialog = el('dialog', { class: 'ld-form ld-dialog', 'aria-labelledby': title, onclose: () => this.dialog.remove() },
        el('header', {}, el('h3', { id: title }, `Cabut pengaduan ${caseNumber}`),
            el('button', { type: 'button', class: 'btn btn-default', onclick: () => this.dialog.close() }, 'Tutup')),
        this.facts, this.form, this.said);
  }

  open() {
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.note.focus();
    this.tell();
  }

  /** What is about to be withdrawn: two families of a village may have complained. */
  async tell() {
    try {
      const complaint = await call('GET', `/api/complaints/${encodeURIComponent(this.caseId)}`);
      const facts = [['Pengadu', complaint.complainant && complaint.complainant.name], ['Isi pengaduan', complaint.text],
        ['Klaim', complaint.claimNumber], ['Diterima', moment(complaint.filedAt)]];
      this.facts.append(...facts.filter(([, value]) => value).map(([label, value]) => el('div', {}, el('dt', {}, label), el('dd', {}, value))));
    } catch (problem) {
      this.refuse(problem);
    }
  }

  async send(event) {
    event.preventDefault();
    const note = this.note.value.trim();
    this.fault.textContent = note ? '' : 'Wajib diisi.';
    if (!note) {
      this.note.focus();
      return;
    }
    this.button.disabled = true;
    try {
      const complaint = await call('POST', `/api/complaints/${encodeURIComponent(this.caseId)}/withdrawal`, { body: JSON.stringify({ note }),
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': this.key } });
      this.form.remove();
      this.said.replaceChildren(el('p', { class: 'ld-next' }, `Pengaduan ${complaint.number} telah dicabut. Suratnya ada di berkas klaim.`));
      this.done();
    } catch (problem) {
      this.key = problem.unknown ? this.key : newKey();
      this.refuse(problem);
    } finally {
      this.button.disabled = false;
    }
  }

  refuse(problem) {
    this.said.replaceChildren(el('p', { class: 'ld-error' }, problem.message));
  }
}
