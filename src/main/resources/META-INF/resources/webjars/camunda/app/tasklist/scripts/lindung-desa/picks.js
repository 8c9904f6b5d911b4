/**
 * Which tasks are picked to be decided together. They are picked on their cards and in the dialog alike: what is picked in
 * one place is picked in the other, on every page of the list, until it is decided.
 */
import { el } from './dom.js';
import { call, reader } from './server.js';
import { place } from './work.js';

const picked = new Map();       // by the task's id its kind
let kinds = [];
let whose = null;
let listener = () => {};
let known;
const heard = new Promise(resolve => { known = resolve; });

export const kindOf = ({ process, element }) => `${process}/${element}`;

/** The kinds of task that this user may decide together now; what another user picked on this page is forgotten. */
export async function look() {
  const { 'X-Page-User': user } = reader();
  if (user !== whose) {
    whose = user;
    picked.clear();
  }
  kinds = await call('GET', '/api/bulk-decisions/kinds').catch(() => []);     // an administrator, or nobody any more
  known();
  tell();
  return kinds;
}

/** Hears how many are picked. */
export function whenPicked(hear) {
  listener = hear;
  tell();
}

export const isPicked = taskId => picked.has(taskId);

export const countOf = kind => [...picked.values()].filter(one => one === kind).length;

/** The kind of what was picked last. */
export const lastKind = () => [...picked.values()].pop();

/** The picks of this kind are these lines' choices; answers how many were picked that are no line any more. */
export function settle(kind, lines) {
  const gone = [...picked].filter(([id, its]) => its === kind && !lines.some(line => line.taskId === id));
  gone.forEach(([id]) => picked.delete(id));
  lines.forEach(({ taskId, chosen }) => put(taskId, kind, chosen));
  tell();
  return gone.length;
}

/** The box on the card of a task that can be decided with others, null on any other. */
export async function boxFor(task) {
  await heard;
  const kind = kindOf(task);
  if (task.holder === 'COLLEAGUE' || !kinds.some(one => kindOf(one) === kind)) {
    return null;
  }
  const box = el('input', { type: 'checkbox', value: task.id, checked: picked.has(task.id), 'aria-label': `Pilih ${place(task)}`,
    onchange: () => {
      put(task.id, kind, box.checked);
      tell();
    } });
  return el('label', { class: 'ld-pick', onclick: event => event.stopPropagation() }, box, 'Pilih');     // the card itself opens the task
}

function put(taskId, kind, chosen) {
  if (!chosen) {
    picked.delete(taskId);
  } else if (!picked.has(taskId)) {
    picked.set(taskId, kind);
  }
}

function tell() {
  document.querySelectorAll('.ld-pick input').forEach(box => { box.checked = picked.has(box.value); });
  listener(picked.size);
}
