/** One office: who holds it, what can be ordered for it, who held it before. */
import { el, badge, choice, day, done, facts, fault, field, firstPassword, form, term, time, today } from './form.js';
import { get, post, query } from './server.js';
import { STATES, report } from './lists.js';

export async function office(role, area) {
  const [page, history] = await Promise.all([get('/api/offices' + query({ role, area, size: '500' })),
    get('/api/offices/terms' + query({ role, area }))]);
  const one = page.items.find(item => item.area === area) || { role, area, title: `${role} ${area}`, state: 'VACANT', seats: [], openTasks: 0 };
  const actions = el('div', {});
  const open = make => () => {
    actions.replaceChildren(make(one));
    actions.querySelector('input, select')?.focus();
  };
  const holders = one.seats.filter(seat => seat.capacity === 'HOLDER' && !seat.planned);
  return [
    el('p', {}, el('a', { href: '#jabatan' }, '← Semua jabatan')),
    el('h2', {}, one.title, ' ', badge(one.state, STATES[one.state])),
    el('div', { class: 'card' },
      one.seats.length ? one.seats.map(seat => seatOf(one, seat, actions)) : el('p', {}, 'Tidak ada pemegang jabatan',
        one.vacantSince ? ` sejak ${day(one.vacantSince)}.` : '.'),
      el('p', {}, `${one.openTasks} tugas terbuka menunggu jabatan ini.`)),
    el('div', {},
      holders.length ? el('button', { class: 'main', onclick: open(handover) }, 'Serah terima jabatan') : null,
      holders.length ? el('button', { onclick: open(deputy) }, 'Tunjuk pelaksana a.n.') : null,
      !holders.length || !one.single ? el('button', { class: holders.length ? '' : 'main', onclick: open(appointment) }, 'Angkat pejabat') : null),
    actions,
    el('h3', {}, 'Riwayat jabatan'),
    history.length ? history.map(past) : el('p', {}, 'Belum pernah ada pengangkatan.')
  ];
}

function seatOf(one, seat, actions) {
  return el('div', {},
    el('p', {}, el('strong', {}, seat.name), ` (${seat.user})`, seat.planned ? ' – mulai ' + day(seat.from) : '',
      seat.capacity === 'DEPUTY' ? ' – pelaksana a.n. pejabat yang berhalangan' : ''),
    facts([['Masa jabatan', term(seat)], ['SK', seat.decreeNumber], ['Alasan', seat.reason]]),
    el('button', { onclick: () => {
      actions.replaceChildren(ending(one, seat));
      actions.querySelector('input').focus();
    } }, seat.planned ? 'Batalkan pengangkatan' : 'Akhiri masa jabatan'));
}

function handover(one) {
  const holders = one.seats.filter(seat => seat.capacity === 'HOLDER' && !seat.planned);
  return form('Serah terima jabatan', [
    holders.length > 1 ? field('Yang menyerahkan', { name: 'from', choices: holders.map(seat => [seat.user, `${seat.name} (${seat.user})`]) }) : null,
    field('Nama pengguna penerima jabatan', { name: 'to', required: true, autocapitalize: 'none', pattern: '[a-zA-Z0-9._@\\-]{2,64}' },
      'Bila belum ada akun dengan nama ini, akun baru dibuat.'),
    field('Nama lengkap penerima', { name: 'toName' }, 'Wajib untuk akun baru.'),
    field('Berlaku mulai', { name: 'day', type: 'date', value: today(), required: true }),
    field('Sampai (bila ditentukan)', { name: 'until', type: 'date' }),
    field('Nomor SK', { name: 'decreeNumber', required: true, maxlength: 100 }),
    field('Keterangan', { name: 'reason', maxlength: 500 }),
    choice('Tugas yang sedang dikerjakan pejabat lama', 'claimedWork', [
      ['SUCCESSOR', 'Langsung menjadi tugas penerima jabatan'], ['OFFICE', 'Kembali ke jabatan, siapa saja pemegangnya dapat mengambil']])
  ], 'Serahkan jabatan', async (values, key) => {
    const made = await post('/api/offices/handovers', { role: one.role, area: one.area, ...values }, key);
    return done(made.state === 'DONE' ? 'Jabatan sudah diserahkan.' : `Serah terima berlaku mulai ${day(made.day)}.`,
      firstPassword(made.to, made.firstPassword), report(made),
      el('p', {}, el('a', { href: '#serah-terima' }, 'Lihat semua serah terima')));
  }, `Mulai hari itu ${holders.map(seat => seat.name).join(', ')} tidak dapat lagi memutuskan atau menandatangani untuk jabatan ini; `
    + `${one.openTasks} tugas yang terbuka ada pada penggantinya. Yang sudah ditandatangani tetap atas nama penandatangannya.`);
}

