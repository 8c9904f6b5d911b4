/**
 * Calls our own API in the session of this page. The server takes a write from a browser only with the page's token,
 * which is read from its cookie at each call because a new login changes it.
 */
const appRoot = () => document.querySelector('base').getAttribute('app-root') || '';

/** `/api/…` below the context path of this server, with `{name}` filled in. */
export function address(path, values = {}) {
  const filled = path.replace(/\{(\w+)\}/g, (all, name) => name in values ? encodeURIComponent(values[name]) : all);
  return appRoot().replace(/\/camunda$/, '') + filled;
}

/** What the server would not do: its sentence, and what it found in which field or line. */
export class Problem extends Error {
  constructor(message, status, errors = []) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

const token = () => (document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]*)/) || [])[1] || '';

/**
 * One call, by XMLHttpRequest because only that one tells how far an upload has come.
 * `progress` is called with 0…1. Answers the parsed body; throws a Problem.
 */
export function call(method, path, { body, headers = {}, values = {}, progress } = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address(path, values));
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    if (method !== 'GET') {
      request.setRequestHeader('X-XSRF-TOKEN', decodeURIComponent(token()));
    }
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    if (progress) {
      request.upload.onprogress = event => event.lengthComputable && progress(event.loaded / event.total);
    }
    request.onerror = () => reject(new Problem(
        'Server tidak dapat dihubungi. Isian Anda tetap ada di halaman ini; periksa sambungan lalu coba lagi.', 0));
    request.onload = () => {
      const answer = parsed(request.responseText);
      request.status >= 200 && request.status < 300 ? resolve(answer) : reject(problem(request.status, answer));
    };
    request.send(body);
  });
}

function parsed(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch (notJson) {
    return null;
  }
}

function problem(status, answer) {
  const known = {
    401: 'Sesi Anda berakhir. Silakan masuk kembali; isian di halaman ini tetap tersimpan.',
    403: 'Anda tidak berwenang untuk tindakan ini.',
    404: 'Data tidak ditemukan atau bukan untuk Anda.',
    413: 'Berkas terlalu besar.'
  };
  const sentence = answer && (answer.detail || answer.message);
  return new Problem(sentence || known[status] || `Server menolak permintaan ini (kode ${status}).`, status,
      answer && Array.isArray(answer.errors) ? answer.errors : []);
}

/**
 * The engine puts its own English words in front of our sentence ("Cannot submit task form 1a2b: …"), and the class of
 * an exception now and then; an official needs neither.
 */
export const sentenceOf = message => String(message || '')
    .replace(/^(?:Cannot [\w ]+? [\w:.-]+: )+/, '')
    .replace(/^(?:[\w.]+\.)+\w*(?:Exception|Refusal): /, '')
    || 'Tugas tidak dapat diselesaikan. Coba lagi, atau hubungi administrator.';

/** A random key that lets the server recognise a repeated post. */
export const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)),
    byte => byte.toString(16).padStart(2, '0')).join('');
