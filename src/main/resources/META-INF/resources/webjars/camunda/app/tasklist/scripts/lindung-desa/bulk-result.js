/** The way of an order: how far it is, and at its end what became of each line. */
import { el, newId } from './dom.js';
import { grouped, rupiah } from './format.js';
import { address, call } from './server.js';

const EVERY = 800;
const PAGE = 500;
/** What did not go the way of the order is read first. */
const rank = (line, order) => line.state === 'REFUSED' ? 0 : line.state === 'LEFT_OUT' ? 1 : line.approved !== order.approved ? 2 : 3;
const LOOKS = ['late', 'soon', 'soon', 'calm'];

export class BulkResult {
  constructor(id, { done, again }) {
    this.id = id;
    this.onDone = done;
    this.onAgain = again;
    this.running = true;
    this.element = el('section', { class: 'ld-bulk-result' }, el('p', { class: 'ld-quiet' }, 'Memuat …'));
  }

  pause() {
    clearTimeout(this.timer);
  }

  async follow() {
    this.pause();
    try {
      const { order } = await call('GET', '/api/bulk-decisions/{id}?size=1', { values: { id: this.id } });
      this.running = order.state === 'RUNNING';
      if (this.running) {
        this.progress(order);
        this.timer = setTimeout(() => this.follow(), EVERY);
      } else {
        this.onDone();
        this.end(order, await this.lines(order));
      }
    } catch (problem) {
      this.element.replaceChildren(el('div', { class: 'ld-error', role: 'alert' }, el('p', {}, problem.message),
          el('p', {}, 'Keputusan Anda tetap berjalan di server.'),
          el('button', { type: 'button', class: 'btn btn-default', onclick: () => this.follow() }, 'Lihat lagi')));
    }
  }

  progress(order) {
    if (!this.bar) {
      const id = newId();
      this.bar = el('progress', { id, max: order.total });
      this.said = el('p', { 'aria-live': 'polite' });
      this.element.replaceChildren(el('h3', {}, order.name), el('label', { for: id }, 'Sedang diputuskan, berkas demi berkas'), this.bar, this.said,
          el('p', { class: 'ld-next' }, 'Anda boleh menutup jendela ini, bahkan keluar: pekerjaan tetap berjalan, dan hasilnya ada di “Putuskan banyak”.'));
    }
    this.bar.value = order.done;
    this.said.textContent = `${grouped(order.done)} dari ${grouped(order.total)} berkas · ${grouped(order.decided)} diputuskan`
        + (order.refused ? ` · ${grouped(order.refused)} tidak dapat diputuskan` : '');
  }

  async lines(order) {
    const all = [];
    for (let page = 0, total = 1; page * PAGE < total; page++) {
      const { lines } = await call('GET', `/api/bulk-decisions/{id}?size=${PAGE}&page=${page}`, { values: { id: this.id } });
      all.push(...lines.items);
      total = lines.total;
    }
    return all.sort((a, b) => rank(a, order) - rank(b, order) || a.number - b.number);
  }

  end(order, lines) {
    this.bar = null;
    const heading = el('h3', { tabindex: -1 }, `Selesai: ${order.name}`);
    const otherwise = lines.filter(line => line.state === 'DECIDED' && line.approved !== order.approved).length;
    this.element.replaceChildren(heading,
        el('p', { class: 'ld-bulk-totals' }, `${grouped(order.decided)} berkas diputuskan · ${rupiah(order.decidedRupiah)}`,
            otherwise ? ` · ${grouped(otherwise)} di antaranya sebaliknya` : '',
            order.leftOut ? ` · ${grouped(order.leftOut)} dikecualikan` : '',
            order.refused ? ` · ${grouped(order.refused)} tidak dapat diputuskan` : ''),
        el('div', { class: 'ld-bulk-buttons' },
            el('a', { class: 'btn btn-default', href: address(order.resultsFile), download: true }, 'Unduh hasil (XLSX)'),
            el('button', { type: 'button', class: 'btn btn-default', onclick: this.onAgain }, 'Kembali ke daftar')),
        el('div', { class: 'ld-bulk-table', tabindex: 0, role: 'region', 'aria-label': 'Hasil setiap berkas' }, el('table', {},
            el('thead', {}, el('tr', {}, ['Berkas', 'Jumlah', 'Hasil', 'Keterangan'].map(label =>
                el('th', { scope: 'col', class: label === 'Jumlah' ? 'ld-number' : null }, label)))),
            el('tbody', {}, lines.map(line => el('tr', {}, el('td', { class: 'ld-bulk-place' }, line.place),
                el('td', { class: 'ld-number' }, line.rupiah === null ? '–' : rupiah(line.rupiah)),
                el('td', {}, el('span', { class: `ld-badge ld-${LOOKS[rank(line, order)]}` }, outcome(line))),
                el('td', {}, line.message || line.reason || '')))))));
    heading.focus();
  }
}

const outcome = line => line.state === 'REFUSED' ? 'Tidak diputuskan' : line.state === 'LEFT_OUT' ? 'Dikecualikan'
    : line.approved ? 'Disetujui' : 'Dikembalikan';
