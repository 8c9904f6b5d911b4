/** The list to choose from: sorted, searched, picked; single lines taken out or decided otherwise, each with a reason. */
import { el, newId } from './dom.js';
import { day, grouped, moment, rupiah } from './format.js';
import { countOf, isPicked, kindOf, lastKind, settle } from './picks.js';
import { address, call } from './server.js';

const SHORTEST = 5;
const COLUMNS = { place: 'Berkas', quantity: 'Banyaknya', rupiah: 'Jumlah', daysLeft: 'Sisa hari' };
const nothing = () => ({ count: 0, rupiah: 0 });

export class BulkList {
  constructor(kinds, orders, { confirm, look, kept, kind }) {
    this.kinds = kinds;
    this.onConfirm = confirm;
    this.kind = kinds.find(one => kindOf(one) === kind) || kinds[0];
    this.kept = kept && kept.kind && this.kind && kindOf(kept.kind) === kindOf(this.kind) ? kept : null;
    this.next = '';
    this.lines = [];
    this.sort = null;
    this.content = el('div', {});
    this.element = el('div', {}, this.chooser(), this.content, earlier(orders, look));
  }

  chooser() {
    if (!this.kind) {
      return el('p', { class: 'ld-next' }, 'Tidak ada tugas yang dapat diputuskan sekaligus. Tugas lain dibuka satu per satu.');
    }
    const id = newId();
    const select = el('select', { id, class: 'form-control', onchange: () => {
      this.kind = this.kinds[select.selectedIndex];
      this.kept = null;
      this.load();
    } }, this.kinds.map(kind => el('option', { selected: kind === this.kind }, `${kind.name} (${grouped(kind.count)})`)));
    return el('p', {}, el('label', { for: id }, 'Jenis tugas'), select);
  }

  async load() {
    if (!this.kind) {
      return;
    }
    this.content.replaceChildren(el('p', { class: 'ld-quiet' }, 'Memuat berkas …'));
    try {
      const { process, element } = this.kind;
      const query = new URLSearchParams({ process, element });
      const { lines } = await call('GET', `/api/bulk-decisions/candidates?${query}`);
      const before = new Map(this.kept ? this.kept.lines.map(line => [line.taskId, line]) : []);
      this.lines = lines.map(line => {
        const { apart = '', reason = '' } = before.get(line.taskId) || {};
        return { ...line, chosen: isPicked(line.taskId), apart, reason };
      });
      this.gone = settle(kindOf(this.kind), this.lines);
      await this.form();
      this.draw();
    } catch (problem) {
      this.content.replaceChildren(el('div', { class: 'ld-error', role: 'alert' }, el('p', {}, problem.message),
          el('button', { type: 'button', class: 'btn btn-default', onclick: () => this.load() }, 'Muat lagi')));
    }
  }

