/**
 * Documents that belong to a decision: `<div class="ld-upload" data-variable="documentIds"
 * data-kinds="SURAT:Surat permohonan|RAB:Rencana anggaran" data-required="SURAT">`. A file goes to the server when it is
 * chosen; the form then holds its id only. Inside an `.ld-post`, `data-json` names the piece of the body instead.
 * It counts as stored when the server's hash is that of the file; until then the file stays here, to be sent again.
 */
import { chooser, el, newId } from './dom.js';
import { bytes } from './format.js';
import { address, call, newKey, Problem } from './server.js';
import { holds } from './fields.js';
import { sha256, smaller, thumbnail } from './file.js';

const LIMIT = 10 * 1024 * 1024;

/** Files whose upload met the end of the session: in this page's memory until their owner has logged in again. */
const unsent = new Map();

export class Upload {
  constructor(place, owner) {
    this.place = place;
    this.owner = owner;
    this.form = owner.form;
    this.changed = () => owner.changed();
    this.variable = place.dataset.variable;
    this.json = place.dataset.json;
    this.name = `files:${this.variable || this.json}`;
    this.files = [];
    this.kinds = (place.dataset.kinds || 'DOKUMEN:Dokumen').split('|').map(entry => {
      const [kind, ...label] = entry.split(':');
      return { kind: kind.trim(), label: label.join(':').trim() || kind.trim() };
    });
    place.replaceChildren(...this.kinds.map(kind => this.row(kind)));
    this.mark();
    [...unsent.keys()].filter(key => !key.startsWith(`${owner.user} `)).forEach(key => unsent.delete(key));
    this.kinds.filter(entry => unsent.has(this.key(entry))).forEach(entry => this.takeUp(entry));
  }

  key(entry) {
    return `${this.owner.user} ${this.owner.place} ${this.name} ${entry.kind}`;
  }

