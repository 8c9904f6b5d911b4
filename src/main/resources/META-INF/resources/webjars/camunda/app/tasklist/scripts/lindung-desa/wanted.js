/** Of a form's documents those that its case wants now stand in front, each with why; the other kinds fold away. */
import { el } from './dom.js';

export function arrange(uploads, wanted) {
  for (const { place, kinds } of uploads) {
    const first = wanted.map(({ kind, why }) => [kinds.find(entry => entry.kind === kind), why]).filter(([entry]) => entry);
    if (first.length) {
      kinds.forEach(entry => entry.why && entry.why.remove());
      first.forEach(([entry, why]) => {
        entry.why = el('p', { class: 'ld-quiet ld-why' }, why);
        entry.caption.after(entry.why);
      });
      const front = first.map(([entry]) => entry.row);
      const others = kinds.filter(entry => !front.includes(entry.row));
      place.replaceChildren(...front, others.length ? el('details', { open: others.some(entry => entry.list.children.length > 0) },
          el('summary', {}, `Dokumen lain (${others.length})`), others.map(entry => entry.row)) : '');
    }
  }
}
