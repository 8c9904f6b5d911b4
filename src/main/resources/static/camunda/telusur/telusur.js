/** Follows rupiah from the article to the payment and back. What stands behind # says where one is: a kind and an id, never a number of a person. */
import { el } from '../app/tasklist/scripts/lindung-desa/dom.js';
import { day, grouped, moment, rupiah } from '../app/tasklist/scripts/lindung-desa/format.js';
import { fault } from '../jabatan/form.js';
import { address, get, query } from '../jabatan/server.js';

const KINDS = { decree: ['keputusan', 'Keputusan'], regency: ['kabupaten', 'Kabupaten/kota'], village: ['desa', 'Desa'], run: ['pencairan', 'Pencairan'],
  tranche: ['tahap', 'Tahap'], bill: ['premi', 'Premi'], claim: ['klaim', 'Klaim'], transfer: ['pemindahan', 'Pemindahbukuan'] };
const kindOf = word => Object.keys(KINDS).find(kind => KINDS[kind][0] === word);
const place = link => '#' + [KINDS[link.kind][0], link.id, link.area].filter(Boolean).map(encodeURIComponent).join('/');

const search = document.getElementById('search');
const shown = document.getElementById('shown');
const field = search.elements.number;
const MOST = 30;          // the search answers with no more
let found = [];
let asked = 0;

search.addEventListener('submit', event => {
  event.preventDefault();
  if (/^\d{16}$/.test(field.value.replace(/[ .-]/g, ''))) {      // before it gets into an address
    found = [el('p', { class: 'card fault', role: 'alert' }, 'Ini terbaca sebagai NIK. Orang tidak dicari di sini; ketik nomor keputusan, klaim, SP2D, atau kode iuran.')];
    list();
    return;
  }
  draw(async () => {
    const all = await get('/api/trace/search' + query({ number: field.value.trim() }));
    if (all.length === 1) {
      location.hash = place(all[0].link);
    }
    found = [el('h2', {}, 'Hasil pencarian'), all.length
      ? el('ul', { class: 'plain' }, all.map(one => el('li', { class: 'card' }, el('a', { href: place(one.link) }, `${KINDS[one.kind][1]} ${one.kind === 'village' ? one.place : one.number}`),
        one.kind === 'village' ? ` – ${one.number}` : one.place ? ` – ${one.place}` : '')))
      : el('p', { class: 'card' }, 'Tidak ada yang cocok. Periksa nomornya, atau cari nama desanya.'),
      all.length < MOST ? null : el('p', { class: 'card' }, `Hanya ${MOST} hasil pertama yang ditampilkan. Bila yang Anda cari tidak ada di sini, ketik nomornya lebih lengkap, atau kode desa atau kecamatannya.`)].filter(Boolean);
    return found;
  });
});

// sent before this script was here, the number would stand in the address
[...search.elements].forEach(element => { element.disabled = false; });

/** Who clicked on meanwhile sees what he clicked last. */
async function draw(make) {
  const mine = ++asked;
  let nodes;
  try {
    nodes = await make();
  } catch (e) {
    nodes = [fault(e)];
  }
  if (mine === asked) {
    shown.replaceChildren(...nodes.flat().filter(Boolean));
  }
}

const list = () => draw(async () => found);

function show() {
  const [word, id, area] = location.hash.slice(1).split('/').map(decodeURIComponent);
  if (!kindOf(word)) {
    document.title = 'Telusur uang · Lindung Desa';
    list();
    return;
  }
  shown.replaceChildren(el('p', {}, 'Memuat …'));
  draw(async () => {
    const path = `/api/trace/chains/${kindOf(word)}/${encodeURIComponent(id)}`;
    const chain = await get(path + query({ area }));
    document.title = `${chain.title} · Telusur uang`;
    window.scrollTo(0, 0);
    return whole(chain, address(path + query({ area, format: 'xlsx' })));
  });
}

function whole(chain, workbook) {
  const parts = chain.parts.map(part => [part, section(part, chain.focus)]);
  const wrong = chain.parts.filter(part => !part.agrees).map(part => part.title);
  return [
    chain.up.length ? el('nav', { 'aria-label': 'Tingkat di atas' }, el('ol', { class: 'way' }, chain.up.map(step => el('li', {}, el('a', { href: place(step.link) }, step.name))))) : null,
    el('h2', {}, chain.title),
    chain.agrees ? el('p', { class: 'card done' }, 'Setiap jumlah menurut perkara sama dengan jumlah menurut buku.')
      : el('p', { class: 'card differs', role: 'alert' }, wrong.length ? `Tidak sesuai dengan buku: ${wrong.join('; ')}.` : 'Jumlah baris di bawah tidak sesuai dengan buku keputusan ini.'),
    sums(parts.filter(([part]) => part.rupiah !== null)),
    el('p', {}, el('a', { class: 'button', href: workbook, download: '' }, 'Unduh XLSX')),
    chain.table ? below(chain.table) : null,
    parts.map(([, node]) => node)];
}

