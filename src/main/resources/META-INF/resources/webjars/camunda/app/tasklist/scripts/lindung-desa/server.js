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

/** What the server would not do: its sentence, and what it found in which field or line. Status 0: it was not heard. */
export class Problem extends Error {
  constructor(message, status, errors = [], code = '') {
    super(message);
    this.status = status;
    this.errors = errors;
    this.code = code;
  }

  /** Nobody knows whether it was done: the line broke, or the server did. */
  get unknown() {
    return !this.cancelled && (this.status === 0 || this.status >= 500);
  }
}

export const token = () => decodeURIComponent((document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]*)/) || [])[1] || '');

/** Whom this page is open for: in another window somebody else may have logged in since (OneReader). */
export function reader() {
  try {
    return { 'X-Page-User': encodeURIComponent(window.angular.element(document).injector().get('$rootScope').authentication.name) };
  } catch (nobody) {
    return {};
  }
}

export const pause = seconds => new Promise(resolve => setTimeout(resolve, seconds * 1000));

const PAUSES = [1, 3];
const PASSING = [0, 502, 503, 504];

/**
 * One call. What may be repeated without harm (a GET, a PUT, whatever carries an idempotency key) is tried again when the line
 * breaks; `again` is told. `progress` hears the bytes sent and all, `signal` ends it. Answers the parsed body; throws a Problem.
 */
export async function call(method, path, options = {}) {
  const { headers = {}, values, again = () => {}, quiet } = options;
  const sent = { ...options, headers: { ...reader(), ...headers } };        // whoever begins it, also where it is repeated
  const repeatable = /^(GET|PUT|DELETE)$/.test(method) || 'Idempotency-Key' in headers;
  for (let i = 0; ; i++) {
    try {
      return await once(method, address(path, values), sent);
    } catch (problem) {
      const passing = PASSING.includes(problem.status) || problem.code === 'IN_PROGRESS';
      if (problem.cancelled || quiet || !repeatable || !passing || i >= PAUSES.length) {
        throw problem;
      }
      again(i + 1);
      await pause(PAUSES[i]);
    }
  }
}

/** By XMLHttpRequest, because only that one tells how far an upload has come. A line that stays silent counts as broken. */
function once(method, url, { body, headers = {}, progress, signal, patience = method === 'GET' ? 30 : 120 }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let silence;
    const listen = () => {
      clearTimeout(silence);
      silence = setTimeout(() => request.abort(), patience * 1000);
    };
    const broken = () => {
      clearTimeout(silence);
      const cancelled = Boolean(signal && signal.aborted);
      reject(Object.assign(new Problem(cancelled ? 'Dibatalkan.' : UNHEARD, 0), { cancelled }));
    };
    if (signal && signal.aborted) {
      broken();
      return;
    }
    request.open(method, url);
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    if (method !== 'GET') {
      request.setRequestHeader('X-XSRF-TOKEN', token());
    }
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = event => {
      listen();
      progress && event.lengthComputable && progress(event.loaded, event.total);
    };
    signal && signal.addEventListener('abort', () => request.abort());
    request.onprogress = listen;
    request.onerror = request.onabort = broken;
    request.onload = () => {
      clearTimeout(silence);
      const answer = parsed(request.responseText);
      request.status >= 200 && request.status < 300 ? resolve(answer) : reject(problem(request.status, answer));
    };
    listen();
    request.send(body);
  });
}

const UNHEARD = 'Server tidak dapat dihubungi. Isian Anda tetap ada di halaman ini; periksa sambungan lalu coba lagi.';
const BUSY = 'Server sedang sibuk atau dimulai ulang. Isian Anda tetap ada di halaman ini; tunggu sebentar lalu coba lagi.';
const KNOWN = {
  401: 'Sesi Anda berakhir. Masuk kembali; isian di halaman ini tetap ada.',
  403: 'Anda tidak berwenang untuk tindakan ini.',
  404: 'Data tidak ditemukan atau bukan untuk Anda.',
  409: 'Data ini baru saja diubah pejabat lain. Muat ulang, lalu periksa kembali.',
  413: 'Berkas terlalu besar.',
  429: 'Terlalu banyak permintaan. Tunggu satu menit lalu coba lagi.',
  502: BUSY, 503: BUSY, 504: BUSY
};

function parsed(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch (notJson) {
    return null;
  }
}

function problem(status, answer) {
  const sentence = status === 401 ? KNOWN[401] : answer && (answer.detail || answer.message) || KNOWN[status]
      || `Server menolak permintaan ini (kode ${status}). Coba lagi, atau hubungi administrator.`;
  return new Problem(sentence, status, answer && Array.isArray(answer.errors) ? answer.errors : [], answer && answer.code || '');
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
