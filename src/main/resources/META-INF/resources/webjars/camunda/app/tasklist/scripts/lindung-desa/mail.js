/**
 * "E-mail saya" in the head of Tasklist: where reminders go. A new address is told a code, which is typed here; one that
 * bounced shows in red until it is changed. A plugin of Tasklist, named in `customScripts`.
 */
import { el } from './dom.js';
import { moment } from './format.js';
import { call } from './server.js';

const PATH = '/api/me/mail';
const json = body => ({ body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });

class MyMail {
  constructor(node) {
    this.node = node;
    this.button = el('button', { type: 'button', class: 'btn btn-link ld-mail', onclick: () => this.open() }, 'E-mail saya');
    node.replaceChildren(this.button);
    this.read();
  }

  async read() {
    try {
      this.show(await call('GET', PATH));
    } catch (notNow) {
      this.button.hidden = true;      // no login yet, or a server that does not answer: nothing to say here
    }
  }

  show(mine) {
    this.mine = mine;
    const trouble = Boolean(mine.bouncedAt);
    this.button.hidden = false;
    this.button.classList.toggle('ld-trouble', trouble);
    this.button.replaceChildren(trouble ? 'E-mail saya: tidak sampai' : 'E-mail saya');
    if (this.dialog) {
      this.draw();
    }
  }

  open() {
    this.dialog = el('dialog', { class: 'ld-form ld-dialog', 'aria-label': 'E-mail saya' });
    this.dialog.addEventListener('close', () => {
      this.dialog.remove();
      this.dialog = null;
    });
    document.body.append(this.dialog);
    this.draw();
    this.dialog.showModal();
  }

  draw(fault) {
    const { available, address, askedFor, codeRefused, bouncedAt, bounceReason } = this.mine;
    const parts = [el('h4', {}, 'E-mail saya'), el('p', {}, 'Pada hari kerja Anda menerima paling banyak satu surat: tugas yang terlambat, '
        + 'yang jatuh tempo hari ini, dan yang segera jatuh tempo. Alamat ini tidak ditampilkan kepada orang lain.')];
    if (!available) {
      parts.push(el('p', { class: 'ld-unclaimed' }, 'Sistem ini belum mengirim e-mail, sehingga alamat belum dapat diisi. Tugas Anda tetap ada di daftar tugas. Hubungi administrator.'));
    }
    parts.push(el('p', {}, 'Alamat sekarang: ', el('strong', {}, address || 'belum ada')));
    if (bouncedAt) {
      parts.push(el('p', { class: 'ld-error' }, `Surat ke alamat ini ditolak sejak ${moment(bouncedAt)} dan tidak dikirim lagi: `
          + `${bounceReason}. Isi alamat lain, atau alamat yang sama bila sudah diperbaiki.`));
    }
    if (available) {
      parts.push(...this.question('ld-mail-address', 'Alamat baru', 'email', 'Kirim kode', value => call('PUT', PATH, json({ address: value }))));
    }
    if (askedFor && codeRefused) {
      parts.push(el('p', { class: 'ld-error' }, `Kode tidak dapat dikirim ke ${askedFor}: ${codeRefused}. Periksa alamatnya.`));
    } else if (askedFor) {
      parts.push(el('p', { class: 'ld-next' }, `Kode sudah dikirim ke ${askedFor}. Ketik di bawah ini dalam 24 jam; sampai saat itu `
          + (address ? 'alamat lama tetap dipakai.' : 'belum ada surat yang dikirim.')));
      parts.push(...this.question('ld-mail-code', 'Kode dari surat', 'text', 'Pakai alamat ini',
          value => call('POST', `${PATH}/confirmation`, json({ code: value }))));
    }
    const foot = el('p', { class: 'ld-buttons' }, el('button', { type: 'button', class: 'btn btn-default', onclick: () => this.dialog.close() }, 'Tutup'));
    if (address) {
      foot.append(' ', el('button', { type: 'button', class: 'btn btn-link', onclick: () => this.done(call('DELETE', PATH).then(() => call('GET', PATH))) },
          'Hapus alamat'));
    }
    this.fault = el('p', { class: 'ld-fault', role: 'alert' }, fault || '');
    this.dialog.replaceChildren(...parts, this.fault, foot);
  }

  question(id, label, type, action, send) {
    const field = el('input', { id, type, class: 'form-control', autocomplete: type === 'email' ? 'email' : 'off' });
    return [el('label', { for: id }, label), field, el('button', { type: 'button', class: 'btn btn-primary', onclick: () => this.done(send(field.value)) }, action)];
  }

  async done(answer) {
    try {
      this.show(await answer);
    } catch (problem) {
      this.fault.textContent = problem.message;
    }
  }
}

export default {
  id: 'lindung-desa-mail',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1,
  render: node => new MyMail(node)
};
