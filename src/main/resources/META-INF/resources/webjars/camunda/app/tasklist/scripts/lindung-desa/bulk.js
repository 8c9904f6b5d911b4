/**
 * "Putuskan banyak" in Tasklist's bar: many tasks of one kind decided in one dialog. Whoever has no such tasks never sees it;
 * the dialog itself is loaded when it is first opened.
 */
import { el } from './dom.js';
import { grouped } from './format.js';
import { look, whenPicked } from './picks.js';

const LOOKS_AGAIN = 5 * 60 * 1000;
let dialog = null;
let timer = null;

function render(node, plugin, scope) {
  const words = el('span', {}, 'Putuskan banyak');
  const button = el('a', { href: '', role: 'button', class: 'ld-bulk-open', onclick: event => {
    event.preventDefault();
    open(button, () => scope.$root.$applyAsync(() => scope.$root.$broadcast('refresh')));
  } }, el('span', { class: 'glyphicon glyphicon-check', 'aria-hidden': 'true' }), ' ', words);
  const offer = () => look().then(kinds => kinds.length && node.append(button));
  offer();
  whenPicked(count => { words.textContent = count ? `Putuskan banyak (${grouped(count)})` : 'Putuskan banyak'; });
  clearInterval(timer);
  timer = setInterval(() => button.isConnected || offer(), LOOKS_AGAIN);
}

/** `refresh` makes Tasklist look again at what waits. */
async function open(button, refresh) {
  if (!dialog) {
    const { BulkDialog } = await import('./bulk-dialog.js');
    dialog = dialog || new BulkDialog();
  }
  dialog.open(button, refresh);
}

export default {
  id: 'ld-bulk-action',
  pluginPoint: 'tasklist.navbar.action',
  priority: 150,
  render,
  unmount: () => clearInterval(timer)
};
