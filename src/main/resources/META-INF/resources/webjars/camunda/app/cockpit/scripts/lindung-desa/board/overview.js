/** The board's first page: every part asks for its own figures, so that one that fails leaves the others. */
import { call } from '../../../../tasklist/scripts/lindung-desa/server.js';
import { bars, el, figure, legend, number, place, rupiah, slot, table, toCase, verdict } from './parts.js';
import { colour, day, moment, percent, state, STATES, t, role, claimState } from './words.js';
import { incidents } from './incidents.js';

const get = path => () => call('GET', path);

export function overview(open) {
  return el('div', {},
    slot(t('failed'), 'ldb-failed', get('/api/board/machinery'), (answer, again) => [incidents(answer, again, open), machinery(answer)].flat()),
    slot(t('work'), 'ldb-work', get('/api/board/work'), work),
    slot(t('decrees'), 'ldb-decrees', get('/api/board'), answer => [...answer.decrees.flatMap(decree), claims(answer.claims)]),
    slot(t('doors'), 'ldb-doors', get('/api/board/doors'), doors),
    slot(t('checks'), 'ldb-checks', get('/api/board/checks'), checks));
}

// ---- decrees, villages, money

function decree(one) {
  const share = one.openable ? Math.round(one.opened * 100 / one.openable) : 0;
  const stages = ['inTreasury', 'inTransit', 'inVillages', 'premium', 'returned', 'deferred', 'unclaimed'];
  const present = STATES.filter(key => one.villages[key]);
  const cell = (regency, key) => figure(regency.villages[key], { daftar: 'desa', decree: one.id, regency: regency.code, state: key },
    `${regency.name}, ${state(key)}`);
  return [
    el('h3', {}, one.number, ' ', el('small', {}, one.title)),
    el('p', {}, t('opened', number(one.opened), number(one.openable), share), ' ',
      el('progress', { max: one.openable || 1, value: one.opened, 'aria-label': t('openedLabel') }), ' · ',
      t('inForceOn', day(one.inForceOn))),
    table(t('moneyBy', one.number), [
      { head: t('stage'), cell: row => t(row.stage) },
      { head: t('rupiah'), right: true, cell: row => rupiah(row.rupiah) },
      { head: t('share'), right: true, cell: row => percent(row.rupiah, one.money.allocated) }
    ], stages.map(stage => ({ stage, rupiah: one.money[stage] })), { foot: [t('allocated'), rupiah(one.money.allocated), '100%'] }),
    el('p', {}, verdict(one.adds, t(one.adds ? 'moneyAdds' : 'moneyDiffers'))),
    bars(one.regencies.map(regency => ({
      name: regency.name,
      pieces: present.map(key => ({ value: regency.villages[key] || 0, colour: colour(key), words: state(key) }))
    })), t('chart', one.number)),
    legend(present.map(key => [colour(key), state(key)])),
    table(t('villagesBy', one.number), [
      { head: t('regency'), cell: row => el('a', { href: place({ daftar: 'desa', decree: one.id, regency: row.code }) }, row.name) },
      { head: t('villages'), right: true, cell: row => number(row.total) },
      ...present.map(key => ({ head: state(key), right: true, cell: row => cell(row, key) })),
      { head: t('inVillages'), right: true, cell: row => rupiah(row.inVillages) },
      { head: t('premium'), right: true, cell: row => rupiah(row.premium) }
    ], one.regencies, {
      foot: [t('all'), number(Object.values(one.villages).reduce((sum, count) => sum + count, 0)),
        ...present.map(key => figure(one.villages[key], { daftar: 'desa', decree: one.id, state: key }, state(key))),
        rupiah(one.money.inVillages), rupiah(one.money.premium)]
    })
  ];
}

const claims = counts => table(t('claimsBy'), [
  { head: t('state'), cell: row => claimState(row.state) },
  { head: t('claims'), right: true, cell: row => figure(row.claims, { daftar: 'klaim', state: row.state }, claimState(row.state)) },
  { head: t('late'), right: true, cell: row => figure(row.late, { daftar: 'klaim', state: row.state, late: true }) }
], counts);

// ---- work

function work(answer) {
  return [
    el('ul', { class: 'ldb-tiles' },
      tile(t('openTasks'), figure(answer.open, { daftar: 'tugas' }), true),
      tile(t('lateTasks'), figure(answer.late, { daftar: 'tugas', late: true }), !answer.late),
      tile(t('vacantOffices'), figure(answer.vacantOffices, { daftar: 'jabatan', vacant: true }), !answer.vacantOffices)),
    table(t('workByRole'), [
      { head: t('role'), cell: row => el('a', { href: place({ daftar: 'jabatan', role: row.role }) }, role(row.role)) },
      { head: t('offices'), right: true, cell: row => number(row.offices) },
      { head: t('open'), right: true, cell: row => figure(row.open, { daftar: 'tugas', role: row.role }, role(row.role)) },
      { head: t('late'), right: true, cell: row => figure(row.late, { daftar: 'tugas', role: row.role, late: true }, role(row.role)) },
      { head: t('lateSince'), cell: row => row.lateSince && moment(row.lateSince) },
      { head: t('vacant'), right: true, cell: row => figure(row.vacant, { daftar: 'jabatan', role: row.role, vacant: true }) }
    ], answer.roles),
    table(t('workByStep'), [
      { head: t('process'), cell: row => row.processName },
      { head: t('step'), cell: row => row.name },
      { head: t('open'), right: true, cell: row => figure(row.open, { daftar: 'tugas', process: row.process, element: row.element }, row.name) },
      { head: t('late'), right: true, cell: row => figure(row.late, { daftar: 'tugas', process: row.process, element: row.element, late: true }, row.name) },
      { head: t('lateSince'), cell: row => row.lateSince && moment(row.lateSince) }
    ], answer.steps),
    measured(answer.measuredAt)
  ];
}

