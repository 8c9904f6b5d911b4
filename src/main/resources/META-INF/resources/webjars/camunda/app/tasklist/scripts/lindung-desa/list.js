/**
 * As many rows as there are heirs, injuries, receipts: `<div class="ld-list" data-list="heirs" data-name="Ahli waris">` holds
 * the inputs of one, `data-json="heirs[].name"`. `data-least` rows stand there, one by default; more are added and taken away
 * up to `data-most`. Inputs `data-wanted` must be filled in every row, the least ones by the list's `data-required-when` where
 * it has one; what has `data-row-number` names another row by its number and follows it.
 */
import { el, newId } from './dom.js';

export class List {
  constructor(place, form) {
    this.place = place;
    this.form = form;
    const { list, name, least = 1, most = 30 } = place.dataset;
    Object.assign(this, { list, name, least: Number(least), most: Number(most), rows: [] });
    this.pattern = el('div', { class: 'ld-row', role: 'group' }, ...place.childNodes);
    this.more = el('button', { type: 'button', class: 'btn btn-default', onclick: () => this.added() }, `Tambah ${name.toLowerCase()}`);
    place.append(this.more);
    this.hold(this.least);
  }

  /** At least so many rows, or as many as a draft with these names has. */
  hold(wanted) {
    const start = `${this.list}[`;
    const many = Array.isArray(wanted)
        ? Math.max(0, ...wanted.filter(name => name.startsWith(start)).map(name => parseInt(name.slice(start.length), 10) + 1)) : wanted;
    while (this.rows.length < many) {
      this.grow();
    }
  }

  grow() {
    const row = this.pattern.cloneNode(true);
    const title = el('h5', { id: newId() });
    row.setAttribute('aria-labelledby', title.id);
    row.ldNames = ['data-json', 'id', 'for'].flatMap(attribute =>
        [...row.querySelectorAll(`[${attribute}]`)].map(node => [node, attribute, node.getAttribute(attribute)]));
    row.prepend(title);
    row.append(el('button', { type: 'button', class: 'btn btn-link btn-sm', onclick: () => this.removed(row) }));
    this.rows.push(row);
    this.more.before(row);
    this.number();
    return row;
  }

  added() {
    this.grow().querySelector('input, select').focus();
    this.form.changed();
  }

  removed(row) {
    const gone = this.rows.indexOf(row) + 1;
    this.rows.splice(gone - 1, 1);
    row.remove();
    this.place.querySelectorAll('[data-row-number]').forEach(input => {
      const named = Number(input.value);
      input.value = named > gone ? named - 1 : named === gone ? '' : input.value;
    });
    this.number();
    this.more.focus();
    this.form.changed();
  }

  number() {
    const extra = this.rows.length > this.least;
    this.rows.forEach((row, i) => {
      row.firstChild.textContent = `${this.name} ${i + 1}`;
      row.lastChild.textContent = `Hapus ${this.name.toLowerCase()} ${i + 1}`;
      row.lastChild.hidden = !extra;
      row.ldNames.forEach(([node, attribute, pattern]) =>
          node.setAttribute(attribute, attribute === 'data-json' ? pattern.replace('[]', `[${i}]`) : pattern + (i + 1)));
      row.querySelectorAll('[data-wanted]').forEach(input => this.want(input, extra ? '' : this.place.dataset.requiredWhen));
    });
    this.more.hidden = this.rows.length >= this.most;
  }

  /** Always, or under that condition. */
  want(input, condition) {
    input.toggleAttribute('required', !condition);
    condition ? input.setAttribute('data-required-when', condition) : input.removeAttribute('data-required-when');
  }
}