function appointment(one) {
  return form('Angkat pejabat', [
    field('Nama pengguna', { name: 'user', required: true, autocapitalize: 'none', pattern: '[a-zA-Z0-9._@\\-]{2,64}' },
      'Bila belum ada akun dengan nama ini, akun baru dibuat.'),
    field('Nama lengkap', { name: 'name' }, 'Wajib untuk akun baru.'),
    field('Mulai', { name: 'from', type: 'date', value: today(), required: true }),
    field('Sampai (bila ditentukan)', { name: 'until', type: 'date' }),
    field('Nomor SK', { name: 'decreeNumber', required: true, maxlength: 100 })
  ], 'Angkat', async (values, key) => {
    const made = await post('/api/offices/appointments', { role: one.role, area: one.area, ...values }, key);
    return done('Pengangkatan dicatat.', firstPassword(made.user, made.firstPassword), again(one));
  });
}

function deputy(one) {
  const holders = one.seats.filter(seat => seat.capacity === 'HOLDER' && !seat.planned);
  return form('Tunjuk pelaksana a.n.', [
    field('Pejabat yang berhalangan', { name: 'holder', choices: holders.map(seat => [seat.user, `${seat.name} (${seat.user})`]) }),
    field('Nama pengguna pelaksana', { name: 'deputy', required: true, autocapitalize: 'none' }, 'Seorang pejabat lain dari wilayah yang sama, di atasnya, atau di bawahnya; untuk BPJS dari cabang yang sama. Nama penggunanya ada pada halaman jabatannya.'),
    field('Mulai', { name: 'from', type: 'date', value: today(), required: true }),
    field('Sampai', { name: 'until', type: 'date', required: true }),
    field('Nomor SK atau surat', { name: 'decreeNumber', required: true, maxlength: 100 }),
    field('Alasan', { name: 'reason', required: true, minlength: 5, maxlength: 500 })
  ], 'Tunjuk', async (values, key) => {
    await post('/api/offices/deputies', { role: one.role, area: one.area, ...values }, key);
    return done('Pelaksana ditunjuk.', again(one));
  }, 'Pelaksana bekerja atas nama pejabatnya sampai hari itu, lalu berakhir sendiri. Perkara yang pernah ditanganinya pada langkah lain tidak dapat diputusnya.');
}

function ending(one, seat) {
  return form(`${seat.planned ? 'Batalkan pengangkatan' : 'Akhiri masa jabatan'}: ${seat.name}`, [
    field('Hari terakhir yang masih dihitung', { name: 'lastDay', type: 'date' }, 'Kosongkan bila berakhir sekarang juga.'),
    field('Alasan', { name: 'reason', required: true, minlength: 5, maxlength: 500 }),
    field('Nomor SK', { name: 'decreeNumber', required: true, maxlength: 100 })
  ], seat.planned ? 'Batalkan' : 'Akhiri', async (values, key) => {
    await post(`/api/offices/terms/${seat.termId}/end`, values, key);
    return done('Dicatat.', again(one));
  }, 'Tugas yang sedang dikerjakannya kembali ke jabatan. Keputusan yang sudah diambil tetap atas namanya.');
}

const again = one => el('p', {}, el('a', { href: `#jabatan/${one.role}/${one.area}`, onclick: () => setTimeout(() => location.reload()) }, 'Lihat keadaan jabatan sekarang'));

function past(one) {
  return el('div', { class: 'card' }, el('p', {}, el('strong', {}, one.name), ` (${one.user})`,
    one.capacity === 'DEPUTY' ? ' – pelaksana a.n.' : '', one.annulled ? [' ', badge('late', 'dibatalkan')] : ''),
  facts([['Masa jabatan', term(one)], ['SK', one.decreeNumber], ['Alasan', one.reason],
    ['Berakhir karena', one.endReason && `${one.endReason}${one.endDecree ? ', SK ' + one.endDecree : ''}`],
    ['Dicatat oleh', one.endedBy && `${one.endedBy}, ${time(one.endedAt)}`],
    ['Semula sampai', one.endedAt && (one.plannedUntil ? day(one.plannedUntil) : 'seterusnya')]]));
}
