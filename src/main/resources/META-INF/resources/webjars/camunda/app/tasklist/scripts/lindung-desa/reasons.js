/**
 * The usual reasons above the note of a decision that returns or declines: `<textarea cam-variable-name="note"
 * data-required-when="approved=false" data-reasons>`. The picked one goes in front of the note; the note itself is wanted
 * where none was picked, or "Lainnya". Which reasons there are, the sheet tells.
 */
import { el, newId } from './dom.js';
import { holds } from './fields.js';

const OTHER = 'LAINNYA';

export class Reasons {
  constructor(note, form) {
    const { reasons } = form.sheet;
    this.note = note;
    this.form = form.form;
    this.condition = note.dataset.requiredWhen;
    this.shortest = note.getAttribute('minlength');
    this.words = new Map(reasons.map(({ code, wording }) => [code, wording]));
    this.select = el('select', { id: newId(), class: 'form-control', 'data-json': `reason:${note.id}` },
        el('option', { value: '' }, '– pilih alasan –'), reasons.map(({ code, wording }) => el('option', { value: code }, wording)),
        el('option', { value: OTHER }, 'Lainnya (jelaskan dalam catatan)'));
    this.group = el('div', { class: 'form-group' }, el('label', { for: this.select.id }, 'Alasan'), this.select);
    (note.closest('.form-group') || note).before(this.group);
    if (note.maxLength > 0) {
      note.maxLength -= Math.max(...reasons.map(({ wording }) => wording.length)) + 1;
    }
    note.ldText = text => this.given ? [this.given, text].filter(Boolean).join(' ') : text;
    this.changed();
  }

  /** The words of the picked reason, where there is something to give a reason for. */
  get given() {
    return holds(this.condition, this.form) ? this.words.get(this.select.value) : '';
  }

  changed() {
    this.group.hidden = !holds(this.condition, this.form);
    const free = Boolean(this.given);
    this.note.toggleAttribute('data-picked', free);
    free ? this.note.removeAttribute('minlength') : this.shortest && this.note.setAttribute('minlength', this.shortest);
  }
}
