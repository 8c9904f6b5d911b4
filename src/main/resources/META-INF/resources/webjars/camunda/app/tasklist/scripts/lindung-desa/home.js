/** The way back to the start page, and what one may begin: "Mulai proses" and "Laporkan kematian" for whom they are. */
import { el } from './dom.js';
import { address, call } from './server.js';

const REPORTERS = ['operator', 'kades', 'lurah', 'sekdes', 'bpjs-ar'];

async function offerBeginnings(node) {
  try {
    const { processes, roles } = await call('GET', '/api/start/menu');
    document.body.classList.toggle('ld-starts', processes.length > 0);
    if (roles.some(role => REPORTERS.includes(role))) {
      node.append(' ', el('a', { href: '', role: 'button', class: 'ld-report-death', onclick: async event => {
        event.preventDefault();
        const { DeathReport } = await import('./death.js');
        new DeathReport().open();
      } }, 'Laporkan kematian'));
    }
  } catch (notNow) {
    document.body.classList.add('ld-starts');       // the engine still refuses what he may not begin
  }
}

export const home = {
  id: 'ld-home',
  pluginPoint: 'tasklist.navbar.action',
  priority: 400,
  render: node => {
    node.append(el('a', { href: address('/') }, 'Beranda'));
    offerBeginnings(node);
  }
};
