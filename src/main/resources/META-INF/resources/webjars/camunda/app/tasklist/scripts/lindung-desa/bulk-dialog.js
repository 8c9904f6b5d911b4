/**
 * The dialog of "Putuskan banyak": a list to choose from, a look at the figures, the way of the order. What was chosen stays
 * while the page stays; an order goes on at the server whether this is open or not.
 */
import { BulkList } from './bulk-list.js';
import { BulkResult } from './bulk-result.js';
import { el, newId } from './dom.js';
import { grouped, rupiah } from './format.js';
import { kindOf, lastKind } from './picks.js';
import { call, newKey } from './server.js';

export class BulkDialog {
  constructor() {
    document.head.append(el('link', { rel: 'stylesheet', href: new URL('../../styles/bulk.css', import.meta.url).href }));
    const id = newId();
    this.body = el('div', { class: 'ld-bulk-body' });
    this.dialog = el('dialog', { class: 'ld-bulk', 'aria-labelledby': id },
        el('header', {}, el('h2', { id }, 'Putuskan banyak'),
            el('button', { type: 'button', class: 'btn btn-default', onclick: () => this.dialog.close() }, 'Tutup')),
        this.body);
    this.dialog.addEventListener('close', () => {
      this.result && this.result.pause();
      this.refresh();
      this.opener.focus();
    });
    document.body.append(this.dialog);
  }

  async open(opener, refresh) {
    this.opener = opener;
    this.refresh = refresh;
    this.dialog.showModal();
    if (this.result && this.result.running) {
      this.result.follow();
    } else if (!this.list || this.result || this.list.outdated()) {
      await this.choose(this.result ? null : this.list, lastKind());
    }
  }

  show(...content) {
    this.body.replaceChildren(...content);
    this.body.scrollTop = 0;
  }

  /** The list, anew, of `kind` or the kind that was `kept`; shows an order that still runs instead. */
  async choose(kept = null, kind = kept && kindOf(kept.kind)) {
    this.result = null;
    this.list = null;
    this.show(el('p', { class: 'ld-quiet' }, 'Memuat daftar …'));
    try {
      const [kinds, orders] = await Promise.all([call('GET', '/api/bulk-decisions/kinds'), call('GET', '/api/bulk-decisions')]);
      const running = orders.find(order => order.state === 'RUNNING');
      if (running && !kept) {
        this.follow(running.id);
        return;
      }
      this.list = new BulkList(kinds, orders, { confirm: () => this.confirm(), look: id => this.follow(id), kept, kind });
      this.show(this.list.element);
      await this.list.load();
    } catch (problem) {
      this.fault(problem, () => this.choose(kept));
    }
  }

  fault(problem, again) {
    this.show(el('div', { class: 'ld-error', role: 'alert' }, el('p', {}, problem.message),
        el('button', { type: 'button', class: 'btn btn-default', onclick: again }, 'Muat lagi')));
  }

  /** The figures once more before anything happens. */
  confirm() {
    const { list } = this;
    const sums = list.sums();
    const key = newKey();       // pressed twice, or sent again on a bad line, it is one order
    const back = el('button', { type: 'button', class: 'btn btn-default', onclick: () => this.show(list.element) }, 'Kembali ke daftar');
    const go = el('button', { type: 'button', class: 'btn btn-primary', onclick: () => send() },
        `Putuskan ${grouped(sums.main.count + sums.otherwise.count)} berkas`);
    const box = el('div', { role: 'alert' });
    const send = async () => {
      go.disabled = back.disabled = true;
      box.replaceChildren();
      try {
        const { id } = await call('POST', '/api/bulk-decisions', { body: JSON.stringify(list.order()),
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key } });
        list.clear();
        this.follow(id);
      } catch (problem) {
        go.disabled = back.disabled = false;
        const changed = problem.status === 409;
        const gone = problem.errors.filter(error => error.code === 'TASK_GONE').map(error => el('li', {}, error.message));
        box.replaceChildren(el('div', { class: 'ld-error' }, el('p', {}, problem.message), gone.length ? el('ul', {}, gone) : null,
            changed ? el('button', { type: 'button', class: 'btn btn-default', onclick: () => this.choose(list) },
                'Muat daftar baru, pilihan saya tetap') : null));
        go.hidden = changed;
      }
    };
    const row = (label, part) => part.count ? [el('dt', {}, label), el('dd', {}, `${grouped(part.count)} berkas · ${rupiah(part.rupiah)}`)] : [];
    this.show(el('section', { class: 'ld-bulk-confirm', 'aria-labelledby': 'ld-bulk-figures' },
        el('h3', { id: 'ld-bulk-figures', tabindex: -1 }, `Periksa sekali lagi: ${list.kind.name}`),
        el('dl', {}, row(list.words(list.approved()), sums.main), row(list.words(!list.approved()), sums.otherwise),
            row('Dikecualikan, tetap terbuka', sums.leftOut)),
        list.note() ? el('p', { class: 'ld-bulk-note' }, 'Catatan: ', list.note()) : null,
        sums.warned ? el('p', { class: 'ld-bulk-warned' },
            `${grouped(sums.warned)} berkas bertanda peringatan ikut diputuskan. Sudah Anda lihat?`) : null,
        el('p', { class: 'ld-next' }, `${list.next} Setiap berkas diperiksa dengan aturan yang sama seperti bila dibuka satu per satu; `
            + 'yang tidak memenuhi syarat tetap terbuka dan alasannya ditampilkan.'),
        box, el('div', { class: 'ld-bulk-buttons' }, back, go)));
    this.body.querySelector('h3').focus();
  }

  follow(id) {
    this.result = new BulkResult(id, { done: () => this.refresh(), again: () => this.choose() });
    this.show(this.result.element);
    this.result.follow();
  }
}
