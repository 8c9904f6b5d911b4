/**
 * Steps that gave up, by step, and the button that lets the engine try again. It asks the engine's own interface, as Cockpit
 * does: the step runs under the same rules as before, and says here whether it went through.
 */
import { call } from '../../../../tasklist/scripts/lindung-desa/server.js';
import { el, number, table, toCase, verdict } from './parts.js';
import { moment, t } from './words.js';

const ENGINE = '/camunda/api/engine/engine/default';
const PAUSES = [1, 2, 3, 5, 8, 10];      // seconds; the engine looks for its jobs every few

const wait = seconds => new Promise(done => setTimeout(done, seconds * 1000));

const again = (path) => call('PUT', ENGINE + path, {
  body: JSON.stringify({ retries: 1 }), headers: { 'Content-Type': 'application/json' }
});

export function incidents({ incidentCount, incidents: shown }, reload, open) {
  if (!incidentCount) {
    return el('p', {}, verdict(true, t('noIncident')));
  }
  const groups = new Map();
  shown.forEach(one => groups.set(`${one.process}/${one.element}`, [...(groups.get(`${one.process}/${one.element}`) || []), one]));
  return [
    el('p', {}, verdict(false, t('incidentCount', number(incidentCount))), incidentCount > shown.length ? ` ${t('newest', number(shown.length))}` : ''),
    ...[...groups.values()].flatMap(group => [
      el('h3', {}, `${group[0].processName || t('ownJob')} · ${group[0].step}`),
      group.length > 1 && group[0].stepId ? allOf(group, reload) : null,
      table(t('failedAt', group[0].step), [
        { head: t('case'), cell: row => toCase(row.instanceId, row.caseTitle || row.caseId || row.instanceId, 'incidents-tab') },
        { head: t('reason'), cell: row => el('span', { class: 'ldb-reason' }, row.reason || '–') },
        { head: t('since'), cell: row => moment(row.happenedAt) },
        { head: t('action'), cell: row => row.jobId ? one(row, reload, open) : null }
      ], group)
    ])
  ];
}

function one(incident, reload, open) {
  const said = el('span', { role: 'status', class: 'ldb-said' });
  const button = el('button', {
    type: 'button', class: 'btn btn-primary', 'aria-label': `${t('retry')}: ${incident.caseTitle || incident.step}`,
    onclick: () => {
      button.disabled = true;
      said.textContent = t('retrying');
      again(`/job/${encodeURIComponent(incident.jobId)}/retries`)
        .then(() => outcome(incident.jobId, open))
        .then(word => {
          said.replaceChildren(word === 'retryWaits' ? t(word) : verdict(word === 'retryDone', t(word)));
          button.disabled = word === 'retryDone';
        }, problem => {
          said.replaceChildren(verdict(false, problem.message));
          button.disabled = false;
        });
    }
  }, t('retry'));
  return [button, ' ', said];
}

/** A job that went through is gone; one that failed again has no retries left. */
async function outcome(jobId, open) {
  for (const pause of PAUSES) {
    await wait(pause);
    if (!open()) {
      return 'retryWaits';
    }
    try {
      const job = await call('GET', `${ENGINE}/job/${encodeURIComponent(jobId)}`);
      if (job.retries === 0) {
        return 'retryFailed';
      }
    } catch (problem) {
      if (problem.status === 404) {
        return 'retryDone';
      }
      throw problem;
    }
  }
  return 'retryWaits';
}

function allOf(group, reload) {
  const said = el('span', { role: 'status', class: 'ldb-said' });
  const button = el('button', {
    type: 'button', class: 'btn btn-default',
    onclick: () => {
      button.disabled = true;
      again(`/job-definition/${encodeURIComponent(group[0].stepId)}/retries`)
        .then(() => {
          said.textContent = t('retryingAll');
          return wait(6).then(reload);
        }, problem => {
          said.replaceChildren(verdict(false, problem.message));
          button.disabled = false;
        });
    }
  }, t('retryAll', number(group.length)));
  return el('p', {}, button, ' ', said);
}
