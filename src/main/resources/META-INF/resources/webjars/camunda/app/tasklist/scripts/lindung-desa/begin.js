/**
 * A case that a start form begins: whether the server has begun it, where the page heard no answer. What was posted keeps its
 * id and its key in the draft, so that pressing again, in this page or after it was closed, begins one case and not two.
 */
import { el } from './dom.js';
import { moment } from './format.js';
import { call, Problem } from './server.js';
import { law } from './sheet.js';

const NOT_BEGUN = 'Ini belum tercatat: sambungan atau server terganggu. Isian Anda tetap ada, tekan lagi. '
    + 'Bila tetap gagal, hubungi administrator.';
const UNHEARD = 'Belum diketahui apakah yang Anda kirim sudah tercatat. Isian Anda tetap ada: periksa sambungan, lalu tekan lagi. '
    + 'Yang sudah tercatat tidak akan tercatat dua kali.';

export class Beginning {
  constructor({ process }) {
    this.process = process;
    this.tried = null;          // the case whose start was sent, until it is known what became of it
  }

  /** There is no case yet, the legal basis alone. */
  draw(place) {
    place && place.dataset.legalBasis && place.replaceChildren(el('dl', { class: 'ld-keys' }, el('div', { class: 'ld-key ld-wide' },
        el('dt', {}, 'Dasar hukum'), el('dd', {}, law(place.dataset.legalBasis)))));
  }

  /** The case where he has begun it, null where not. */
  async standing(caseId, quiet) {
    const standing = await call('GET', '/api/start/{process}/{caseId}', { values: { process: this.process, caseId }, quiet });
    return standing.begun ? standing : null;
  }

  async ask() {
    try {
      const begun = await this.standing(this.tried);
      this.tried = null;
      return begun;
    } catch (problem) {
      throw problem.status === 401 || problem.code === 'OTHER_USER' ? problem : new Problem(UNHEARD, 0);
    }
  }

  /** Before anything is sent again, be it with other contents: the answer if the case that was sent before has begun. */
  async before() {
    const begun = this.tried && await this.ask();
    return begun && this.tell(begun);
  }

  /** After a failure: an answer if the case has begun nevertheless, or a Problem that says what is to be said. */
  async after(problem) {
    if (problem.atCompletion && (problem.unknown || problem.status === 409)) {
      const begun = await this.ask();
      if (begun) {
        return this.tell(begun);
      }
    }
    this.tried = problem.atCompletion ? null : this.tried;
    throw problem.atCompletion && problem.unknown ? new Problem(NOT_BEGUN, 0) : problem;
  }

  /** A draft whose case has begun is no draft any more. */
  async supersedes(parts) {
    for (const [name, sent] of parts) {
      const begun = name.startsWith('post:') && sent && sent.id && await this.standing(sent.id);
      if (begun) {
        return Boolean(this.tell(begun, 'dengan isian Anda yang terakhir. Formulir ini kosong untuk yang berikutnya'));
      }
    }
    return false;
  }

  /** Begun and answered: its number is worth a question, and no trouble where there is no answer. */
  done() {
    this.standing(this.tried, true).then(begun => begun && this.tell(begun), () => {});
    this.tried = null;
  }

  close() {}

  /** The dialog closes: said on the page, until it is put away. What Tasklist hears instead of an answer. */
  tell(begun, more = '') {
    document.querySelectorAll('.ld-told').forEach(old => old.remove());
    const told = el('div', { class: 'ld-told', role: 'status' });
    document.body.append(told);
    told.append(el('p', {}, `${named(begun)} ${more}`.trim(), '.'),
        el('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: () => told.remove() }, 'Tutup'));
    return { id: begun.instanceId };
  }
}

/** Sudah tercatat, nomor JKM-2026-000001, pada … */
const named = ({ number, title, at }) => ['Sudah tercatat', number ? `nomor ${number}` : title, `pada ${moment(at)}`]
    .filter(Boolean).join(', ');
