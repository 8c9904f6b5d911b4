/** Shows what the address behind the hash asks for: the figures, or one of the lists behind them. */
import { el, place } from './parts.js';
import { t } from './words.js';
import { address } from '../../../../tasklist/scripts/lindung-desa/server.js';
import { overview } from './overview.js';
import { lists } from './lists.js';

/** Fills the node that Cockpit gives; answers how to leave it again. */
export function show(node) {
  const asked = new URLSearchParams(window.location.hash.split('?')[1] || '');
  const list = lists[asked.get('daftar')];
  let open = true;
  const field = el('input', { type: 'search', id: 'ldb-q', class: 'form-control', value: asked.get('daftar') === 'cari' ? asked.get('q') : '' });
  const search = el('form', {
    role: 'search', class: 'ldb-search',
    onsubmit: event => {
      event.preventDefault();
      if (field.value.trim()) {
        window.location.hash = place({ daftar: 'cari', q: field.value.trim() });
      }
    }
  }, el('label', { for: 'ldb-q' }, t('searchFor')), field, el('button', { class: 'btn btn-primary' }, t('search')));
  const back = el('p', {}, list ? el('a', { href: '#/papan' }, `← ${t('toBoard')}`)
    : el('a', { href: address('/camunda/jabatan.html') }, t('toOffices')));
  node.replaceChildren(el('main', { class: 'ldb', lang: document.documentElement.lang },
    el('div', { class: 'ldb-head' }, el('h1', {}, list ? t(list.title) : t('board')), search), back,
    list ? list.show(asked) : overview(() => open)));
  document.title = `${list ? t(list.title) : t('board')} · Lindung Desa`;
  return () => {
    open = false;
  };
}
