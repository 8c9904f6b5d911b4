/** Small building blocks of the page: facts, messages, and a form that says what went wrong and keeps what was typed. */
import { el } from '../app/tasklist/scripts/lindung-desa/dom.js';
import { Problem, newKey } from './server.js';

export { el };

export const day = text => text ? new Date(text + 'T12:00:00').toLocaleDateString('id-ID', { day: 'numeric', month: 'long', year: 'numeric' }) : '';
export const time = text => text ? new Date(text).toLocaleString('id-ID',
    { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Jakarta' }) + ' WIB' : '';
export const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Jakarta' });
export const term = seat => `${day(seat.from)} – ${seat.until ? day(seat.until) : 'seterusnya'}`;

export const facts = pairs => el('dl', {}, pairs.filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([label, value]) => [el('dt', {}, label), el('dd', {}, value)]).flat());

export const badge = (kind, text) => el('span', { class: `badge ${kind}` }, text);

export function field(label, attributes = {}, hint) {
  const input = attributes.choices
    ? el('select', { name: attributes.name, required: attributes.required },
        attributes.choices.map(([value, text]) => el('option', { value, selected: value === attributes.value }, text)))
    : el('input', { autocomplete: 'off', ...attributes });
  return el('label', {}, label, input, hint ? el('p', { class: 'hint' }, hint) : null);
}

export function choice(legend, name, options) {
  return el('fieldset', {}, el('legend', {}, legend), options.map(([value, text], i) =>
    el('label', {}, el('input', { type: 'radio', name, value, checked: i === 0 }), text)));
}

export function fault(e) {
  const said = e instanceof Problem ? e.message : 'Halaman ini mengalami gangguan. Muat ulang lalu coba lagi.';
  if (!(e instanceof Problem)) {
    console.error(e);
  }
  return el('div', { class: 'card fault', role: 'alert' }, el('p', {}, said),
    e.status === 401 ? el('a', { href: './app/welcome/default/', target: '_blank', rel: 'noopener' }, 'Masuk di tab lain') : null);
}

/** `send(values, key)` is called with what was filled in; what it returns is shown in place of the form. */
export function form(title, fields, button, send, before) {
  const answer = el('div', { 'aria-live': 'polite' });
  const press = el('button', { class: 'main' }, button);
  let key = newKey();
  const node = el('form', { class: 'card', 'aria-label': title,
    oninput: () => { key = newKey(); },        // another content is another order
    onsubmit: async event => {
      event.preventDefault();
      press.disabled = true;
      answer.replaceChildren();
      try {
        const values = Object.fromEntries([...new FormData(node)].map(([name, value]) => [name, value.trim() || null]));
        node.replaceWith(await send(values, key));
      } catch (e) {
        answer.replaceChildren(fault(e));
      } finally {
        press.disabled = false;
      }
    } }, el('h3', {}, title), fields, before ? el('p', { class: 'hint' }, before) : null, answer, press);
  return node;
}

/** The one time that a first password is seen. */
export const firstPassword = (user, password) => password ? el('div', {},
  el('p', {}, 'Akun baru ', el('strong', {}, user), ' dibuat. Kata sandi pertamanya hanya terlihat sekali ini; serahkan langsung kepada pejabatnya:'),
  el('p', {}, el('code', { class: 'secret' }, password))) : null;

export function done(title, ...children) {
  const node = el('div', { class: 'card done', role: 'status', tabindex: '-1' }, el('h3', {}, title), children);
  setTimeout(() => node.focus());
  return node;
}
