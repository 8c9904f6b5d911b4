/**
 * What holds personal data goes to our API before the task is completed, and the process hears the id only:
 * `<div class="ld-post" data-url="/api/claims?draft=true" data-result-variable="claimId">` with inputs
 * `data-json="workerNik"`, `data-json="heirs[0].name"` inside. With a file input `data-part="annex"` the body becomes
 * multipart and the JSON its part `data-json-part`.
 */
import { inputsOf, showFault, textOf, typed } from './fields.js';
import { call, newKey } from './server.js';

export class Post {
  constructor(place, uploads, values) {
    this.place = place;
    this.uploads = uploads.filter(upload => upload.json && place.contains(upload.place));
    this.values = values;
    this.variable = place.dataset.resultVariable;
    this.name = `post:${place.dataset.url}`;
    this.sent = null;
  }

  /** What a page that is opened again must know of what this one sent. */
  get draft() {
    return this.sent && { key: this.sent.key, id: this.sent.id };
  }

  /** What was posted then only the server can tell: under its key it answers the same, or that it was something else. */
  restore({ key, id }) {
    this.sent = { key, id, unknown: true };
  }

  get files() {
    return [...this.place.querySelectorAll('input[type=file][data-part]')];
  }

  /** The key before anything is sent under it, so that the draft can hold it. */
  prepare() {
    const json = JSON.stringify(this.body());
    const files = this.files.filter(input => input.files[0]).map(input => [input.dataset.part, input.files[0]]);
    const content = json + files.map(([part, file]) => `|${part}|${file.name}|${file.size}|${file.lastModified}`).join('');
    if (!this.sent || !this.sent.unknown && this.sent.content !== content) {
      this.sent = { content, key: newKey() };
    }
    return { content, json, files };
  }

  /** Posts, or answers what the same content brought before: pressing Selesai twice makes one claim, not two. */
  async send() {
    const { content, json, files } = this.prepare();
    if (!this.sent.done) {
      const answer = await this.post(content, json, files);
      Object.assign(this.sent, { content, done: true, unknown: false,
        id: (answer && answer[this.place.dataset.resultField || 'id']) || null });
    }
    return this.sent.id;
  }

  async post(content, json, files) {
    try {
      return await call(this.place.dataset.method || 'POST', this.place.dataset.url, { values: this.values(), ...this.envelope(json, files) });
    } catch (problem) {
      if (!this.sent.unknown || problem.code !== 'IDEMPOTENCY_KEY_REUSED') {
        throw problem;
      }
      this.sent = { content, key: newKey() };       // it was changed after the page was opened again
      return this.post(content, json, files);
    }
  }

  envelope(json, files) {
    const key = { 'Idempotency-Key': this.sent.key };
    if (!this.files.length) {
      return { body: json, headers: { ...key, 'Content-Type': 'application/json' } };
    }
    const body = new FormData();
    body.append(this.place.dataset.jsonPart || 'body', new Blob([json], { type: 'application/json' }));
    files.forEach(([part, file]) => body.append(part, file, file.name));
    return { body, headers: key };
  }

  body() {
    const body = {};
    for (const input of inputsOf(this.place).filter(input => input.hasAttribute('data-json'))) {
      if (input.type === 'radio' && !input.checked) {
        continue;
      }
      const type = input.dataset.jsonType || { checkbox: 'boolean', number: 'number' }[input.type];
      const value = typed(textOf(input), type === 'date' ? 'String' : type);
      if (value !== null) {
        put(body, input.getAttribute('data-json'), value);
      }
    }
    this.uploads.forEach(upload => put(body, upload.json, upload.ids));
    return compact(body);
  }

  /** Puts each finding beside its input; answers the sentences that have none. */
  show(problem) {
    const left = [];
    let first = null;
    for (const error of problem.errors) {
      const input = this.inputOf(error);
      if (input) {
        showFault(input, error.message);
        first = first || input;
      } else {
        left.push(error.line ? `Baris ${error.line}: ${error.message}` : error.message);
      }
    }
    return { first, left };
  }

  inputOf({ pointer, field }) {
    const names = [pointer && pathOf(pointer), field].filter(Boolean);
    return inputsOf(this.place).find(input => names.includes(input.getAttribute('data-json')))
        || this.files.find(input => names.includes(input.dataset.part));
  }
}

/** `/heirs/0/name` → `heirs[0].name` */
const pathOf = pointer => pointer.replace(/^#?\//, '').split('/')
    .reduce((path, step) => /^\d+$/.test(step) ? `${path}[${step}]` : path ? `${path}.${step}` : step, '');

function put(target, path, value) {
  const steps = path.replace(/\[(\d+)\]/g, '.$1').split('.');
  steps.slice(0, -1).reduce((node, step, i) => node[step] ??= /^\d+$/.test(steps[i + 1]) ? [] : {}, target)[steps.at(-1)] = value;
}

/** Rows left blank leave no holes in a list. */
function compact(node) {
  if (Array.isArray(node)) {
    return node.filter(item => item !== null && item !== undefined).map(compact);
  }
  return node && typeof node === 'object'
      ? Object.fromEntries(Object.entries(node).map(([name, item]) => [name, compact(item)])) : node;
}
