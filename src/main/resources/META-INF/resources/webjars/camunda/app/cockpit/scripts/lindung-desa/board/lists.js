/** The lists behind the figures: filtered through the address, page by page, and all of it as a workbook. */
import { call } from '../../../../tasklist/scripts/lindung-desa/server.js';
import { el, figure, number, pager, place, query, rupiah, slot, table, toCase, workbook } from './parts.js';
import { claimState, CLAIM_STATES, day, moment, role, ROLES, state, STATES, t } from './words.js';

/** What of the address the list's own questions are. */
const chosen = (asked, names) => Object.fromEntries(names.map(name => [name, asked.get(name)]).filter(([, value]) => value));

const go = values => {
  window.location.hash = place(values);
};

/** A form of fields; whoever sends it has the same list of what fits. */
function filter(daftar, given, fields) {
  const form = el('form', {
    class: 'ldb-filter',
    onsubmit: event => {
      event.preventDefault();
      go({ daftar, ...given, ...Object.fromEntries(fields.map(field => [field.name, field.read()])) });
    }
  }, fields.map(field => el('div', {}, field.node)), el('button', { class: 'btn btn-primary' }, t('show')));
  return form;
}

function text(name, words, given) {
  const node = el('input', { id: `ldb-${name}`, class: 'form-control', value: given[name] });
  return { name, read: () => node.value.trim(), node: [el('label', { for: `ldb-${name}` }, words), node] };
}

function choice(name, words, given, options) {
  const node = el('select', { id: `ldb-${name}`, class: 'form-control' }, el('option', { value: '' }, t('any')),
    options.map(([value, label]) => el('option', { value, selected: given[name] === value }, label)));
  return { name, read: () => node.value, node: [el('label', { for: `ldb-${name}` }, words), node] };
}

function tick(name, words, given) {
  const node = el('input', { type: 'checkbox', id: `ldb-${name}`, checked: given[name] === 'true' });
  return { name, read: () => node.checked, node: [node, ' ', el('label', { for: `ldb-${name}` }, words)] };
}

function list(daftar, path, names, fields, columns) {
  return asked => {
    const given = chosen(asked, names);
    const order = asked.get('sort');
    const page = Number(asked.get('page') || 0);
    return el('div', {}, fields ? filter(daftar, given, fields(given)) : null,
      slot(t('fits'), 'ldb-list', () => call('GET', `/api/board/${path}?${query({ ...given, sort: order, page })}`), answer => [
        el('p', {}, el('strong', {}, number(answer.total)), ' ', t('lines'), ' ', path === 'offices' ? null : workbook(path, given)),
        table(t('fits'), columns, answer.items, { order, sorted: sort => go({ daftar, ...given, sort }) }),
        pager(answer, to => go({ daftar, ...given, sort: order, page: to }))
      ]));
  };
}

const late = row => row.dueAt && new Date(row.dueAt) < new Date();

const VILLAGE = [
  { head: t('code'), sort: 'code', cell: row => row.code },
  { head: t('village'), sort: 'name', cell: row => toCase(row.instanceId, row.name) },
  { head: t('district'), sort: 'district', cell: row => row.district },
  { head: t('regency'), cell: row => row.regency },
  { head: t('state'), sort: 'state', cell: row => state(row.state) },
  { head: t('tranche'), right: true, cell: row => row.tranche },
  { head: t('allocated'), right: true, sort: 'allocated', cell: row => rupiah(row.allocated) },
  { head: t('inVillages'), right: true, sort: 'inVillage', cell: row => rupiah(row.inVillage) },
  { head: t('premium'), right: true, sort: 'premium', cell: row => rupiah(row.premium) },
  { head: t('premiumLeft'), right: true, cell: row => rupiah(row.premiumLeft) },
  { head: t('decree'), cell: row => row.decree }
];