const signed = number => number < 0 ? `−${rupiah(-number)}` : rupiah(number);
const verdict = agrees => agrees ? el('span', { class: 'same' }, 'sesuai') : el('span', { class: 'differs' }, 'tidak sesuai');
const heads = (texts, from) => el('thead', {}, el('tr', {}, texts.map((text, i) => el('th', { scope: 'col', class: i >= from ? 'number' : null }, text))));

function sums(parts) {
  return el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Jumlah tiap tingkat' }, el('table', {},
    el('caption', {}, 'Jumlah tiap tingkat'),
    el('thead', {}, el('tr', {}, ['Tingkat', 'Keadaan', 'Menurut perkara', 'Menurut buku'].map((text, i) =>
      el('th', { scope: 'col', class: i > 1 ? 'number' : null }, text)))),
    el('tbody', {}, parts.map(([part, node]) => el('tr', {},
      el('th', { scope: 'row' }, part.lines.length ? el('button', { class: 'plain', type: 'button', onclick: () => {
        node.scrollIntoView();
        node.focus();
      } }, part.title) : part.title),
      el('td', {}, verdict(part.agrees)), el('td', { class: 'number' }, signed(part.rupiah)), el('td', { class: 'number' }, signed(part.booked)))))));
}

function below(table) {
  return el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': table.title }, el('h3', {}, table.title), el('table', {},
    el('caption', {}, `${grouped(table.rows.length)} baris, dalam rupiah`),
    heads(['Wilayah', 'Buku', ...table.heads], 2),
    el('tbody', {}, table.rows.map(row => el('tr', {}, el('th', { scope: 'row' }, el('a', { href: place(row.link) }, row.name)),
      el('td', {}, verdict(row.agrees)), row.cells.map(cell => el('td', { class: 'number' }, cell ? grouped(cell) : '–'))))),
    el('tfoot', {}, el('tr', {}, el('th', { scope: 'row' }, 'Jumlah'), el('td', {}), table.totals.map(cell => el('td', { class: 'number' }, grouped(cell)))))));
}

function section(part, focus) {
  if (!part.lines.length && part.rupiah !== null && !part.rupiah && !part.booked) {
    return null;
  }
  return part.lines.length ? el('section', { tabindex: '-1', 'aria-label': part.title }, el('h3', {}, part.title),
    part.rupiah === null ? null : el('p', {}, `${signed(part.rupiah)} menurut perkara, ${signed(part.booked)} menurut buku: `, verdict(part.agrees)),
    el('table', { class: 'lines', role: 'table' }, el('thead', {}, el('tr', { role: 'row' }, ['Uraian', 'Jumlah', 'Tanggal', 'Diputuskan oleh', 'Dasar hukum', 'Dokumen'].map((text, i) =>
      el('th', { scope: 'col', role: 'columnheader', class: i === 1 ? 'number' : null }, text)))),
    el('tbody', {}, part.lines.map(line => row(line, focus))))) : null;
}

function row(line, focus) {
  const here = line.link && line.link.id === focus.id && line.link.kind === focus.kind;
  const cell = (...content) => el('td', { role: 'cell' }, ...content);
  return el('tr', { class: line.kind, role: 'row', 'aria-current': here ? 'true' : null },
    cell(line.link && !here ? el('a', { href: place(line.link) }, line.what) : line.what, line.number ? el('span', { class: 'small' }, line.number) : null),
    el('td', { class: 'number', role: 'cell' }, line.rupiah === null ? null : signed(line.rupiah)),
    cell(line.on ? day(line.on) : line.at ? moment(line.at) : null), cell(line.by),
    cell(line.legalBasis ? el('a', { href: address('/hukum') + query({ dasar: line.legalBasis }), target: '_blank', rel: 'noopener' }, line.legalBasis) : null),
    cell(line.papers.map((paper, i) => [i ? ', ' : null, el('a', { href: address(`/api/documents/${paper.id}?inline=true`), target: '_blank', rel: 'noopener' }, paper.name)]).flat()));
}

window.addEventListener('hashchange', show);
show();
