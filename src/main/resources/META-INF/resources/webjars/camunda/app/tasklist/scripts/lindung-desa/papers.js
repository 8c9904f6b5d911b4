/**
 * The papers of a claim one by one, each with what was brought and the officer's word on it:
 * `<div class="ld-papers" data-url="/api/claims/{caseId}/papers">`. What he chooses is sent before the task is completed.
 */
import { chooser, el, newId } from './dom.js';
import { bytes } from './format.js';
import { address, call, newKey, Problem } from './server.js';
import { showFault } from './fields.js';
import { sha256, smaller } from './file.js';

const STANDINGS = { ABSENT: 'Belum ada', TO_CHECK: 'Perlu diperiksa', ACCEPTED: 'Diterima', REFUSED: 'Ditolak', WAIVED: 'Dibebaskan' };
const FAULTS = { UNREADABLE: 'Tidak terbaca', WRONG_PERSON: 'Atas nama orang lain', EXPIRED: 'Sudah tidak berlaku',
  INCOMPLETE: 'Tidak lengkap (halaman, tanda tangan, saksi, meterai)', OTHER: 'Lainnya' };
const BADGES = { ABSENT: 'soon', TO_CHECK: 'soon', ACCEPTED: 'calm', REFUSED: 'late', WAIVED: 'calm' };

export class Papers {
  constructor(place, values, changed) {
    this.place = place;
    this.values = values;
    this.changed = changed;
    this.rows = [];
    this.name = 'papers';
  }

  async load() {
    this.place.replaceChildren(el('p', { class: 'ld-quiet' }, 'Memuat daftar dokumen …'));
    try {
      const { papers, traffic } = await call('GET', this.place.dataset.url, { values: this.values() });
      this.rows = papers.map(paper => this.row(paper));
      this.place.replaceChildren(...(typeof traffic === 'boolean' ? [this.trafficChoice(traffic)] : []),
          ...this.rows.map(row => row.element));
    } catch (problem) {
      this.place.replaceChildren(el('div', { class: 'ld-error', role: 'alert' }, el('p', {}, problem.message),
          el('button', { type: 'button', class: 'btn btn-default', onclick: () => this.load() }, 'Muat lagi')));
    }
  }

