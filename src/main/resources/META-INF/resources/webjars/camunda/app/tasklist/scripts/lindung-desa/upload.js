/**
 * Documents that belong to a decision: `<div class="ld-upload" data-variable="documentIds"
 * data-kinds="SURAT:Surat permohonan|RAB:Rencana anggaran" data-required="SURAT">`. A file goes to the server when it is
 * chosen; the form then holds its id only. Inside an `.ld-post`, `data-json` names the piece of the body instead.
 */
import { el, newId } from './dom.js';
import { bytes } from './format.js';
import { call } from './server.js';
import { holds } from './fields.js';

const LIMIT = 10 * 1024 * 1024;

export class Upload {
  constructor(place, form, changed) {
    this.place = place;
    this.form = form;
    this.changed = changed;
    this.variable = place.dataset.variable;
    this.json = place.dataset.json;
    this.files = [];
    this.running = 0;
    this.kinds = (place.dataset.kinds || 'DOKUMEN:Dokumen').split('|').map(entry => {
      const [kind, ...label] = entry.split(':');
      return { kind: kind.trim(), label: label.join(':').trim() || kind.trim() };
    });
    place.replaceChildren(...this.kinds.map(kind => this.row(kind)));
    this.mark();
  }

  get ids() {
    return this.files.map(file => file.id);
  }

  get required() {
    const condition = this.place.dataset.requiredWhen;
    return condition && !holds(condition, this.form) ? []
        : (this.place.dataset.required || '').split(/[|,]/).map(kind => kind.trim()).filter(Boolean);
  }

  /** Shows which kinds must be there; called again when an answer may have changed it. */
  mark() {
    const required = this.required;
    this.kinds.forEach(entry => entry.caption.classList.toggle('ld-required', required.includes(entry.kind)));
  }

  /** Shows what is missing beside its kind; answers the first input at fault, or nothing. */
  check() {
    const required = this.required;
    const faulty = this.kinds.filter(entry => {
      const missing = required.includes(entry.kind) && !this.files.some(file => file.kind === entry.kind);
      this.say(entry, entry.loading ? 'Tunggu sampai unggahan selesai.' : missing ? 'Wajib diunggah.' : '');
      return entry.loading || missing;
    });
    return faulty.length ? faulty[0].input : null;
  }

  /** What a reload may bring back: ids and hashes, no file names. */
  get draft() {
    return this.files.map(({ id, kind, sha256, size }) => ({ id, kind, sha256, size }));
  }

  restore(files) {
    files.filter(file => this.kinds.some(entry => entry.kind === file.kind)).forEach(file => this.add(file));
  }

  row(entry) {
    const id = newId();
    entry.input = el('input', { id, type: 'file', accept: this.place.dataset.accept || null,
      'aria-describedby': `${id}-state`, onchange: () => this.send(entry) });
    entry.caption = el('label', { for: id }, entry.label);
    entry.state = el('div', { id: `${id}-state`, class: 'ld-upload-state', 'aria-live': 'polite' });
    entry.list = el('ul', { class: 'ld-files' });
    return el('div', { class: 'ld-upload-kind' }, entry.caption, entry.input, entry.state, entry.list);
  }

  say(entry, fault) {
    entry.input.setAttribute('aria-invalid', fault ? 'true' : 'false');
    entry.state.replaceChildren(...(fault ? [el('p', { class: 'ld-fault' }, fault)] : []));
  }

  async send(entry) {
    const file = entry.input.files[0];
    if (!file) {
      return;
    }
    const refused = file.size === 0 ? 'Berkas ini kosong.'
        : file.size > LIMIT ? `Berkas ini ${bytes(file.size)}; batasnya 10 MB.` : '';
    if (refused) {
      this.say(entry, refused);
      entry.input.value = '';
      return;
    }
    const bar = el('progress', { max: 1, value: 0, 'aria-label': `Mengunggah ${entry.label}` });
    entry.state.replaceChildren(bar, ` Mengunggah ${file.name} …`);
    entry.loading = true;
    entry.input.disabled = true;
    const body = new FormData();
    body.append('kind', entry.kind);
    body.append('file', file, file.name);
    try {
      const stored = await call('POST', '/api/documents', { body, progress: part => { bar.value = part; } });
      this.say(entry, '');
      this.add({ id: stored.id, kind: entry.kind, sha256: stored.sha256, size: stored.bytes, name: file.name });
    } catch (problem) {
      this.say(entry, [problem.message, ...problem.errors.map(error => error.message)]
          .filter((sentence, i, all) => sentence && all.indexOf(sentence) === i).join(' '));
    } finally {
      entry.loading = false;
      entry.input.disabled = false;
      entry.input.value = '';
    }
  }

  add(file) {
    this.files.push(file);
    const entry = this.kinds.find(kind => kind.kind === file.kind);
    const line = el('li', {},
        el('span', { class: 'ld-tick', 'aria-hidden': 'true' }, '✓'), ` ${file.name || 'Berkas terunggah'} `,
        el('span', { class: 'ld-quiet' }, `${bytes(file.size)} · SHA-256 ${String(file.sha256).slice(0, 8)}… `),
        el('button', { type: 'button', class: 'btn btn-link btn-xs', 'aria-label': `Hapus ${file.name || entry.label}`,
          onclick: () => {
            this.files = this.files.filter(other => other !== file);
            line.remove();
            this.changed();
            entry.input.focus();
          } }, 'Hapus'));
    entry.list.append(line);
    this.changed();
  }
}
