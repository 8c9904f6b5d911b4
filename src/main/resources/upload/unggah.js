/** The family's page: what is missing, one button for each paper, and one to hand all in. Data becomes text, never markup. */
const here = window.location.pathname.replace(/\/$/, '');
const content = document.getElementById('content');
const LIMIT = 10 * 1024 * 1024;
const OFFLINE = 'Sambungan terputus. Berkas ini belum terkirim; coba lagi.';
const got = new Set();
let sending = 0;

function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => name.startsWith('on')
      ? element.addEventListener(name.slice(2), value) : element.setAttribute(name, value));
  element.append(...children.filter(child => child !== null));
  return element;
}

const day = iso => new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Jakarta' }).format(new Date(iso));
const sentence = answer => (answer && answer.detail) || 'Server tidak dapat memproses permintaan ini. Coba lagi nanti.';

async function ask(method, path) {
  try {
    const response = await fetch(here + path, { method, headers: { Accept: 'application/json, application/problem+json' },
      referrerPolicy: 'no-referrer', credentials: 'omit' });
    const answer = await response.json();
    return response.ok ? { answer } : { fault: sentence(answer) };
  } catch (broken) {
    return { fault: 'Server tidak dapat dihubungi. Periksa sambungan lalu muat ulang halaman ini.' };
  }
}

/** By XMLHttpRequest, because only that one tells how far an upload has come. */
function upload(kind, file, progress) {
  return new Promise(resolve => {
    const request = new XMLHttpRequest();
    request.open('POST', `${here}/documents?kind=${encodeURIComponent(kind)}`);
    request.setRequestHeader('Content-Type', 'application/vnd.lindungdesa.file');
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    request.upload.onprogress = event => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = () => resolve(OFFLINE);
    request.onload = () => {
      let answer = null;
      try {
        answer = JSON.parse(request.responseText);
      } catch (notJson) { /* told below */ }
      resolve(request.status === 201 ? '' : sentence(answer));
    };
    request.send(file);
  });
}

function paper(missing, button) {
  const id = `file-${missing.kind}`;
  const input = el('input', { type: 'file', id, accept: '.pdf,.jpg,.jpeg,.png' });
  const state = el('div', { 'aria-live': 'polite' });
  const list = el('ul', { class: 'sent' });
  const why = el('p', { class: 'why' }, missing.why ? `Ditolak: ${missing.why}` : 'Belum ada');
  input.addEventListener('change', async () => {
    const file = input.files[0];
    if (!file) {
      return;
    }
    if (file.size === 0 || file.size > LIMIT) {
      state.replaceChildren(el('p', { class: 'fault' }, file.size === 0 ? 'Berkas ini kosong.' : 'Berkas ini lebih besar dari 10 MB.'));
      return;
    }
    const bar = el('progress', { max: 1, value: 0, 'aria-label': `Mengunggah ${missing.label}` });
    state.replaceChildren(bar);
    sending++;
    input.disabled = button.disabled = true;
    const fault = await upload(missing.kind, file, part => { bar.value = part; });
    sending--;
    input.disabled = false;
    input.value = '';
    state.replaceChildren(...(fault ? [el('p', { class: 'fault' }, fault)] : []));
    if (!fault) {
      got.add(missing.kind);
      why.remove();
      list.append(el('li', {}, `✓ ${file.name} sudah diterima`));
    }
    button.disabled = got.size === 0 || sending > 0;
  });
  return el('section', { class: 'paper', 'data-kind': missing.kind },
      el('h2', {}, missing.label),
      why,
      el('p', { class: 'quiet' }, `Diterbitkan oleh: ${missing.issuer}`),
      el('label', { class: 'pick', for: id }, 'Pilih foto atau berkas', input),
      state, list);
}

/** What was handed in is not all: which papers are still wanted, and until when this link takes them. */
function later(open, answer) {
  return open.length === 0 ? [] : [el('p', { class: 'fault' }, 'Yang masih belum ada:'),
    el('ul', {}, ...open.map(missing => el('li', {}, missing.label))),
    el('p', {}, `Klaim baru dapat dibayar setelah semuanya ada. Buka tautan ini lagi untuk mengunggahnya sampai ${day(answer.expiresAt)} WIB, `
        + 'atau serahkan melalui operator desa.')];
}

async function show() {
  const { answer, fault } = await ask('GET', '/papers');
  if (fault) {
    content.replaceChildren(el('p', { class: 'fault' }, fault));
    return;
  }
  const head = el('p', { class: 'number' }, answer.number);
  if (!answer.wanted || !answer.missing.length) {
    content.replaceChildren(head, el('p', { class: 'done' }, answer.missing.length ? 'Tidak ada dokumen yang perlu diunggah untuk klaim ini sekarang.'
        : 'Semua dokumen yang diminta sudah kami terima. Tidak ada yang perlu diunggah sekarang.'));
    return;
  }
  const box = el('p', { class: 'fault', role: 'alert' });
  const button = el('button', { type: 'button', disabled: '', onclick: async () => {
    button.disabled = true;
    const done = await ask('POST', '/hand-in');
    if (done.fault) {
      box.textContent = done.fault;
      button.disabled = false;
      return;
    }
    const open = answer.missing.filter(missing => !got.has(missing.kind));
    content.replaceChildren(head, el('p', { class: 'done' }, 'Terima kasih. Berkas sudah diserahkan dan akan diperiksa petugas BPJS '
        + `Ketenagakerjaan.${open.length ? '' : ' Halaman ini boleh ditutup.'}`), ...later(open, answer));
  } }, 'Serahkan kepada petugas');
  content.replaceChildren(head,
      el('p', {}, 'Dokumen berikut masih diperlukan. Foto yang jelas cukup; satu berkas paling besar 10 MB (PDF, JPG, atau PNG).'),
      ...answer.missing.map(missing => paper(missing, button)),
      button, box,
      el('p', { class: 'quiet' }, `Tautan ini berlaku sampai ${day(answer.expiresAt)} WIB. Jangan berikan kepada orang lain.`));
}

show();
