/** The lists: all offices with their state, and the hand-overs with what each moved. */
import { el, badge, day, done, facts, fault, field, form, term, time } from './form.js';
import { get, post, query } from './server.js';

export const STATES = { HELD: 'terisi', VACANT: 'kosong', DEPUTISED: 'ada pelaksana a.n.', OVERLAPPING: 'dipegang dua orang' };
const HANDOVER = { PLANNED: 'direncanakan', DONE: 'selesai', CANCELLED: 'dibatalkan' };

export async function offices() {
  const list = el('div', { 'aria-live': 'polite' });
  const search = el('form', { class: 'card row', role: 'search', onsubmit: event => {
    event.preventDefault();
    load(0);
  } },
  field('Cari jabatan atau wilayah', { name: 'office', type: 'search' }),
  field('Keadaan', { name: 'state', choices: [['', 'semua'], ['vacant', 'kosong'], ['deputised', 'ada pelaksana a.n.'],
    ['overlapping', 'dipegang dua orang'], ['held', 'terisi']] }),
  el('button', { class: 'main' }, 'Cari'));
  const load = async page => {
    try {
      const found = await get('/api/offices' + query({ ...Object.fromEntries(new FormData(search)), page: String(page), size: '30' }));
      list.replaceChildren(el('p', {}, found.total ? `${found.total.toLocaleString('id-ID')} jabatan` : 'Tidak ada jabatan yang cocok.'),
        ...found.items.map(card),
        (page + 1) * found.size < found.total ? el('button', { onclick: () => load(page + 1) }, 'Berikutnya') : '',
        page > 0 ? el('button', { onclick: () => load(page - 1) }, 'Sebelumnya') : '');
    } catch (e) {
      list.replaceChildren(fault(e));
    }
  };
  search.elements.state.onchange = () => load(0);
  await load(0);
  return [el('h2', {}, 'Semua jabatan'), search, list];
}

function card(one) {
  return el('div', { class: 'card' },
    el('p', {}, el('a', { href: `#jabatan/${one.role}/${one.area}` }, el('strong', {}, one.title)), ' ', badge(one.state, STATES[one.state])),
    el('ul', { class: 'plain' }, one.seats.map(seat => el('li', {}, `${seat.name} (${seat.user}), ${term(seat)}`,
      seat.capacity === 'DEPUTY' ? ' – pelaksana a.n.' : '', seat.planned ? ' – belum mulai' : ''))),
    one.state === 'VACANT' ? el('p', { class: 'late' }, one.vacantSince ? `Kosong sejak ${day(one.vacantSince)}` : 'Belum pernah diisi',
      one.openTasks ? `, ${one.openTasks} tugas menunggu.` : '.') : null);
}

export async function vacancies() {
  const all = await get('/api/offices/vacancies');
  return [el('h2', {}, 'Jabatan kosong'),
    el('p', {}, all.length ? 'Jabatan berikut tidak ada pemegangnya, dan Anda atasan terdekat yang bertugas. Usulkan penggantinya kepada '
      + 'pejabat yang berwenang mengangkat; administrator mencatat SK-nya. Baris ini hilang begitu jabatan terisi.' : 'Tidak ada jabatan kosong yang menjadi perhatian Anda.'),
    all.map(one => el('div', { class: 'card' }, el('p', {}, el('strong', {}, one.name), ' ', badge('VACANT', STATES.VACANT)),
      el('p', {}, `Kosong sejak ${day(one.since)}. `, one.waiting.length ? `${one.waiting.length.toLocaleString('id-ID')} tugas menunggu:` : 'Tidak ada tugas yang menunggu.'),
      el('ul', {}, one.waiting.map(task => el('li', {}, el('a', { href: '#alihkan/' + [one.role, one.area, task.taskId].map(encodeURIComponent).join('/') }, task.name),
        task.holder ? ` – sedang dikerjakan ${task.holder}` : '')))))];
}

export async function stranded(me) {
  const all = await get('/api/offices/tasks-without-candidate');
  return [el('h2', {}, 'Tugas tanpa pejabat'),
    el('p', {}, all.length ? `${all.length.toLocaleString('id-ID')} tugas terbuka tidak dapat dikerjakan siapa pun. Angkat pejabat pada salah satu jabatannya, `
      + 'atau kembalikan tugas yang tertinggal pada orang yang sudah pergi.' : 'Setiap tugas terbuka ada pejabatnya.'),
    all.map(one => el('div', { class: 'card' }, el('p', {}, el('strong', {}, one.name)),
      el('ul', { class: 'plain' }, one.offices.map((title, i) => el('li', {}, me.administrator ? el('a', { href: place(one.groups[i]) }, title) : title))),
      one.barred ? el('p', { class: 'late' }, 'Semua pemegang jabatan ini sudah menangani langkah lain pada perkara ini. Angkat atau tunjuk orang lain untuk jabatan ini.')
        : one.holder ? [el('p', {}, `Diambil oleh ${one.holder}, yang tidak lagi memegang jabatannya.`), giveBack(one)] : null))];
}

/** A group is a role, a hyphen and an area that begins with a digit, or a branch's name; the province's have none. */
function place(group) {
  const [, role, area] = group.match(/^(.*?)-(\d\d\..*)$/) || group.match(/^(bpjs-(?:ar|verifikator|kabid|kacab|keuangan))-(.*)$/) || [null, group, ''];
  return `#jabatan/${role}/${area}`;
}

const giveBack = one => form('Kembalikan ke jabatan', [field('Alasan', { name: 'reason', required: true, minlength: 5, maxlength: 500 })],
  'Kembalikan', async (values, key) => {
    const { results } = await post('/api/tasks/reassignments', { taskIds: [one.taskId], ...values }, key);
    return done(results[0].status === 'MOVED' ? 'Tugas kembali ke jabatan.' : results[0].detail || 'Tugas tidak berpindah.');
  });

export async function handovers() {
  const all = await get('/api/offices/handovers');
  return [el('h2', {}, 'Serah terima jabatan'),
    el('p', {}, 'Serah terima baru dimulai dari halaman jabatannya: ', el('a', { href: '#jabatan' }, 'cari jabatan'), '.'),
    all.length ? all.map(one => el('div', { class: 'card' },
      el('p', {}, el('a', { href: `#jabatan/${one.role}/${one.area}` }, el('strong', {}, one.office)), ' ', badge(one.state, HANDOVER[one.state])),
      report(one), one.state === 'PLANNED' ? cancellation(one) : null)) : el('p', {}, 'Belum ada serah terima.')];
}

export function report(one) {
  return el('div', {}, facts([['Dari', `${one.fromName} (${one.from})`], ['Kepada', `${one.toName} (${one.to})`],
    ['Berlaku mulai', day(one.day)], ['SK', one.decreeNumber], ['Keterangan', one.reason],
    ['Dicatat', `${one.orderedBy}, ${time(one.orderedAt)}`], ['Terlaksana', time(one.doneAt)],
    ['Tugas terbuka jabatan', one.openTasks], ['Tugas dikerjakan yang beralih', one.movedTasks]]),
  one.moved.length ? el('ul', {}, one.moved.map(task => el('li', {}, task.name,
    task.to ? ` → ${one.toName}` : ' → kembali ke jabatan'))) : null);
}

const cancellation = one => form('Batalkan serah terima ini', [field('Alasan', { name: 'reason', required: true, minlength: 5, maxlength: 500 })],
  'Batalkan', async (values, key) => {
    await post(`/api/offices/handovers/${one.id}/cancellation`, values, key);
    return done('Serah terima dibatalkan; pejabat lama tetap memegang jabatan.');
  });
