/**
 * What was typed survives a reload of this tab, and nothing else: kept for one user and one task, without what goes to
 * our API because it holds personal data.
 */
import { inputsOf, nameOf } from './fields.js';

export class Draft {
  constructor(form, user, place) {
    this.form = form;
    this.key = `lindung-desa:${user}:${place}`;
  }

  get inputs() {
    return inputsOf(this.form).filter(input => !input.closest('.ld-post') && input.hasAttribute('cam-variable-name'));
  }

  save(uploads) {
    const fields = this.inputs.map(input => [nameOf(input),
      /^(checkbox|radio)$/.test(input.type) ? input.checked && input.value : input.value]);
    const files = uploads.filter(upload => upload.variable).map(upload => [upload.variable, upload.draft]);
    sessionStorage.setItem(this.key, JSON.stringify({ fields, files }));
  }

  /** Fills in what was typed before, or what the form itself proposes: Angular has emptied it by now. */
  restore(uploads) {
    const { fields, files } = JSON.parse(sessionStorage.getItem(this.key) || '{"fields":[],"files":[]}');
    const typed = fields.slice();
    for (const input of this.inputs) {
      const at = typed.findIndex(([name]) => name === nameOf(input));
      fill(input, at < 0 ? undefined : typed.splice(at, 1)[0][1]);
    }
    uploads.forEach(upload => files.filter(([name]) => name === upload.variable).forEach(([, kept]) => upload.restore(kept)));
  }

  clear() {
    sessionStorage.removeItem(this.key);
  }
}

function fill(input, typed) {
  if (/^(checkbox|radio)$/.test(input.type)) {
    input.checked = typed === undefined ? input.defaultChecked : Boolean(typed);
  } else if (input.tagName === 'SELECT') {
    const proposed = [...input.options].find(option => option.defaultSelected && !option.value.startsWith('? '));
    const value = typed === undefined ? proposed && proposed.value : typed;
    if (value && [...input.options].some(option => option.value === value)) {
      input.value = value;
    }
  } else {
    input.value = typed === undefined ? input.defaultValue : typed;
  }
}
