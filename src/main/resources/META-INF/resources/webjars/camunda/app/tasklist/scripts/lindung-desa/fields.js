/**
 * The inputs of a form: what is in them, what is wrong with them. Read from the page itself, because Tasklist's own
 * reading leaves out what was not touched and keeps the button grey without a word about why.
 */
import { describe, el, newId } from './dom.js';

const NAMED = '[cam-variable-name], [data-json]';

/** All inputs below `root` that carry a variable or a piece of a posted body. */
export const inputsOf = root => [...root.querySelectorAll(NAMED)]
    .filter(input => /^(INPUT|SELECT|TEXTAREA)$/.test(input.tagName) && input.type !== 'file');

export const nameOf = input => input.getAttribute('cam-variable-name') || input.getAttribute('data-json');

/** What is typed or chosen, as text; '' where nothing is. A choice nobody made is nothing (Angular calls it `? … ?`). */
export function textOf(input) {
  if (input.type === 'checkbox') {
    return String(input.checked);
  }
  if (input.type === 'radio') {
    const chosen = input.form.querySelector(`input[type=radio][name="${CSS.escape(input.name)}"]:checked`);
    return chosen ? chosen.value : '';
  }
  return input.value.startsWith('? ') ? '' : input.value.trim();
}

/** The text as a value of an engine type or a JSON type; null where nothing was entered. */
export function typed(text, type) {
  if (text === '') {
    return null;
  }
  switch ((type || 'String').toLowerCase()) {
    case 'boolean': return text === 'true';
    case 'long': case 'integer': case 'short': case 'number': return Number(text);
    case 'date': return /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00.000+0700` : text;
    default: return text;
  }
}

const WHOLE = /^(long|integer|short|number)$/i;

/** The one thing wrong with this input, or '' . */
export function faultOf(input, form) {
  const text = textOf(input);
  if (text === '' || (input.type === 'checkbox' && input.hasAttribute('data-required') && text === 'false')) {
    return isRequired(input, form) ? 'Wajib diisi.' : '';
  }
  const type = input.getAttribute('cam-variable-type') || input.getAttribute('data-json-type') || '';
  if (WHOLE.test(type) && !/^-?\d+$/.test(text)) {
    return 'Isi dengan angka bulat saja, tanpa titik atau koma.';
  }
  return input.checkValidity() ? '' : input.dataset.message || invalidity(input);
}

function invalidity(input) {
  const { tooShort, tooLong, rangeUnderflow, rangeOverflow, badInput } = input.validity;
  return tooShort ? `Paling sedikit ${input.minLength} karakter.`
      : tooLong ? `Paling banyak ${input.maxLength} karakter.`
      : rangeUnderflow ? `Paling sedikit ${input.min}.`
      : rangeOverflow ? `Paling banyak ${input.max}.`
      : badInput ? 'Isian ini belum lengkap.'
      : 'Isian tidak sesuai format yang diminta.';
}

/** Required always, or by `data-required-when="approved=false"` now. */
export function isRequired(input, form) {
  if (input.hasAttribute('data-picked')) {
    return false;       // a reason that was picked says enough
  }
  if (input.hasAttribute('data-required-when')) {
    return holds(input.getAttribute('data-required-when'), form);
  }
  return input.hasAttribute('required');
}

export function holds(condition, form) {
  const [name, wanted] = condition.split('=').map(part => part.trim());
  const other = inputsOf(form).find(input => nameOf(input) === name);
  return Boolean(other) && textOf(other) === wanted;
}

/** Opens the part of the form that hides an input which says something. */
export const reveal = input => input.closest('details')?.setAttribute('open', '');

/** Shows a fault beside its input, or takes it away. */
export function showFault(input, message) {
  const old = input.ldFault;
  if (old) {
    describe(input, old.id, false);
    old.remove();
  }
  input.ldFault = message ? el('p', { class: 'ld-fault', id: newId() }, message) : null;
  input.setAttribute('aria-invalid', message ? 'true' : 'false');
  if (message) {
    reveal(input);
    describe(input, input.ldFault.id, true);
    (input.type === 'radio' || input.type === 'checkbox' ? input.closest('.form-group') || input.parentElement
        : input.parentElement).append(input.ldFault);
  }
}

/** Marks what must be filled in, anew whenever an answer changes what that is. */
export function markRequired(form) {
  for (const input of [...inputsOf(form), ...form.querySelectorAll('input[type=file][data-part]')]) {
    const required = isRequired(input, form);
    input.setAttribute('aria-required', String(required));
    const label = input.id && form.querySelector(`label[for="${CSS.escape(input.id)}"]`);
    label && label.classList.toggle('ld-required', required);
  }
}

/** A choice that nobody has made yet says so, instead of an empty line. */
export function nameEmptyChoices(form) {
  form.querySelectorAll('select option').forEach(option => {
    if (option.value.startsWith('? ') && !option.textContent) {
      option.textContent = '– pilih –';
    }
  });
}
