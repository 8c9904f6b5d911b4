/** How a task stands: others work too, and he himself in another window. Asked when he comes back, and where no answer was heard. */
import { moment } from './format.js';
import { call, Problem } from './server.js';

const UNSURE = 'Belum diketahui apakah keputusan Anda sampai ke server. Isian Anda tetap ada: periksa sambungan, lalu tekan lagi. '
    + 'Yang sudah tercatat tidak akan tercatat dua kali.';
const NOT_DONE = 'Keputusan Anda belum tercatat: sambungan atau server terganggu. Isian Anda tetap ada, tekan lagi. '
    + 'Bila tetap gagal, hubungi administrator.';

export class Standing {
  constructor(form) {
    this.form = form;
    this.back = () => document.visibilityState === 'visible' && this.look();
    document.addEventListener('visibilitychange', this.back);
  }

  close() {
    document.removeEventListener('visibilitychange', this.back);
  }

  /** A task is sent once, and its draft goes with it: what begins a case has more to say here. */
  before() {}

  done() {}

  supersedes() {
    return false;
  }

  /** After a failure: an answer if the server had done it nevertheless, or a Problem that says what is to be said. */
  async after(problem) {
    const lost = problem.atCompletion && problem.unknown;
    this.unsure = this.unsure || lost;
    const gone = problem.status === 404 || problem.status === 409 || /task is null|tidak ada lagi|pejabat lain/i.test(problem.message);
    const standing = this.unsure || gone ? await this.heard().catch(() => null) : null;
    if (standing && standing.state === 'DONE' && standing.yours && this.unsure) {
      return {};
    }
    const sentence = standing && this.sentence(standing);
    throw sentence ? new Problem(sentence, 0) : lost ? new Problem(standing ? NOT_DONE : UNSURE, 0) : problem;
  }

  /** The window is in front again. */
  async look() {
    if (!this.form.sending && !this.over) {
      const standing = await this.heard(true).catch(problem => problem.code === 'OTHER_USER' && problem);
      const sentence = standing && (standing.message || this.sentence(standing));
      sentence && this.form.refuse(sentence);
    }
  }

  heard(quiet) {
    return call('GET', '/api/tasks/{task}/standing', { values: { task: this.form.camForm.taskId }, quiet });
  }

  /** Why the task is not his to do, or ''. */
  sentence({ state, yours, holder, at }) {
    const who = yours ? 'Anda sendiri, di jendela lain,' : holder || 'pejabat lain';
    const { draft } = this.form;
    const sentence = state === 'DONE' && !(yours && this.unsure) ? `Tugas ini sudah diselesaikan oleh ${who} pada ${moment(at)}. Yang Anda isi di sini tidak dikirim.`
        : state === 'WITHDRAWN' ? `Tugas ini sudah ditarik pada ${moment(at)} karena perkaranya berlanjut dengan cara lain.`
        : state === 'OPEN' && holder && !yours ? `Tugas ini sekarang dikerjakan oleh ${holder}. Yang Anda isi di sini tidak dikirim.` : '';
    this.over = Boolean(sentence) && state !== 'OPEN';
    this.over && draft && draft.end();
    return sentence;
  }
}
