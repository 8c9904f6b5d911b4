/**
 * Finds a village (name or code) or a case (number) among the official's own tasks, above the list. The start page sends
 * here with a kind of task in the address (`kind=village-grant/UserTask_VerifyRequest`): then all of that kind are shown.
 */
import { addressOf, badge, facts, place } from './work.js';
import { el, newId } from './dom.js';
import { call } from './server.js';

const TYPING = 300;
const SIZE = 20;

class Search {

  constructor(node) {
    const id = newId();
    this.input = el('input', {
      id, type: 'search', class: 'form-control', placeholder: 'Nama atau kode desa, nomor perkara', autocomplete: 'off',
      maxlength: 80, oninput: () => this.later(), onkeydown: event => this.key(event)
    });
    this.said = el('p', { class: 'ld-quiet', role: 'status' });
    this.list = el('ul', { class: 'ld-found' });
    this.more = el('button', { type: 'button', class: 'btn btn-link', hidden: true, onclick: () => this.show(this.page + 1) },
        'Tampilkan berikutnya');
    node.append(el('div', { class: 'ld-search', role: 'search' }, el('label', { for: id }, 'Cari di tugas saya'), this.input, this.said,
        this.list, this.more));
    this.look = () => this.ofKind();
    window.addEventListener('hashchange', this.look);
    this.ofKind();
  }

  ofKind() {
    if (!this.input.isConnected && this.kind !== undefined) {
      window.removeEventListener('hashchange', this.look);      // the list was drawn anew, with a search of its own
      return;
    }
    const kind = new URLSearchParams(window.location.hash.split('?')[1]).get('kind') || '';
    if (kind !== this.kind) {
      const first = this.kind === undefined;
      this.kind = kind;
      if (kind || !first) {
        this.show(0);
      }
    }
  }

  allKinds() {
    const [path, query] = window.location.hash.split('?');
    const search = new URLSearchParams(query);
    search.delete('kind');
    window.location.replace(`${window.location.href.split('#')[0]}${path}?${search}`);
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(0), TYPING);
  }

  key(event) {
    if (event.key === 'Escape') {
      this.input.value = '';
      this.show(0);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      clearTimeout(this.timer);
      this.show(0);
    }
  }

  async show(page) {
    const text = this.input.value.trim();
    const turn = this.turn = {};
    if (!text && !this.kind) {
      this.clear();
      return;
    }
    try {
      const found = await call('GET', `/api/work?place=${encodeURIComponent(text)}${
        this.kind ? `&kind=${encodeURIComponent(this.kind)}` : ''}&page=${page}&size=${SIZE}`);
      if (turn === this.turn) {       // an answer to what was typed meanwhile comes first
        this.draw(found, page);
      }
    } catch (problem) {
      this.clear(problem.message);
    }
  }

  draw(found, page) {
    this.page = page;
    if (page === 0) {
      this.list.replaceChildren();
    }
    this.said.textContent = found.total ? `${found.total} tugas ditemukan` : 'Tidak ada tugas Anda yang cocok.';
    if (this.kind) {
      this.said.append(found.items.length ? `: ${found.items[0].asked} ` : ' ',
          el('button', { type: 'button', class: 'btn btn-link', onclick: () => this.allKinds() }, 'Tampilkan semua jenis'));
    }
    this.list.append(...found.items.map(task => el('li', {}, el('a', { href: addressOf(task.id) },
        el('strong', {}, task.asked), el('span', {}, place(task)), el('span', { class: 'ld-quiet' }, facts(task))), badge(task))));
    this.more.hidden = this.list.children.length >= found.total;
  }

  clear(message = '') {
    this.said.textContent = message;
    this.list.replaceChildren();
    this.more.hidden = true;
  }
}

export const search = {
  id: 'ld-search',
  pluginPoint: 'tasklist.list',
  priority: 1000,
  render: node => {
    new Search(node);
  }
};
