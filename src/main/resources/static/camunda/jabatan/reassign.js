/** Many tasks of one office at once, to one of its holders or back to the office, with a reason; each has its result. */
import { el, done, fault, field, form } from './form.js';
import { get, post, query } from './server.js';

const MOST = 500;
const LONG = 20;           // more offices than this are searched, not scrolled

/** `role`, `area` and `task` of the address open that office with that task ticked. */
export async function reassignment(me, role, area, task) {
  const busy = await get('/api/offices/work');
  const desk = el('div', { class: 'below', 'aria-live': 'polite' });
  const choose = el('select', { name: 'office', onchange: () => show(busy[choose.value]) });
  const offer = text => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const found = busy.map((one, i) => [one, i]).filter(([one]) => words.every(word => one.name.toLowerCase().includes(word)));
    choose.replaceChildren(el('option', { value: '' }, found.length ? `pilih satu dari ${found.length} jabatan` : 'tidak ada jabatan yang cocok'),
      ...found.map(([one, i]) => el('option', { value: String(i) }, `${one.name} – ${one.open} tugas terbuka`)));
    show(null);
  };
  const show = async (office, ticked) => {
    try {
      desk.replaceChildren(...(office ? [order(office, await get('/api/offices/work/tasks' + query({ role: office.role, area: office.area })), ticked, () => show(office))] : []));
    } catch (e) {
      desk.replaceChildren(fault(e));
    }
  };
  offer('');
  const asked = role ? busy.findIndex(one => one.role === role && one.area === area) : -1;
  if (asked >= 0) {
    choose.value = String(asked);
    await show(busy[asked], task);
  }
  return [el('h2', {}, 'Alihkan tugas'),
    role && asked < 0 ? el('p', { class: 'card' }, 'Tidak ada lagi tugas yang menunggu pada jabatan itu.') : null,
    el('p', {}, 'Untuk tugas yang tertahan pada seorang pejabat: kembalikan ke jabatan, atau serahkan kepada pejabat lain yang memegang jabatan yang sama. '
      + 'Tidak ada keputusan yang diambil; alasan Anda tercatat pada setiap perkara.'),
    busy.length > LONG ? el('label', {}, 'Cari jabatan atau desa', el('input', { type: 'search', placeholder: 'nama jabatan, nama atau kode desa',
      oninput: event => offer(event.target.value) })) : null,
    busy.length ? el('label', {}, 'Jabatan', choose) : el('p', {}, 'Tidak ada tugas terbuka pada jabatan di bawah Anda.'), desk];
}

function order(office, { name, tasks, people }, ticked, again) {
  const ticks = tasks.map(task => el('input', { type: 'checkbox', value: task.taskId, checked: task.taskId === ticked, onchange: () => count() }));
  const chosen = () => ticks.filter(tick => tick.checked).map(tick => tick.value);
  const said = el('p', { role: 'status' });
  const count = () => {
    said.textContent = `${chosen().length} dari ${tasks.length} tugas dipilih.`;
  };
  const all = el('input', { type: 'checkbox', onchange: () => {
    ticks.slice(0, MOST).forEach(tick => { tick.checked = all.checked; });
    count();
  } });
  count();
  return form(`Alihkan tugas ${name}`, [
    el('label', { class: 'tick' }, all, 'Pilih semua'),
    el('fieldset', {}, el('legend', {}, 'Tugas'), tasks.map((task, i) => el('label', {}, ticks[i], el('span', {}, task.name,
      el('span', { class: 'hint' }, task.holder ? ` – dikerjakan ${task.holder.name} (${task.holder.user})` : ' – belum diambil'))))),
    said,
    field('Serahkan kepada', { name: 'to', choices: [['', 'kembali ke jabatan, siapa saja pemegangnya'], ...people.map(one => [one.user, `${one.name} (${one.user})`])] }),
    field('Alasan', { name: 'reason', required: true, minlength: 5, maxlength: 500 }, 'Tercatat pada riwayat setiap perkara.')
  ], 'Alihkan tugas terpilih', async ({ to, reason }, key) => {
    const { results } = await post('/api/tasks/reassignments', { taskIds: chosen(), to, reason }, key);
    const moved = results.filter(one => one.status === 'MOVED').length;
    return done(`${moved} dari ${results.length} tugas dialihkan.`,
      el('ul', {}, results.filter(one => one.status !== 'MOVED').map(one => el('li', {}, `${nameOf(tasks, one.taskId)}: ${one.detail}`))),
      el('button', { onclick: again }, 'Lihat tugas jabatan ini sekarang'));
  });
}

const nameOf = (tasks, id) => (tasks.find(task => task.taskId === id) || { name: 'Tugas' }).name;
