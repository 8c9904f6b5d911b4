/**
 * The administrator's board (see `customScripts` in `config.js`): an entry in Cockpit's menu, the page itself and a line on
 * Cockpit's own start page. The page is fetched when it is opened; it lists figures, and the cases behind each.
 */
const PATH = '/papan';
const here = new URL('./board/', import.meta.url).href;
const indonesian = () => document.documentElement.lang !== 'en';

const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = here + 'board.css';
document.head.append(style);

let leave = () => {};

function link(node, text, className) {
  const anchor = document.createElement('a');
  anchor.href = '#' + PATH;
  anchor.className = className;
  anchor.textContent = text;
  node.append(anchor);
}

export default [
  {
    id: 'papan',
    pluginPoint: 'cockpit.navigation',
    priority: 1000,
    properties: { path: '#' + PATH },
    render: node => link(node, indonesian() ? 'Papan kendali' : 'Board', 'ldb-menu')
  },
  {
    id: 'papan-halaman',
    pluginPoint: 'cockpit.route',
    properties: { path: PATH, label: PATH },
    render: node => {
      const opened = import(here + 'page.js').then(page => page.show(node));
      leave = () => opened.then(close => close());
    },
    unmount: () => leave()
  },
  {
    id: 'papan-awal',
    pluginPoint: 'cockpit.dashboard',
    priority: 100,
    render: node => link(node, indonesian()
      ? 'Papan kendali: keputusan, desa, uang, tugas terlambat, langkah gagal, pemeriksaan'
      : 'Board: decrees, villages, money, late tasks, failed steps, checks', 'ldb-start')
  }
];
