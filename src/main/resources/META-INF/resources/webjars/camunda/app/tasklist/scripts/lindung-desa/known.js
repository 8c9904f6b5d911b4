/** What an address may name, once the sheet has come: on a slow line a button is there before it. */
import { Problem } from './server.js';

export async function known(form) {
  await form.ready;
  if (!form.sheet) {
    throw new Problem('Lembar tugas belum dimuat. Muat lembar itu lagi, lalu ulangi.', 0);
  }
  return form.values();
}
