/** How a task or a case is said in one line: on its card, among what was found, on the start page. */
import { el } from './dom.js';
import { day, grouped, rupiah } from './format.js';

/** Rp10.080.000 · 50 pekerja · diambil rekan */
export function facts(one) {
  return [one.rupiah === null ? null : rupiah(one.rupiah), one.count === null ? null : `${grouped(one.count)} ${one.counted}`,
    { ME: 'Anda ambil', COLLEAGUE: 'diambil rekan' }[one.holder]].filter(Boolean).join(' · ');
}

/** Desa Malapari (15.04.03.2008), or the number of a case that has no place. */
export const place = one => one.place ? (one.placeCode ? `${one.place} (${one.placeCode})` : one.place) : one.caseNumber || '';

/** How many days are left, as a coloured word with the day behind it. */
export function badge(task) {
  if (task.due === null) {
    return null;
  }
  const days = task.daysLeft;
  const [kind, words] = task.late ? ['late', days === 0 ? 'terlambat' : `terlambat ${-days} hari`]
    : days === 0 ? ['soon', 'hari ini'] : days === 1 ? ['soon', 'besok'] : ['calm', `${days} hari lagi`];
  return el('span', { class: `ld-badge ld-${kind}`, title: `Batas waktu ${day(task.due)}` }, words);
}

/** The address of a task in this page, with the list around it left as it is. */
export function addressOf(taskId) {
  const search = new URLSearchParams(window.location.hash.split('?')[1]);
  search.set('task', taskId);
  search.delete('detailsTab');
  return `${window.location.href.split('#')[0]}#/?${search}`;     // a bare #… would go by <base>
}
