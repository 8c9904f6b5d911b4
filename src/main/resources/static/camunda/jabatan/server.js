/** Calls our API in the session of the webapps. The token is read at each call: a new login changes it. */
const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');

export const address = path => root + path;

const token = () => (document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]*)/) || [])[1] || '';

export class Problem extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

const SENTENCES = {
  401: 'Sesi Anda berakhir. Silakan masuk kembali; isian di halaman ini tetap ada.',
  403: 'Anda tidak berwenang untuk tindakan ini.',
  404: 'Data tidak ditemukan atau bukan untuk Anda.'
};

async function call(method, path, body, key) {
  const headers = { 'Accept': 'application/json, application/problem+json', 'X-Requested-With': 'XMLHttpRequest' };
  if (method !== 'GET') {
    headers['X-XSRF-TOKEN'] = decodeURIComponent(token());
    headers['Content-Type'] = 'application/json';
    headers['Idempotency-Key'] = key;
  }
  let answer;
  try {
    answer = await fetch(address(path), { method, headers, body: body && JSON.stringify(body) });
  } catch (e) {
    throw new Problem('Server tidak dapat dihubungi. Isian Anda tetap ada; periksa sambungan lalu coba lagi.', 0);
  }
  const text = await answer.text();
  let read = null;
  try {
    read = text ? JSON.parse(text) : null;
  } catch (e) {
    // no JSON, so no sentence of ours
  }
  if (!answer.ok) {
    throw new Problem((answer.status !== 401 && read && read.detail) || SENTENCES[answer.status]
        || `Server menolak permintaan ini (kode ${answer.status}).`, answer.status);
  }
  return read;
}

export const get = path => call('GET', path);
export const post = (path, body, key) => call('POST', path, body, key);

/** A key that lets the server recognise what was sent twice. */
export const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)),
    byte => byte.toString(16).padStart(2, '0')).join('');

/** `?a=1&b=2` of what is filled in. */
export const query = values => '?' + new URLSearchParams(Object.entries(values).filter(([, value]) => value));
