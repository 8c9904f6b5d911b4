/** The start page: who I am, what waits for me today, what waits for others, what I may begin. */
import { el } from './camunda/app/tasklist/scripts/lindung-desa/dom.js';
import { day, grouped, moment, rupiah } from './camunda/app/tasklist/scripts/lindung-desa/format.js';
import { badge, facts, place } from './camunda/app/tasklist/scripts/lindung-desa/work.js';

const TASKLIST = 'camunda/app/tasklist/default/';
const LOGIN = 'camunda/app/welcome/default/';     // open to officials and administrators alike
const SORTED = encodeURIComponent(JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));
const said = document.getElementById('said');
const page = document.getElementById('page');

const OFFICES = 'camunda/jabatan.html#kosong';
const TRACE = 'camunda/telusur.html';
const VACANT = 5;
const SOON = new Set([2, 3]);      // the columns that a phone has no room for; the figures above say them

const taskAddress = id => `${TASKLIST}#/?sorting=${SORTED}&task=${encodeURIComponent(id)}`;
const kindAddress = kind => `${TASKLIST}#/?sorting=${SORTED}&kind=${encodeURIComponent(`${kind.process}/${kind.element}`)}`;
const startAddress = key => `${TASKLIST}#/?sorting=${SORTED}&processStart=${encodeURIComponent(key)}`;

