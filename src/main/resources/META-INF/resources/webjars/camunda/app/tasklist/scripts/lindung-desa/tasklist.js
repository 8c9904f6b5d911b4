/**
 * Loaded once by Tasklist (see `customScripts` in `config.js`). A form of ours calls
 * `window.LindungDesa.form(camForm, $scope)` in its form script and is taken care of from there.
 */
import { cards } from './cards.js';
import { elsewhere } from './elsewhere.js';
import { Form } from './form.js';
import { frame } from './frame.js';
import { home } from './home.js';
import { search } from './search.js';

document.documentElement.lang = 'id';

/** Tasklist itself would put the newest task on top; an official wants the one that is due first, villages in their order. */
const ORDER = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }, { sortBy: 'nameCaseInsensitive', sortOrder: 'asc' }]);

function mostUrgentFirst() {
  const [path, query] = window.location.hash.split('?');
  const search = new URLSearchParams(query);
  if (/^#?\/?$/.test(path) && !search.has('sorting')) {
    search.set('sorting', ORDER);
    window.location.replace(`${window.location.href.split('#')[0]}#/?${search}`);   // a bare #… would go by <base>
  }
}
mostUrgentFirst();
window.addEventListener('hashchange', mostUrgentFirst);

frame();

window.LindungDesa = {
  form: (camForm, $scope) => new Form(camForm, $scope)
};

export default [cards, search, elsewhere, home];
