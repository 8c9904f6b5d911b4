/**
 * What was typed survives a closed browser, a power cut and a change of computer: it is kept by the server for this user
 * alone, and nothing of it in the browser, which others in a village office use too. It goes when the task is done.
 */
import { el } from './dom.js';
import { inputsOf, nameOf, reveal } from './fields.js';
import { moment } from './format.js';
import { address, call, reader, token } from './server.js';

const REST = 1200;
const LATER = 15000;
const PATH = '/api/drafts/{place}';
const TICKED = /^(checkbox|radio)$/;

/** What could not be sent because the session had ended: it waits here for its writer to log in again. */
const unsent = new Map();

export class Draft {
  /** `parts` are what holds more than inputs: each with a `name`, its `draft` and `restore(draft)`; `lists` have as many rows as were typed. */
  constructor(form, user, place, parts, lists) {
    this.form = form;
    this.values = { place };
    this.key = `${user} ${place}`;
    unsent.forEach((kept, key) => key.startsWith(`${user} `) || unsent.delete(key));
    this.parts = parts;
    this.lists = lists;
    this.touched = new Set();
    this.saved = null;
    this.state = el('p', { class: 'ld-quiet ld-draft', role: 'status' });
    form.addEventListener('input', event => this.touched.add(event.target));
    this.leave = () => document.visibilityState === 'hidden' && this.part();
    document.addEventListener('visibilitychange', this.leave);
    window.addEventListener('pagehide', this.leave);
  }

  get inputs() {
    return inputsOf(this.form);
  }

  get content() {
    return this.of(this.inputs);
  }

  of(some) {
    return JSON.stringify({
      fields: this.inputs.map(input => [nameOf(input), !some.includes(input) ? null : TICKED.test(input.type) ? input.checked && input.value : input.value]),
      parts: this.parts.map(part => [part.name, part.draft])
    });
  }

  /** What the form itself proposes: Angular has emptied it by now. */
  propose() {
    this.inputs.forEach(input => fill(input, undefined));
  }

  /** Fills in what was typed before, except where somebody has typed already, and unless that is `over`. */
  async restore(over = async () => false) {
    try {
      const waiting = unsent.get(this.key);
      const kept = waiting && !waiting.early ? waiting : await call('GET', PATH, { values: this.values });
      if (kept && await over(JSON.parse(kept.content).parts)) {
        await call('DELETE', PATH, { values: this.values });
        this.state.replaceChildren();
      } else if (kept || waiting) {
        [kept, waiting].forEach(one => one && this.lay(JSON.parse(one.content)));
        this.state.replaceChildren(waiting ? 'Isian Anda dipulihkan. ' : `Konsep Anda dari ${moment(kept.savedAt)} dipulihkan. `,
            el('button', { type: 'button', class: 'btn btn-link btn-xs', onclick: () => this.discard() }, 'Hapus konsep'));
      }
      this.saved = this.touched.size || waiting ? '' : this.content;
      unsent.delete(this.key);
      this.save();
    } catch (unheard) {
      this.state.replaceChildren('Konsep yang tersimpan belum dapat dibaca. ',
          el('button', { type: 'button', class: 'btn btn-link btn-xs', onclick: () => this.restore(over) }, 'Coba lagi'));
    }
  }

  lay({ fields, parts }) {
    this.lists.forEach(list => list.hold(fields.map(([name]) => name)));
    for (const input of this.inputs) {
      const at = fields.findIndex(([name]) => name === nameOf(input));
      const typed = at < 0 ? null : fields.splice(at, 1)[0][1];
      if (typed !== null && !this.touched.has(input)) {
        fill(input, typed);
        input === document.activeElement && input.select?.();
      }
      typed && reveal(input);
    }
    parts.forEach(([name, draft]) => draft && this.parts.filter(part => part.name === name).forEach(part => part.restore(draft)));
  }

  get changed() {
    return !this.over && this.saved !== null && this.content !== this.saved;
  }

  /** Soon, once nobody types any more. */
  save() {
    if (this.changed) {
      this.wait(REST);
    }
  }

  wait(time) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush({ quiet: true }).catch(() => {}), time);
  }

  /** Now; a Problem where it could not be kept. */
  async flush(options = {}) {
    clearTimeout(this.timer);
    const content = this.content;
    if (!this.changed) {
      return;
    }
    try {
      const { savedAt } = await call('PUT', PATH, { values: this.values, ...options, body: JSON.stringify({ content }),
        headers: { 'Content-Type': 'application/json' } });
      this.saved = content;
      this.state.textContent = `Konsep tersimpan ${moment(savedAt)}.`;
    } catch (problem) {
      this.state.textContent = problem.status === 404 ? '' : [401, 409].includes(problem.status)
          ? `Konsep belum tersimpan. ${problem.message}` : 'Konsep belum tersimpan; dicoba lagi.';
      problem.status !== 404 && this.wait(LATER);
      throw problem;
    }
  }

  /** The form is taken away, be it for the login page: nothing of it is lost. */
  close() {
    const early = this.saved === null;     // the draft is unread: this lies over it
    if (early ? this.touched.size && !this.over : this.changed) {
      unsent.set(this.key, { early, content: early ? this.of([...this.touched]) : this.content });
      this.part();
    }
    this.end();
  }

  /** The page goes away: what is not kept yet is sent behind it. */
  part() {
    if (!this.changed) {
      return;
    }
    clearTimeout(this.timer);
    const content = this.content;
    fetch(address(PATH, this.values), { method: 'PUT', keepalive: true, credentials: 'same-origin', body: JSON.stringify({ content }),
      headers: { ...reader(), 'Content-Type': 'application/json', 'X-Requested-With': 'XMLHttpRequest', 'X-XSRF-TOKEN': token() } })
        .then(answer => {
          if (answer.ok) {
            this.saved = content;
            unsent.get(this.key)?.content === content && unsent.delete(this.key);
          }
        }, () => {});
  }

  async discard() {
    await call('DELETE', PATH, { values: this.values });
    this.end();
    window.location.reload();
  }

  /** The task is done, or the case has begun. */
  clear() {
    this.end();
    call('DELETE', PATH, { values: this.values, quiet: true }).catch(() => {});
  }

  end() {
    clearTimeout(this.timer);
    this.over = true;
    document.removeEventListener('visibilitychange', this.leave);
    window.removeEventListener('pagehide', this.leave);
  }
}

function fill(input, typed) {
  if (TICKED.test(input.type)) {
    input.checked = typed === undefined ? input.defaultChecked : Boolean(typed);
  } else if (input.tagName === 'SELECT') {
    const proposed = [...input.options].find(option => option.defaultSelected && !option.value.startsWith('? '));
    const value = typed === undefined ? proposed && proposed.value : typed;
    if (value && [...input.options].some(option => option.value === value)) {
      input.value = value;
    }
  } else {
    input.value = typed === undefined ? input.defaultValue : typed;
  }
}
