/**
 * "Laporkan kematian": who hears of a death in the village tells it here, and the system finds out whether the worker was
 * covered. Nobody has to know a right first; of a covered worker's death the village gets a task, the claim with what is known.
 */
import { el, newId } from './dom.js';
import { day } from './format.js';
import { call, newKey } from './server.js';

const FIELDS = [
  ['workerNik', 'NIK pekerja yang meninggal', { inputmode: 'numeric', maxlength: 16, required: true }],
  ['diedOn', 'Tanggal meninggal', { type: 'date', required: true }],
  ['informant/name', 'Nama yang memberi tahu', { maxlength: 120 }],
  ['informant/phone', 'Nomor teleponnya', { type: 'tel', maxlength: 120 }],
  ['informant/relation', 'Hubungannya dengan pekerja', { maxlength: 120 }],
  ['certificateNumber', 'Nomor akta atau surat kematian, bila sudah ada', { maxlength: 120 }]
];

export class DeathReport {
  constructor() {
    const title = newId();
    this.key = newKey();
    this.inputs = new Map();
    const rows = FIELDS.flatMap(([name, label, attributes]) => {
      const id = newId();
      const input = el('input', { id, type: 'text', class: 'form-control', autocomplete: 'off', ...attributes });
      const fault = el('span', { class: 'ld-fault', role: 'alert' });
      this.inputs.set(name, { input, fault });
      return [el('label', { for: id, class: attributes.required ? 'ld-required' : null }, label), input, fault];
    });
    this.said = el('div', { 'aria-live': 'polite' });
    this.button = el('button', { type: 'submit', class: 'btn btn-primary' }, 'Kirim laporan');
    this.form = el('form', { novalidate: true, onsubmit: event => this.send(event) }, rows, this.button);
    this.dialog = el('dialog', { class: 'ld-form ld-dialog', 'aria-labelledby': title, onclose: () => this.dialog.remove() },
        el('header', {}, el('h3', { id: title }, 'Laporkan kematian'),
            el('button', { type: 'button', class: 'btn btn-default', onclick: () => this.dialog.close() }, 'Tutup')),
        el('p', { class: 'ld-quiet' }, 'Untuk pekerja di wilayah Anda. Bila pekerja itu terlindungi, desa mendapat tugas melengkapi klaim bersama keluarga.'),
        this.form, this.said);
  }

  open() {
    document.body.append(this.dialog);
    this.dialog.showModal();
  }

  async send(event) {
    event.preventDefault();
    this.inputs.forEach(({ input, fault }) => {
      fault.textContent = input.required && !input.value.trim() ? 'Wajib diisi.' : '';
    });
    const missing = [...this.inputs.values()].find(({ fault }) => fault.textContent);
    if (missing) {
      missing.input.focus();
      return;
    }
    this.button.disabled = true;
    try {
      this.told(await call('POST', '/api/death-reports', { body: JSON.stringify(this.body()),
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': this.key } }));
    } catch (problem) {
      this.key = problem.unknown ? this.key : newKey();
      this.refuse(problem);
    } finally {
      this.button.disabled = false;
    }
  }

  body() {
    const value = name => this.inputs.get(name).input.value.trim() || null;
    return { workerNik: value('workerNik'), diedOn: value('diedOn'), certificateNumber: value('certificateNumber'),
      informant: { name: value('informant/name'), phone: value('informant/phone'), relation: value('informant/relation') } };
  }

  refuse(problem) {
    problem.errors.forEach(({ pointer, message, detail }) => {
      const at = this.inputs.get(String(pointer || '').replace(/^\//, ''));
      at && (at.fault.textContent = message || detail);
    });
    this.said.replaceChildren(el('p', { class: 'ld-error' }, problem.message));
  }

  told(report) {
    this.form.remove();
    this.said.replaceChildren(el('p', { class: 'ld-next' }, `Laporan ${report.number} tercatat. ${report.explanation || ''}`),
        report.completeBy ? el('p', {}, `Tugas “Lengkapi data klaim bersama keluarga” ada di daftar tugas desa, paling lambat ${day(report.completeBy)}.`) : null);
  }
}
