/** "Menunggu pihak lain": the open cases in which my office took part and that lie on other desks, in a dialog. */
import { facts, place } from './work.js';
import { el, newId } from './dom.js';
import { day } from './format.js';
import { call } from './server.js';
import { Withdrawal, mayWithdraw } from './withdrawal.js';

const SIZE = 25;

class Elsewhere {

  constructor() {
    const title = newId();
    const search = newId();
    this.said = el('p', { class: 'ld-quiet', role: 'status' });
    this.list = el('ul', { class: 'ld-cases' });
    this.more = el('button', { type: 'button', class: 'btn btn-default', hidden: true, onclick: () => this.show(this.page + 1) },
        'Tampilkan berikutnya');
    this.input = el('input', { id: search, type: 'search', class: 'form-control', maxlength: 80, autofocus: true, oninput: () => this.later() });
    this.dialog = el('dialog', { class: 'ld-dialog', 'aria-labelledby': title, onclose: () => this.dialog.remove() },
        el('header', {}, el('h3', { id: title }, 'Menunggu pihak lain'),
            el('button', { type: 'button', class: 'btn btn-default', onclick: () => this.dialog.close() }, 'Tutup')),
        el('p', { class: 'ld-quiet' }, 'Perkara yang pernah dikerjakan jabatan Anda atau Anda mulai, dan kini berada di meja lain.'),
        el('label', { for: search }, 'Cari desa, kode, atau nomor perkara'), this.input, this.said, this.list, this.more);
  }

  open() {
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.show(0);
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(0), 300);
  }

  async show(page) {
    const turn = this.turn = {};
    try {
      const found = await call('GET', `/api/work/elsewhere?place=${encodeURIComponent(this.input.value.trim())}&page=${page}&size=${SIZE}`);
      if (turn === this.turn) {
        this.draw(found, page);
      }
    } catch (problem) {
      this.said.textContent = problem.message;
    }
  }

  draw(found, page) {
    this.page = page;
    if (page === 0) {
      this.list.replaceChildren();
    }
    this.said.textContent = found.total ? `${found.total} perkara` : 'Tidak ada perkara Anda yang menunggu pihak lain.';
    this.list.append(...found.items.map(one => this.item(one)));
    this.more.hidden = this.list.children.length >= found.total;
  }

  item(one) {
    const item = el('li', {}, el('strong', {}, place(one)),
        el('span', {}, [one.processName, one.caseNumber, facts(one)].filter(Boolean).join(' · ')), one.steps.map(step => stepOf(step)));
    mayWithdraw(one).then(may => may && item.append(el('button', { type: 'button', class: 'btn btn-default btn-sm ld-withdraw',
      onclick: () => new Withdrawal(one, () => this.show(0)).open() }, 'Cabut pengaduan')));
    return item;
  }
}

function stepOf(step) {
  const who = step.offices.length ? step.offices.join(' / ') : 'Pihak luar atau menunggu tanggal';
  return el('span', { class: 'ld-step' }, el('b', {}, who), ` – ${step.asked}`, step.since ? `, sejak ${day(step.since)}` : '',
      step.until ? [', batas ', el('span', step.late ? { class: 'ld-badge ld-late' } : {}, day(step.until))] : '');
}

export const elsewhere = {
  id: 'ld-elsewhere',
  pluginPoint: 'tasklist.navbar.action',
  priority: 150,
  render: node => {
    node.append(el('a', { href: '', role: 'button', onclick: event => {
      event.preventDefault();
      new Elsewhere().open();
    } }, 'Menunggu pihak lain'));
  }
};