async function load() {
  let answer;
  try {
    answer = await fetch('api/start', { headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' } });
  } catch (unreachable) {
    said.textContent = 'Server tidak dapat dihubungi. Periksa sambungan, lalu muat ulang halaman ini.';
    return;
  }
  if (answer.status === 401) {
    sessionStorage.setItem('ld-start', '1');        // it comes back here once somebody has logged in
    window.location.replace(LOGIN);
    return;
  }
  if (!answer.ok) {
    said.textContent = answer.status === 403 ? 'Akun Anda tidak memegang jabatan. Hubungi administrator provinsi.'
      : 'Beranda tidak dapat dimuat. Muat ulang halaman ini; bila tetap gagal, hubungi administrator.';
    return;
  }
  const me = await answer.json();
  draw(me);
  if (!me.administrator) {
    tellOfBounce();
  }
}

/** Reminders that do not reach me are told here; a page without that answer is still a page. */
async function tellOfBounce() {
  try {
    const answer = await fetch('api/me/mail', { headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' } });
    const mail = answer.ok ? await answer.json() : {};
    if (mail.bouncedAt) {
      page.querySelector('.who').after(section('E-mail Anda tidak sampai', el('ul', { class: 'notices' }, el('li', {},
          `Pengingat ke ${mail.address} ditolak sejak ${moment(mail.bouncedAt)}. Perbaiki alamatnya di Tugas, “E-mail saya”.`))));
    }
  } catch (notNow) {
    // told again with the next visit
  }
}

function draw(me) {
  said.textContent = '';
  document.getElementById('links').append(...(me.administrator
    ? [link('Cockpit', 'camunda/app/cockpit/default/'), link('Admin', 'camunda/app/admin/default/')]
    : [link('Tugas', `${TASKLIST}#/?sorting=${SORTED}`), link('Saya berhalangan', 'camunda/jabatan.html#berhalangan')]));
  page.append(who(me), ...(me.administrator ? administrator() : official(me)));
  page.hidden = false;
}

const link = (text, href) => el('a', { href }, text);

function who(me) {
  return el('section', { class: 'who' }, el('h1', {}, me.name),
      el('ul', {}, me.offices.map(office => el('li', {}, el('b', {}, office.name), office.until ? ` – sampai ${day(office.until)}` : ''))),
      el('p', { class: 'quiet' }, day(me.today)));
}

function administrator() {
  return [section('Administrasi', el('p', {}, 'Kemajuan keputusan, uang, pekerjaan yang terlambat, langkah yang gagal, dan pemeriksaan ada di papan kendali.'),
      el('p', { class: 'buttons' }, button('Papan kendali', 'camunda/app/cockpit/default/#/papan'), button('Jabatan dan serah terima', 'camunda/jabatan.html'), button('Cockpit', 'camunda/app/cockpit/default/'),
          button('Akun dan kelompok', 'camunda/app/admin/default/')))];
}

const audits = me => me.offices.some(office => office.role === 'inspektorat');

function official(me) {
  return [
    audits(me) ? section('Pemeriksaan', el('p', {}, 'Setiap rupiah dapat diikuti dari pasal sampai klaim yang dibayarnya, dan kembali.'),
        el('p', { class: 'buttons' }, button('Telusur uang', TRACE))) : null,
    me.notices.length ? section('Pemberitahuan', el('ul', { class: 'notices' }, me.notices.map(text => el('li', {}, text)))) : null,
    me.vacant.length ? section('Jabatan kosong di wilayah Anda', el('ul', { class: 'rows' }, me.vacant.slice(0, VACANT).map(vacant)),
        el('p', { class: 'buttons' }, button(me.vacant.length > VACANT ? `Semua ${grouped(me.vacant.length)} jabatan kosong` : 'Lihat tugas yang menunggu', OFFICES))) : null,
    section('Menunggu Anda', el('div', { class: 'figures' }, figure('Terlambat', me.late, me.late.tasks ? 'late' : ''), figure('Hari ini', me.dueToday),
        figure('7 hari ke depan', me.dueThisWeek), figure('Semua', me.all)),
        me.kinds.length ? [table(me.kinds), el('h3', {}, 'Paling mendesak'), el('ul', { class: 'rows' }, me.urgent.map(urgent))]
          : el('p', { class: 'quiet' }, 'Tidak ada tugas yang menunggu Anda.'),
        el('p', { class: 'buttons' }, button('Buka daftar tugas', `${TASKLIST}#/?sorting=${SORTED}`))),
    section('Menunggu pihak lain', me.elsewhere
      ? [el('p', {}, `${grouped(me.elsewhere)} perkara yang pernah Anda kerjakan atau mulai berada di meja lain`,
          me.elsewhereLate ? `, ${grouped(me.elsewhereLate)} di antaranya terlambat.` : '.'),
        el('ul', { class: 'rows' }, me.longest.map(elsewhere))]
      : el('p', { class: 'quiet' }, 'Tidak ada perkara Anda yang menunggu pihak lain.')),
    me.startable.length ? section('Mulai', el('p', { class: 'buttons' }, me.startable.map(process => button(process.name, startAddress(process.key))))) : null
  ].filter(Boolean);
}

const section = (title, ...content) => el('section', {}, el('h2', {}, title), ...content);

const button = (text, href) => el('a', { class: 'button', href }, text);

const figure = (label, of, kind = '') => el('div', { class: `figure ${kind}` }, el('span', { class: 'quiet' }, label),
    el('strong', {}, `${grouped(of.tasks)} tugas`), el('span', {}, of.rupiah ? rupiah(of.rupiah) : ' '));

function table(kinds) {
  const count = (number, kind = '', column = '') => el('td', { class: `number ${number ? kind : ''} ${column}` }, number ? grouped(number) : '–');
  return el('div', { class: 'scroll', tabindex: 0 }, el('table', {}, el('caption', { class: 'quiet' }, 'Menurut jenis tugas'),
      el('thead', {}, el('tr', {}, ['Tugas', 'Terlambat', 'Hari ini', '7 hari', 'Semua', 'Jumlah'].map((text, i) =>
        el('th', { scope: 'col', class: i ? `number${SOON.has(i) ? ' soon' : ''}` : '' }, text)))),
      el('tbody', {}, kinds.map(kind => el('tr', {}, el('th', { scope: 'row' }, link(kind.asked, kind.tasks === 1 ? taskAddress(kind.first) : kindAddress(kind))),
          count(kind.late, 'late'), count(kind.today, '', 'soon'), count(kind.week, '', 'soon'), count(kind.tasks),
          el('td', { class: 'number' }, kind.rupiah ? rupiah(kind.rupiah) : '–'))))));
}

const vacant = one => el('li', {}, el('a', { href: OFFICES }, el('b', {}, one.name)),
    el('span', { class: 'quiet inline' }, `kosong sejak ${day(one.since)}`),
    el('span', { class: one.waiting ? 'ld-badge ld-late' : '' }, one.waiting ? `${grouped(one.waiting)} tugas menunggu` : 'tidak ada tugas yang menunggu'));

const urgent = task => el('li', {}, el('a', { href: taskAddress(task.id) }, el('b', {}, task.asked), ` · ${place(task)}`),
    facts(task) ? el('span', { class: 'quiet inline' }, facts(task)) : null, badge(task));

function elsewhere(one) {
  return el('li', {}, el('b', {}, place(one)), el('span', { class: 'quiet' }, [one.processName, one.caseNumber].filter(Boolean).join(' · ')),
      one.steps.map(step => el('span', {}, `${step.offices.length ? step.offices.join(' / ') : 'Pihak luar'} – ${step.asked}`,
          step.since ? `, sejak ${day(step.since)}` : '', step.until ? [', batas ', el('span', { class: step.late ? 'ld-badge ld-late' : '' }, day(step.until))] : '')));
}

load();