  /** An accident in traffic needs the police's report: the list is drawn anew with it. */
  trafficChoice(traffic) {
    const id = newId();
    const box = el('input', { id, type: 'checkbox', checked: traffic, onchange: async () => {
      await call('POST', this.place.dataset.url, { values: this.values(), body: JSON.stringify({ papers: [], traffic: box.checked }),
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': newKey() } });
      await this.load();
    } });
    return el('label', { for: id }, box, ' Kecelakaan lalu lintas (laporan polisi wajib)');
  }

  row(paper) {
    const there = paper.documents.length > 0;
    const choices = there ? { ACCEPTED: 'Terima', REFUSED: 'Tolak', WAIVED: 'Bebaskan' }
        : { MISSING: 'Belum ada', WAIVED: 'Bebaskan (misalnya aslinya diperlihatkan)' };
    const id = newId();
    const verdict = select(`${id}-verdict`, choices, paper.standing === 'TO_CHECK' || !there && !paper.required ? '– pilih –' : '– tetap –');
    const fault = select(`${id}-fault`, FAULTS, '– pilih –');
    const note = el('input', { id: `${id}-note`, type: 'text', class: 'form-control', maxlength: 500 });
    const why = el('div', { class: 'ld-paper-why', hidden: true }, el('label', { for: fault.id }, 'Mengapa'), fault);
    const more = el('div', { class: 'ld-paper-why', hidden: true }, el('label', { for: note.id }, 'Keterangan untuk keluarga'), note);
    const row = { paper, verdict, fault, note };
    const file = el('input', { id: `${id}-file`, type: 'file', accept: '.pdf,.jpg,.jpeg,.png' });
    const state = el('div', { 'aria-live': 'polite' });
    file.addEventListener('change', () => file.files[0] && this.bring(paper, file, state));
    verdict.addEventListener('change', () => {
      why.hidden = verdict.value !== 'REFUSED';
      more.hidden = !['REFUSED', 'WAIVED'].includes(verdict.value);
      [verdict, fault, note].forEach(input => showFault(input, ''));
      this.changed();
    });
    row.element = el('section', { class: 'ld-paper', 'data-kind': paper.kind, 'aria-labelledby': id },
        el('div', { class: 'ld-paper-head' },
            el('strong', { id }, paper.label), ' ',
            el('span', { class: `ld-badge ld-${BADGES[paper.standing]}` }, STANDINGS[paper.standing]),
            paper.required ? null : el('span', { class: 'ld-quiet' }, ' tidak wajib'),
            el('div', { class: 'ld-quiet' }, `Diterbitkan oleh: ${paper.issuer}. ${paper.legalBasis}`),
            paper.fault || paper.note ? el('p', { class: 'ld-note' },
                [paper.fault && FAULTS[paper.fault], paper.note].filter(Boolean).join(': ')) : null,
            el('ul', { class: 'ld-paper-files' }, paper.documents.map(file => el('li', {},
                el('a', { href: `${address('/api/documents/{id}', { id: file.id })}?inline=true`, target: '_blank', rel: 'noopener' },
                    `Lihat ${file.fileName}`),
                el('span', { class: 'ld-quiet' }, ` ${bytes(file.bytes)}`))))),
        el('div', { class: 'ld-paper-word' }, el('label', { for: verdict.id }, 'Penilaian'), verdict, why, more,
            el('label', { for: file.id, class: 'ld-quiet' }, 'Unggah di loket'), chooser(file), state));
    return row;
  }

  /** What was brought to the counter lies in the claim as soon as it is uploaded. */
  async bring(paper, input, state) {
    const bar = el('progress', { max: 1, value: 0, 'aria-label': `Mengunggah ${paper.label}` });
    state.replaceChildren(bar);
    input.disabled = true;
    const body = new FormData();
    body.append('kind', paper.kind);
    try {
      const file = await smaller(input.files[0]);
      body.append('file', file, file.name);
      const stored = await call('POST', '/api/documents', { body, headers: { 'Idempotency-Key': newKey() },
        progress: (sent, all) => { bar.value = sent / all; } });
      if (stored.sha256 !== await sha256(file)) {
        throw new Problem('Berkas yang tersimpan tidak sama dengan berkas Anda. Kirim lagi.', 0);
      }
      await call('POST', this.place.dataset.url.replace(/papers$/, 'documents'), { values: this.values(),
        body: JSON.stringify({ documents: [stored.id] }), headers: { 'Content-Type': 'application/json', 'Idempotency-Key': newKey() } });
      const chosen = this.draft.filter(([kind]) => kind !== paper.kind);
      await this.load();
      this.restore(chosen);
    } catch (problem) {
      state.replaceChildren(el('p', { class: 'ld-fault' }, [problem.message, ...problem.errors.map(error => error.message)]
          .filter((sentence, i, all) => sentence && all.indexOf(sentence) === i).join(' ')));
      input.disabled = false;
      input.value = '';
    }
  }

  get draft() {
    return this.rows.filter(row => row.verdict.value)
        .map(row => [row.paper.kind, row.verdict.value, row.fault.value, row.note.value]);
  }

  restore(chosen) {
    for (const [kind, verdict, fault, note] of chosen) {
      const row = this.rows.find(one => one.paper.kind === kind);
      if (row && [...row.verdict.options].some(option => option.value === verdict)) {
        [row.verdict.value, row.fault.value, row.note.value] = [verdict, fault, note];
        row.verdict.dispatchEvent(new Event('change'));
      }
    }
  }

  /** A paper that was refused says why, one that is waived too; answers the first input at fault. */
  check() {
    const faulty = this.rows.flatMap(({ verdict, fault, note }) => {
      const noReason = verdict.value === 'REFUSED' && !fault.value;
      const noNote = (verdict.value === 'WAIVED' || fault.value === 'OTHER' && verdict.value === 'REFUSED') && note.value.trim().length < 5;
      showFault(fault, noReason ? 'Pilih alasannya.' : '');
      showFault(note, noNote ? 'Jelaskan alasannya.' : '');
      return [noReason && fault, noNote && note].filter(Boolean);
    });
    return faulty[0] || null;
  }

  async send() {
    const papers = this.rows.filter(row => row.verdict.value).map(({ paper, verdict, fault, note }) => ({
      kind: paper.kind, verdict: verdict.value, fault: verdict.value === 'REFUSED' ? fault.value : null, note: note.value.trim() || null
    }));
    const body = JSON.stringify({ papers });
    if (!papers.length || this.sent === body) {
      return;
    }
    try {
      await call('POST', this.place.dataset.url, { values: this.values(), body,
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': newKey() } });
    } catch (problem) {
      throw problem instanceof Problem ? Object.assign(problem, { left: problem.errors.map(error => error.message) }) : problem;
    }
    this.sent = body;
  }
}

const select = (id, choices, none) => el('select', { id, class: 'form-control' }, el('option', { value: '' }, none),
    Object.entries(choices).map(([value, text]) => el('option', { value }, text)));
