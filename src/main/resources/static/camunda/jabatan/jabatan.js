/** The page of offices: what stands behind # says what is shown, so that back, forward and reload do what one expects. */
import { el, fault } from './form.js';
import { handovers, offices, stranded, vacancies } from './lists.js';
import { absences } from './absence.js';
import { reassignment } from './reassign.js';
import { office } from './office.js';
import { get } from './server.js';

const TABS = [['jabatan', 'Semua jabatan', offices, me => me.administrator], ['serah-terima', 'Serah terima', handovers, me => me.administrator],
  ['kosong', 'Jabatan kosong', vacancies, me => me.administrator || me.overseer],
  ['tanpa-pejabat', 'Tugas tanpa pejabat', stranded, me => me.administrator || me.overseer],
  ['alihkan', 'Alihkan tugas', reassignment, me => me.administrator || me.overseer],
  ['berhalangan', 'Saya berhalangan', absences, me => !me.administrator]];
let me = null;
const main = document.getElementById('main');
let shown = 0;

async function show() {
  const [place, role, area, task] = location.hash.slice(1).split('/').map(decodeURIComponent);
  const mine = ++shown;
  let nodes;
  try {
    me = me || await get('/api/me/offices');
    const tabs = TABS.filter(([, , , open]) => open(me));
    const tab = tabs.find(([name]) => name === place) || tabs[0];
    document.getElementById('tabs').replaceChildren(...tabs.map(([name, text]) =>
      el('a', { href: '#' + name, 'aria-current': tab && name === tab[0] ? 'page' : null }, text)), el('a', { href: '../' }, 'Beranda'));
    nodes = !tab ? [el('p', {}, 'Tidak ada yang perlu Anda urus di halaman ini.')] : await (role && tab[0] === 'jabatan' ? office(role, area || '') : tab[2](me, role, area || '', task));
  } catch (e) {
    nodes = [fault(e)];
  }
  if (mine === shown) {       // who clicked on meanwhile sees what he clicked last
    main.replaceChildren(...nodes.flat(3).filter(Boolean));
    window.scrollTo(0, 0);
  }
}

window.addEventListener('hashchange', show);
show();