  /** The words of the decision are those of the step's own form. */
  async form() {
    this.options = { true: 'Setujui', false: 'Kembalikan' };
    this.next = '';
    const task = this.lines[0];
    if (!task) {
      return;
    }
    try {
      const answer = await fetch(address('/camunda/api/engine/engine/default/task/{id}/deployed-form', { id: task.taskId }));
      const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : '', 'text/html');     // inert
      page.querySelectorAll('#approved option[value]').forEach(option => { this.options[option.value] = option.textContent.trim() || this.options[option.value]; });
      const next = page.querySelector('.ld-next');
      this.next = next ? next.textContent.trim().replace(/^Setelah Anda menekan Selesai: (.)/, (all, first) => `Sesudahnya: ${first}`) : '';
    } catch (unreachable) {
      // the plain words do
    }
  }

  draw() {
    const before = this.kept;
    const search = newId();
    this.search = el('input', { id: search, type: 'search', class: 'form-control', placeholder: 'nama desa atau kode',
      oninput: () => this.drawRows() });
    this.only = el('input', { type: 'checkbox', checked: this.lines.some(line => line.chosen), onchange: () => this.drawRows() });
    this.all = el('input', { type: 'checkbox', 'aria-label': 'Pilih semua yang tampil', onchange: () => {
      this.shown().forEach(line => { line.chosen = this.all.checked; });
      this.drawRows();
    } });
    this.counted = this.lines.some(line => line.quantity !== null);
    this.heads = Object.entries(COLUMNS).filter(([name]) => name !== 'quantity' || this.counted).map(([name, label]) =>
        el('th', { scope: 'col', 'data-column': name, class: name === 'place' ? null : 'ld-number' }, el('button', { type: 'button', class: 'ld-bulk-sort', onclick: () => this.sortBy(name) }, label)));
    this.rows = el('tbody', {});
    this.totals = el('p', { class: 'ld-bulk-totals', 'aria-live': 'polite' });
    const warned = this.lines.filter(line => line.warnings.length).length;
    this.content.replaceChildren(
        warned ? el('p', { class: 'ld-bulk-warned' },
            `${grouped(warned)} berkas bertanda peringatan berdiri paling atas. Buka dan lihat yang itu sebelum memutuskan.`) : '',
        this.gone ? el('p', { class: 'ld-bulk-warned' }, `${grouped(this.gone)} berkas yang Anda pilih tidak lagi menunggu Anda.`) : '',
        el('p', {}, el('label', { for: search }, 'Cari'), this.search),
        el('label', { class: 'ld-bulk-only' }, this.only, ' Hanya yang sudah dipilih'),
        el('div', { class: 'ld-bulk-table', tabindex: 0, role: 'region', 'aria-label': 'Berkas yang menunggu' }, el('table', {},
            el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, el('label', { class: 'ld-bulk-all' }, this.all, ' Semua')), this.heads,
                el('th', { scope: 'col' }, 'Pengecualian'))), this.rows)),
        this.totals, this.decision(before));
    this.drawRows();
  }

  decision(before) {
    const [decision, note, faults] = [newId(), newId(), newId()];
    this.select = el('select', { id: decision, class: 'form-control' }, el('option', { value: '' }, '– pilih keputusan –'),
        ['true', 'false'].map(value => el('option', { value }, this.options[value])));
    this.text = el('textarea', { id: note, class: 'form-control', rows: 2, maxlength: 2000 });
    if (before && before.select) {
      this.select.value = before.select.value;
      this.text.value = before.text.value;
    }
    this.box = el('div', { id: faults, role: 'alert' });
    return el('fieldset', {}, el('legend', {}, 'Keputusan untuk semua yang dipilih'),
        el('p', { onchange: () => this.box.replaceChildren() }, el('label', { for: decision }, 'Keputusan'), this.select),
        el('p', {}, el('label', { for: note }, 'Catatan untuk setiap berkas (wajib bila tidak disetujui)'), this.text),
        this.next ? el('p', { class: 'ld-next' }, this.next) : '', this.box,
        el('div', { class: 'ld-bulk-buttons' },
            el('button', { type: 'button', class: 'btn btn-primary', onclick: () => this.check() }, 'Periksa dan lanjutkan')));
  }

  shown() {
    const word = this.search.value.trim().toLowerCase();
    return this.lines.filter(line => (!word || line.place.toLowerCase().includes(word)) && (!this.only.checked || line.chosen));
  }

  sortBy(name) {
    const down = this.sort && this.sort.name === name && !this.sort.down;
    this.sort = { name, down };
    this.lines.sort((a, b) => (down ? -1 : 1) * (name === 'place' ? a.place.localeCompare(b.place, 'id') : (a[name] ?? Infinity) - (b[name] ?? Infinity)));
    this.heads.forEach(head => head.setAttribute('aria-sort', head.dataset.column !== name ? 'none' : down ? 'descending' : 'ascending'));
    this.drawRows();
  }

  drawRows() {
    const shown = this.shown();
    this.rows.replaceChildren(...shown.map(line => this.row(line)));
    shown.length || this.rows.append(el('tr', {}, el('td', { colspan: 6 }, this.lines.length ? 'Tidak ada yang cocok.' : 'Tidak ada berkas yang menunggu.')));
    this.count();
  }

  count() {
    const shown = this.shown();
    this.all.checked = shown.length > 0 && shown.every(line => line.chosen);
    this.all.indeterminate = !this.all.checked && shown.some(line => line.chosen);
    settle(kindOf(this.kind), this.lines);
    const { main, otherwise, leftOut } = this.sums();
    this.totals.textContent = `Dipilih ${grouped(main.count)} dari ${grouped(this.lines.length)} berkas · ${rupiah(main.rupiah)}`
        + (otherwise.count ? ` · ${grouped(otherwise.count)} diputuskan sebaliknya` : '')
        + (leftOut.count ? ` · ${grouped(leftOut.count)} dikecualikan` : '');
  }

  row(line) {
    const box = el('input', { type: 'checkbox', checked: line.chosen, 'aria-label': `Pilih ${line.place}`, onchange: () => {
      line.chosen = box.checked;
      this.count();
    } });
    const cell = el('td', { class: 'ld-bulk-apart' });
    const except = () => cell.replaceChildren(line.apart ? this.apart(line, except)
        : el('button', { type: 'button', class: 'btn btn-link', 'aria-label': `Kecualikan ${line.place}`, onclick: () => {
          Object.assign(line, { apart: 'out', chosen: true });
          box.checked = true;
          except();
          cell.querySelector('select').focus();
          this.count();
        } }, 'Kecualikan'));
    except();
    return el('tr', { class: line.warnings.length ? 'ld-bulk-risky' : null }, el('td', {}, box),
        el('td', { class: 'ld-bulk-place' }, line.place, line.warnings.map(warning => el('span', { class: 'ld-badge ld-soon' }, warning))),
        this.counted ? el('td', { class: 'ld-number' }, line.quantity === null ? '–' : `${grouped(line.quantity)} ${line.counted || ''}`) : null,
        el('td', { class: 'ld-number' }, line.rupiah === null ? '–' : rupiah(line.rupiah)),
        el('td', { class: 'ld-number' }, left(line)), cell);
  }

  apart(line, except) {
    const what = el('select', { class: 'form-control', 'aria-label': `Yang terjadi dengan ${line.place}`, onchange: () => {
      line.apart = what.value;
      except();
      this.count();
    } }, [['out', 'Lewati, tetap terbuka'], ['otherwise', 'Putuskan sebaliknya'], ['', 'Ikut keputusan']].map(([value, label]) =>
        el('option', { value, selected: value === line.apart }, label)));
    const why = el('input', { type: 'text', class: 'form-control', maxlength: 2000, placeholder: 'alasan (wajib)',
      'aria-label': `Alasan untuk ${line.place}`, oninput: () => { line.reason = why.value; } });
    why.value = line.reason;
    return el('div', {}, what, why);
  }

  approved() {
    return this.select.value === 'true';
  }

  note() {
    return this.text.value.trim();
  }

  /** Something else was picked on the cards since. */
  outdated() {
    const kind = this.kind && kindOf(this.kind);
    return Boolean(lastKind()) && lastKind() !== kind || this.lines.some(line => line.chosen !== isPicked(line.taskId))
        || this.lines.filter(line => line.chosen).length !== countOf(kind);
  }

  /** Ordered: nothing of it is picked any more. */
  clear() {
    this.lines.forEach(line => { line.chosen = false; });
    settle(kindOf(this.kind), this.lines);
  }

  /** What the form of the step calls that decision. */
  words(approved) {
    return this.options[approved];
  }

  sums() {
    const sums = { main: nothing(), otherwise: nothing(), leftOut: nothing(), warned: 0 };
    this.lines.filter(line => line.chosen).forEach(line => {
      const part = line.apart === 'out' ? sums.leftOut : line.apart === 'otherwise' ? sums.otherwise : sums.main;
      part.count++;
      part.rupiah += line.rupiah || 0;
      sums.warned += part !== sums.leftOut && line.warnings.length ? 1 : 0;
    });
    return sums;
  }

  order() {
    const chosen = this.lines.filter(line => line.chosen);
    return { process: this.kind.process, element: this.kind.element, taskIds: chosen.map(line => line.taskId),
      approved: this.approved(), note: this.note() || null,
      exceptions: chosen.filter(line => line.apart).map(line => ({ taskId: line.taskId, reason: line.reason.trim(),
        ...(line.apart === 'otherwise' ? { approved: !this.approved() } : {}) })),
      expected: { count: chosen.length, rupiah: chosen.reduce((sum, line) => sum + (line.rupiah || 0), 0) } };
  }

  /** Says what is missing, or goes on to the figures. */
  check() {
    const sums = this.sums();
    const missing = this.lines.filter(line => line.chosen && line.apart
        && line.reason.trim().length < (line.apart === 'otherwise' ? SHORTEST : 1));
    const fault = !(sums.main.count + sums.otherwise.count) ? ['Pilih sedikitnya satu berkas.', this.all]
        : missing.length ? [`Isi alasan pengecualian: ${missing.slice(0, 3).map(line => line.place).join(', ')}${missing.length > 3 ? ' …' : ''}.`, this.search]
        : !this.select.value ? ['Pilih keputusan.', this.select]
        : !this.approved() && this.note().length < SHORTEST ? [`Isi catatan alasan (sedikitnya ${SHORTEST} huruf).`, this.text] : null;
    this.box.replaceChildren(...fault ? [el('p', { class: 'ld-fault' }, fault[0])] : []);
    fault ? fault[1].focus() : this.onConfirm();
  }
}

function left({ due, daysLeft }) {
  if (due === null) {
    return '–';
  }
  const [text, kind] = daysLeft < 0 ? [`terlambat ${grouped(-daysLeft)} hari`, 'late'] : daysLeft === 0 ? ['hari ini', 'soon']
      : [`${grouped(daysLeft)} hari`, daysLeft <= 2 ? 'soon' : 'calm'];
  return el('span', { class: `ld-badge ld-${kind}`, title: day(due) }, text);
}

const earlier = (orders, look) => orders.length ? el('details', { class: 'ld-bulk-earlier' },
    el('summary', {}, `Keputusan Anda sebelumnya (${orders.length})`),
    el('ul', {}, orders.map(order => el('li', {}, `${moment(order.orderedAt)}: ${order.name}, ${grouped(order.decided)} dari ${grouped(order.total)} diputuskan `,
        el('button', { type: 'button', class: 'btn btn-link', onclick: () => look(order.id) }, 'Lihat'))))) : '';