const TASK = [
  { head: t('task'), cell: row => toCase(row.instanceId, row.title, 'user-tasks-tab') },
  { head: t('process'), cell: row => row.processName },
  { head: t('atOffice'), cell: row => row.offices },
  { head: t('taken'), cell: row => row.taken ? t('yes') : t('no') },
  { head: t('openedAt'), cell: row => moment(row.openedAt) },
  { head: t('dueAt'), cell: row => row.dueAt && el('span', { class: late(row) ? 'ldb-bad' : null }, moment(row.dueAt)) }
];

const OFFICE = [
  { head: t('role'), cell: row => role(row.role) },
  { head: t('area'), cell: row => row.areaName ? `${row.areaName} (${row.area})` : row.area },
  { head: t('open'), right: true, cell: row => figure(row.open, { daftar: 'tugas', office: row.office }, row.office) },
  { head: t('late'), right: true, cell: row => figure(row.late, { daftar: 'tugas', office: row.office, late: true }, row.office) },
  { head: t('lateSince'), cell: row => row.lateSince && moment(row.lateSince) },
  { head: t('oldest'), cell: row => moment(row.oldestAt) },
  { head: t('vacant'), cell: row => row.vacant ? el('span', { class: 'ldb-bad' }, t('yes')) : '' }
];

const CLAIM = [
  { head: t('number'), cell: row => toCase(row.instanceId, row.number) },
  { head: t('programme'), cell: row => row.programme },
  { head: t('branch'), cell: row => row.branch },
  { head: t('villageCode'), cell: row => row.villageCode },
  { head: t('state'), cell: row => claimState(row.state) },
  { head: t('filedOn'), cell: row => row.filedOn && day(row.filedOn) },
  { head: t('payBy'), cell: row => row.payBy && el('span', { class: row.late ? 'ldb-bad' : null }, day(row.payBy)) },
  { head: t('paidOn'), cell: row => row.paidOn && day(row.paidOn) }
];

function found(asked) {
  const q = asked.get('q') || '';
  return el('div', {},
    slot(t('villages'), 'ldb-villages', () => call('GET', `/api/board/villages?${query({ q })}`), answer => [
      table(t('villagesFound', q), VILLAGE, answer.items),
      answer.total > answer.items.length ? el('p', {}, el('a', { href: place({ daftar: 'desa', q }) }, t('allOf', number(answer.total)))) : null
    ]),
    slot(t('cases'), 'ldb-cases', () => call('GET', `/api/board/search?${query({ number: q })}`), answer => table(t('casesFound', q), [
      { head: t('number'), cell: row => toCase(row.instanceId, row.number) },
      { head: t('kind'), cell: row => t(`kind${row.kind}`) },
      { head: t('process'), cell: row => row.processName || t('ended') }
    ], answer)));
}

/** By the word in the address. */
export const lists = {
  desa: {
    title: 'villages', show: list('desa', 'villages', ['decree', 'regency', 'state', 'q'], given => [
      text('q', t('villageOrCode'), given), text('regency', t('regencyCode'), given),
      choice('state', t('state'), given, STATES.map(key => [key, state(key)]))], VILLAGE)
  },
  tugas: {
    title: 'openTasks', show: list('tugas', 'tasks', ['office', 'role', 'process', 'element', 'late', 'q'], given => [
      text('q', t('taskOrVillage'), given), text('office', t('office'), given),
      choice('role', t('role'), given, ROLES.map(key => [key, role(key)])), tick('late', t('lateOnly'), given)], TASK)
  },
  jabatan: {
    title: 'officesWithWork', show: list('jabatan', 'offices', ['role', 'late', 'vacant'], given => [
      choice('role', t('role'), given, ROLES.map(key => [key, role(key)])), tick('late', t('lateOnly'), given),
      tick('vacant', t('vacantOnly'), given)], OFFICE)
  },
  klaim: {
    title: 'claims', show: list('klaim', 'claims', ['state', 'programme', 'branch', 'regency', 'late', 'q'], given => [
      text('q', t('claimOrVillage'), given), choice('state', t('state'), given, CLAIM_STATES.map(key => [key, claimState(key)])),
      tick('late', t('lateOnly'), given)], CLAIM)
  },
  cari: { title: 'found', show: found }
};