  /** The upload that the end of the session broke off, under the same key. */
  takeUp(entry) {
    entry.waiting = unsent.get(this.key(entry));
    unsent.delete(this.key(entry));
    this.send(entry);
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
      if (entry.waiting) {
        return true;            // says already why, and how to go on
      }
      entry.loading || this.say(entry, missing ? 'Wajib diunggah.' : '');
      return entry.loading || missing;
    });
    return faulty.length ? faulty[0].input : null;
  }

  get draft() {
    return this.files.map(({ id, kind, sha256, size, name, type }) => ({ id, kind, sha256, size, name, type }));
  }

  restore(files) {
    files.filter(file => this.kinds.some(entry => entry.kind === file.kind) && !this.files.some(other => other.id === file.id))
        .forEach(file => this.add(file));
  }

  row(entry) {
    const id = newId();
    entry.input = el('input', { id, type: 'file', accept: this.place.dataset.accept || null,
      'aria-describedby': `${id}-state`, onchange: () => entry.input.files[0] && this.begin(entry, entry.input.files[0]) });
    entry.caption = el('label', { for: id }, entry.label);
    entry.state = el('div', { id: `${id}-state`, class: 'ld-upload-state', 'aria-live': 'polite' });
    entry.list = el('ul', { class: 'ld-files' });
    entry.row = el('div', { class: 'ld-upload-kind' }, entry.caption, chooser(entry.input), entry.state, entry.list);
    return entry.row;
  }

  say(entry, fault, ...more) {
    entry.input.setAttribute('aria-invalid', fault ? 'true' : 'false');
    entry.state.replaceChildren(...(fault ? [el('p', { class: 'ld-fault' }, fault), ...more] : []));
  }

  async begin(entry, chosen) {
    entry.input.value = '';
    entry.loading = true;
    const file = await smaller(chosen);
    const refused = file.size === 0 ? 'Berkas ini kosong.'
        : file.size > LIMIT ? `Berkas ini ${bytes(file.size)}; batasnya 10 MB.` : '';
    if (refused) {
      entry.loading = false;
      this.say(entry, refused);
      return;
    }
    entry.waiting = { file, key: newKey(), picture: await thumbnail(file),
      note: file === chosen ? '' : `Foto diperkecil dari ${bytes(chosen.size)} menjadi ${bytes(file.size)}.` };
    await this.send(entry);
  }

  /** Under one key until it is there: a line that broke after the last byte leaves one document, not two. */
  async send(entry) {
    const { file, key, picture, note } = entry.waiting;
    const bar = el('progress', { max: file.size, value: 0, 'aria-label': `Mengunggah ${entry.label}` });
    const told = el('span', {}, `${bytes(0)} dari ${bytes(file.size)}`);
    const ending = new AbortController();
    const cancel = el('button', { type: 'button', class: 'btn btn-link btn-xs', onclick: () => ending.abort() }, 'Batalkan');
    entry.state.replaceChildren(...[picture && picture.cloneNode()].filter(Boolean), el('div', {}, `Mengunggah ${file.name} `),
        bar, ' ', told, ' ', cancel, el('div', { class: 'ld-quiet' }, note));
    entry.loading = true;
    entry.input.disabled = true;
    const body = new FormData();
    body.append('kind', entry.kind);
    body.append('file', file, file.name);
    try {
      const hash = sha256(file);
      const stored = await call('POST', '/api/documents', { body, headers: { 'Idempotency-Key': key }, signal: ending.signal,
        progress: sent => {
          bar.value = Math.min(sent, file.size);
          told.textContent = sent < file.size ? `${bytes(bar.value)} dari ${bytes(file.size)}` : 'Terkirim, sedang diperiksa …';
        },
        again: time => { told.textContent = `Sambungan terputus, dicoba lagi (${time + 1} dari 3) …`; } });
      if (stored.sha256 !== await hash) {
        entry.waiting.key = newKey();
        throw new Problem('Berkas yang tersimpan tidak sama dengan berkas Anda. Kirim lagi.', 0);
      }
      entry.waiting = null;
      this.say(entry, '');
      this.add({ id: stored.id, kind: entry.kind, sha256: stored.sha256, size: stored.bytes, name: file.name, type: file.type, picture, note });
    } catch (problem) {
      this.failed(entry, problem, file);
    } finally {
      entry.loading = false;
      entry.input.disabled = false;
    }
  }

  failed(entry, problem, file) {
    if (problem.cancelled) {
      entry.waiting = null;
      this.say(entry, '');
      entry.state.textContent = 'Unggahan dibatalkan.';
      entry.input.focus();
      return;
    }
    const sentence = [problem.message, ...(problem.errors || []).map(error => error.message)]
        .filter((one, i, all) => one && all.indexOf(one) === i).join(' ');
    if (problem.status === 401) {
      unsent.set(this.key(entry), entry.waiting);
      this.owner.logIn();
    }
    if (!problem.unknown && problem.status !== 401 && problem.status !== 409 && problem.status !== 429) {
      entry.waiting = null;         // refused for what it is: another file must be chosen
      this.say(entry, sentence);
      return;
    }
    this.say(entry, `${file.name} belum terkirim. ${sentence}`,
        el('button', { type: 'button', class: 'btn btn-default btn-xs', onclick: () => this.send(entry) }, 'Kirim lagi'), ' ',
        el('button', { type: 'button', class: 'btn btn-link btn-xs', onclick: () => {
          entry.waiting = null;
          this.say(entry, '');
          entry.input.focus();
        } }, 'Buang'));
  }

  add(file) {
    this.files.push(file);
    const entry = this.kinds.find(kind => kind.kind === file.kind);
    const name = file.name || 'Berkas terunggah';
    const line = el('li', {}, file.picture ? [file.picture, ' '] : null,
        el('span', { class: 'ld-tick', 'aria-hidden': 'true' }, '✓'), ' ',
        el('a', { href: `${address('/api/documents/{id}', { id: file.id })}${/^image|pdf$/.test(file.type || '') ? '?inline=true' : ''}`,
          target: '_blank', rel: 'noopener' }, name), ' ',
        el('span', { class: 'ld-quiet', title: `SHA-256 ${file.sha256}` }, `${bytes(file.size)} · tersimpan dan diperiksa ${file.note || ''} `),
        el('button', { type: 'button', class: 'btn btn-link btn-xs', 'aria-label': `Hapus ${name}`,
          onclick: () => {
            this.files = this.files.filter(other => other !== file);
            line.remove();
            this.changed();
            entry.input.focus();
          } }, 'Hapus'));
    entry.list.append(line);
    const folded = entry.row.closest('details');
    if (folded) {
      folded.open = true;
    }
    this.changed();
  }
}
