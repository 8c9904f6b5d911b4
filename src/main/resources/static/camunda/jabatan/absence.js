/** A holder says that he will be away and who stands in for him; and sees on whose behalf he acts himself. */
import { el, day, done, facts, field, form, today } from './form.js';
import { get, post, query } from './server.js';

export async function absences() {
  const me = await get('/api/me/offices');
  const own = me.offices.filter(office => !office.behalf);
  const behalf = me.offices.filter(office => office.behalf);
  const asked = el('div', {}, own.length === 1 ? await absence(own[0]) : own.map(office => el('button', { onclick: async () =>
    asked.replaceChildren(await absence(office)) }, `Saya berhalangan sebagai ${office.title}`)));
  return [el('h2', {}, 'Saya berhalangan'),
    el('p', {}, 'Bila Anda cuti, sakit, atau bertugas ke luar, tunjuk pelaksana. Ia bekerja atas nama (a.n.) Anda sampai hari terakhir, lalu berakhir '
      + 'sendiri. Anda tetap dapat memutuskan; siapa yang lebih dahulu, itulah yang berlaku.'),
    me.absences.map(away),
    behalf.length ? el('div', { class: 'card' }, el('p', {}, 'Anda sedang menjadi pelaksana:'),
      el('ul', {}, behalf.map(office => el('li', {}, `a.n. ${office.behalf}, ${office.title}, sampai ${day(office.until)}`)))) : null,
    asked];
}

function away(one) {
  const back = form(`Saya kembali lebih awal: ${one.title}`, [field('Keterangan', { name: 'reason', required: true, minlength: 5, maxlength: 500, value: 'Sudah kembali' })],
    'Akhiri penunjukan pelaksana', async (values, key) => {
      await post(`/api/me/absences/${one.termId}/end`, values, key);
      return done('Penunjukan pelaksana berakhir. Tugas yang ia ambil kembali ke jabatan.');
    });
  return el('div', { class: 'card' }, el('p', {}, el('strong', {}, one.title), ` – pelaksana a.n. Anda: ${one.deputyName} (${one.deputy})`),
    facts([['Berhalangan', `${day(one.from)} – ${day(one.until)}`], ['Nomor surat', one.decreeNumber], ['Alasan', one.reason]]), back);
}

async function absence(office) {
  const fit = await get('/api/me/deputies' + query({ role: office.role, area: office.area }));
  if (!fit.length) {
    return el('div', { class: 'card' }, el('p', {}, `Tidak ada pejabat lain yang dapat menjadi pelaksana untuk ${office.title}. Mintalah administrator provinsi.`));
  }
  return form(`Tunjuk pelaksana untuk ${office.title}`, [
    field('Pelaksana', { name: 'deputy', required: true, choices: [['', 'pilih pejabat'], ...fit.map(one => [one.user, `${one.name}, ${one.office}`])] }),
    field('Hari pertama berhalangan', { name: 'from', type: 'date', value: today(), min: today(), required: true }),
    field('Hari terakhir berhalangan', { name: 'until', type: 'date', min: today(), required: true }),
    field('Nomor surat tugas, surat cuti, atau SK', { name: 'decreeNumber', required: true, maxlength: 100 }),
    field('Alasan', { name: 'reason', required: true, minlength: 5, maxlength: 500 })
  ], 'Tunjuk pelaksana', async (values, key) => {
    const made = await post('/api/me/absences', { role: office.role, area: office.area, ...values }, key);
    const name = fit.find(one => one.user === made.deputy).name;
    return done(`${name} menjadi pelaksana a.n. Anda, ${day(made.from)} sampai ${day(made.until)}.`,
      el('p', {}, 'Administrator melihat penunjukan ini pada halaman jabatan Anda.'));
  }, 'Tugas yang sedang Anda ambil kembali ke jabatan. Perkara yang sudah ditangani pelaksana pada langkah lain tidak dapat diputusnya; '
    + 'perkara seperti itu menunggu Anda.');
}
