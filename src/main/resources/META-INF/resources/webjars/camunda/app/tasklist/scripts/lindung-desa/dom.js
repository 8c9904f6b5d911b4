/**
 * Builds elements. Data becomes text, never markup: there is no way here to insert HTML.
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
}

let ids = 0;

/** An id of its own for a label or a description to point at. */
export const newId = () => `ld-${++ids}`;

/** Lets a screen reader find an extra description without losing those that are there. */
export function describe(field, id, on) {
  const described = new Set((field.getAttribute('aria-describedby') || '').split(' ').filter(Boolean));
  on ? described.add(id) : described.delete(id);
  described.size ? field.setAttribute('aria-describedby', [...described].join(' ')) : field.removeAttribute('aria-describedby');
}

/** A list of sentences, the first of many. */
export function sentences(list) {
  const shown = list.slice(0, 50).map(sentence => el('li', {}, sentence));
  return list.length ? el('ul', {}, shown, list.length > 50 ? el('li', {}, `… dan ${list.length - 50} lainnya`) : null) : null;
}

/** A field for a file, whose button speaks the browser's language, behind one of ours; `named` where nothing else says what was chosen. */
export function chooser(input, named = false) {
  const name = el('span', { class: 'ld-quiet' });
  named && input.addEventListener('change', () => { name.textContent = input.files[0] ? input.files[0].name : ''; });
  const box = el('span', { class: 'ld-file' });
  input.replaceWith(box);
  box.append(input, el('span', { class: 'ld-file-button btn btn-default', 'aria-hidden': 'true' }, 'Pilih berkas'), name);
  return box;
}
