/**
 * Loaded once by Tasklist (see `customScripts` in `config.js`). A form of ours calls
 * `window.LindungDesa.form(camForm, $scope)` in its form script and is taken care of from there.
 */
import { Form } from './form.js';

document.documentElement.lang = 'id';

/** Tasklist itself would put the newest task on top; an official wants the one that is due first. */
function mostUrgentFirst() {
  const [path, query] = window.location.hash.split('?');
  const search = new URLSearchParams(query);
  if (/^#?\/?$/.test(path) && !search.has('sorting')) {
    search.set('sorting', JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));
    window.location.replace(`${window.location.href.split('#')[0]}#/?${search}`);   // a bare #… would go by <base>
  }
}
mostUrgentFirst();
window.addEventListener('hashchange', mostUrgentFirst);

window.LindungDesa = {
  form: (camForm, $scope) => new Form(camForm, $scope)
};

export default [];
