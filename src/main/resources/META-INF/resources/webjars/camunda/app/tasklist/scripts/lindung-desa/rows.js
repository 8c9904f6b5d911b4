/**
 * The same inputs once for each row of a table of the sheet: `<div class="ld-rows" data-table="Pembayaran">` holds one
 * `<div class="ld-row">` as the pattern, with `data-json="payees[].holder"` inside. `[]` becomes the row's place in the
 * body, `data-cell="0"` takes the row's first cell as its value, and the heading names the row by its cells `data-heading`.
 */
import { el } from './dom.js';
import { value } from './format.js';

export class Rows {
  constructor(place) {
    this.place = place;
    this.pattern = place.querySelector('.ld-row');
    this.pattern.remove();
  }

  /** Keeps what was typed when the sheet is drawn anew. */
  draw(sheet) {
    const table = (sheet.tables || []).find(one => one.title === this.place.dataset.table);
    const rows = table ? table.rows : [];
    if (this.place.querySelectorAll('.ld-row').length !== rows.length) {
      this.place.replaceChildren(...rows.map((cells, i) => this.row(cells, i)));
    }
  }

  row(cells, i) {
    const row = this.pattern.cloneNode(true);
    const heading = (this.place.dataset.heading || '0').split(',').map(column => cells[Number(column)]);
    row.prepend(el('h5', {}, heading.map(cell => value(cell)).join(' · ')));
    for (const named of row.querySelectorAll('[data-json]')) {
      named.setAttribute('data-json', named.getAttribute('data-json').replace('[]', `[${i}]`));
      if (named.dataset.cell) {
        named.value = cells[Number(named.dataset.cell)];
      }
    }
    for (const [selector, attribute] of [['[id]', 'id'], ['label[for]', 'for']]) {
      row.querySelectorAll(selector).forEach(node => node.setAttribute(attribute, `${node.getAttribute(attribute)}${i + 1}`));
    }
    return row;
  }
}
