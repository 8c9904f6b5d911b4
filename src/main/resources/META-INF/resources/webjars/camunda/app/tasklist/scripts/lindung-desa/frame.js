/**
 * What the frame around our forms lacks for those who hear the page or hold it in one hand: names for buttons that are a
 * picture only, and on a narrow page the task in place of the list, with a way back.
 */
import { el } from './dom.js';

const NAMES = {
  'button[data-region="filters"]': 'Sembunyikan atau tampilkan saringan',
  'button[data-region="list"]': 'Sembunyikan atau tampilkan daftar tugas',
  'button[data-region="task"]': 'Sembunyikan atau tampilkan tugas',
  'button.maximize': 'Perbesar tugas',
  'button.minimize': 'Perkecil tugas',
  'button.unclaim': 'Lepaskan tugas ini',
  'a.reset-assignee': 'Lepaskan pelaksana',
  'a.sort-direction': 'Balik urutan',
  '.new-sort > a': 'Tambah urutan',
  'a.glyphicon-remove-sign': 'Hapus urutan ini',
  '.app-switch > a': 'Aplikasi lain'
};

function name() {
  for (const [selector, text] of Object.entries(NAMES)) {
    document.querySelectorAll(`${selector}:not([aria-label])`).forEach(control => control.setAttribute('aria-label', text));
  }
}

/** Who comes with a login meets the list before its words have come: Tasklist then leaves the key of the order's name there. */
let words = null;
function order() {
  document.querySelectorAll('.sort-by').forEach(async name => {
    const key = name.textContent.trim();
    if (/^[A-Z_]+$/.test(key)) {
      words = words || fetch(new URL('../../locales/id.json', import.meta.url)).then(file => file.json(), () => ({ labels: {} }));
      const { [key]: text } = (await words).labels;
      text && name.textContent.trim() === key && name.replaceChildren(text);
    }
  });
}

function back() {
  const task = new URLSearchParams(window.location.hash.split('?')[1]).has('task');
  document.body.classList.toggle('ld-task-open', task);
  const column = document.querySelector('.three-cols-layout .column-right');
  if (column && !column.querySelector('.ld-back')) {
    column.prepend(el('a', { class: 'ld-back', href: '' }, '‹ Kembali ke daftar tugas'));
    column.querySelector('.ld-back').addEventListener('click', event => {
      event.preventDefault();
      const search = new URLSearchParams(window.location.hash.split('?')[1]);
      search.delete('task');
      window.location.hash = `#/?${search}`;
    });
  }
}

let asked = false;
function look() {
  if (!asked) {
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      name();
      order();
      back();
    });
  }
}

export function frame() {
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  window.addEventListener('hashchange', look);
  look();
}
