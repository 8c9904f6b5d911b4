/**
 * What a task's card says of its case. The cards of one page are asked for together, in one request; a task that the
 * server does not tell of keeps its stock card.
 */
import { badge, facts } from './work.js';
import { el } from './dom.js';
import { boxFor } from './picks.js';
import { call } from './server.js';

const TOGETHER = 40;        // milliseconds: Tasklist draws the cards of a page in one go

let asked = new Map();

function cardOf(taskId) {
  return new Promise(resolve => {
    if (!asked.size) {
      setTimeout(fetchAsked, TOGETHER);
    }
    asked.set(taskId, [...(asked.get(taskId) || []), resolve]);
  });
}

async function fetchAsked() {
  const waiting = asked;
  asked = new Map();
  let found = [];
  try {
    found = await call('GET', `/api/work/cards?${[...waiting.keys()].map(id => `task=${encodeURIComponent(id)}`).join('&')}`);
  } catch (unreachable) {
    // a list without amounts is still a list; Tasklist itself says that the server is gone
  }
  const byId = new Map(found.map(task => [task.id, task]));
  waiting.forEach((resolves, id) => resolves.forEach(resolve => resolve(byId.get(id))));
}

export const cards = {
  id: 'ld-card',
  pluginPoint: 'tasklist.card',
  priority: 1000,
  render: async (node, { taskId }) => {
    const task = await cardOf(taskId);
    if (task) {
      const line = el('p', { class: 'ld-card' }, el('span', { class: 'ld-card-facts' }, facts(task)), badge(task));
      node.append(line);
      const box = await boxFor(task);
      box && line.prepend(box);
    }
  }
};