const tile = (words, value, good) => el('li', { class: good ? null : 'ldb-attention' }, el('strong', {}, value), ' ', words);

const measured = at => el('p', { class: 'ldb-quiet' }, t('measuredAt', moment(at)));

// ---- what runs by itself

function machinery({ jobs, mails, imports, openings, bulk, measuredAt }) {
  const job = (words, count, since) => ({ words, count, since });
  return [
    table(t('jobs'), [
      { head: t('kind'), cell: row => row.words },
      { head: t('count'), right: true, cell: row => number(row.count) },
      { head: t('since'), cell: row => row.since && moment(row.since) }
    ], [job(t('jobsDue'), jobs.due, jobs.dueSince), job(t('jobsRunning'), jobs.running), job(t('jobsRetrying'), jobs.retrying),
      job(t('jobsScheduled'), jobs.scheduled, jobs.nextAt), job(t('jobsFailed'), jobs.failed),
      job(t('mailsWaiting'), mails.waiting, mails.waitingSince), job(t('mailsFailed'), mails.failed),
      job(t('bulkRunning', number(bulk.waiting)), bulk.running, bulk.since), job(t('villagesWaiting'), openings.waiting), job(t('kelurahanWaiting'), openings.awaitingRoute)]),
    imports.length ? table(t('imports'), [
      { head: t('state'), cell: row => t(`import${row.state}`) },
      { head: t('receivedAt'), cell: row => moment(row.receivedAt) },
      { head: t('rows'), right: true, cell: row => `${number(row.done)} / ${number(row.total)}` },
      { head: t('reason'), cell: row => row.failure }
    ], imports) : null,
    measured(measuredAt)
  ];
}

// ---- bank and insurer

function doors({ patienceDays, doors: both }) {
  return both.flatMap(door => [
    el('h3', {}, t(door.name)),
    el('p', {}, door.heardAt ? t('heardAt', moment(door.heardAt)) : t('neverHeard'), ' · ',
      verdict(!door.lateCount, t('awaited', number(door.waitingCount), rupiah(door.waitingRupiah), number(door.lateCount), patienceDays)), ' · ',
      verdict(!door.mismatchCount, t('mismatches', number(door.mismatchCount)))),
    door.waiting.length ? table(t('awaitedList', t(door.name)), [
      { head: t('reference'), cell: row => toCase(row.instanceId, row.reference) },
      { head: t('where'), cell: row => row.where },
      { head: t('rupiah'), right: true, cell: row => rupiah(row.rupiah) },
      { head: t('since'), cell: row => row.since && moment(row.since) },
      { head: t('late'), cell: row => row.late ? t('yes') : '' }
    ], door.waiting) : null,
    door.mismatches.length ? table(t('mismatchList', t(door.name)), [
      { head: t('reference'), cell: row => row.reference },
      { head: t('rupiah'), right: true, cell: row => rupiah(row.rupiah) },
      { head: t('reason'), cell: row => t(row.code) },
      { head: t('reportedAt'), cell: row => moment(row.reportedAt) }
    ], door.mismatches) : null
  ]);
}

// ---- what must always hold

const checkName = subject => t(`check:${subject}`).replace('check:', '');

function checks({ checks: all, books }, again) {
  const note = el('p', { role: 'status' });
  const measure = (button, subject) => {
    button.disabled = true;
    note.textContent = t('measuring', checkName(subject));
    call('POST', '/api/board/checks', { body: JSON.stringify({ subject }), headers: { 'Content-Type': 'application/json' } })
      .then(again, problem => {
        button.disabled = false;
        note.textContent = problem.message;
      });
  };
  const even = books.debits === books.credits && books.credits === books.moved;
  return [
    el('p', {}, verdict(even, t('books', rupiah(books.debits), rupiah(books.credits), rupiah(books.moved), number(books.transfers)))),
    table(t('checks'), [
      { head: t('check'), cell: row => checkName(row.subject) },
      { head: t('result'), cell: row => row.whole === null ? t('neverMeasured') : verdict(row.whole, row.whole ? t('whole') : t('faults', number(row.faults))) },
      { head: t('soSince'), cell: row => row.soSince && moment(row.soSince) },
      { head: t('measured'), cell: row => row.measuredAt && moment(row.measuredAt) },
      { head: t('firstFaults'), cell: row => row.named.join(', ') },
      {
        head: t('action'), cell: row => el('button', {
          type: 'button', class: 'btn btn-default', onclick: event => measure(event.currentTarget, row.subject)
        }, t('measureNow'))
      }
    ], all), note
  ];
}
