/** How officials read numbers, days and sizes: Rp10.080.000, 22 November 2026 14.05 WIB, 1,2 MB. */
export const MONTHS = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober',
  'November', 'Desember'];
const JAKARTA_PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Jakarta', year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit',
  hourCycle: 'h23'
});
const ACRONYMS = new Set(['RAB', 'SPJ', 'SPP', 'SPM', 'SP2D', 'KTP', 'KK', 'NIK', 'BPJS', 'APBD', 'SK', 'BAST', 'RKD',
  'JKM', 'JKK', 'PDF', 'STS', 'LPJ', 'APB', 'RKUD', 'NPHD', 'KPJ', 'STMB', 'KUA']);

export const grouped = number => String(number).replace(/\B(?=(\d{3})+(?!\d))/g, '.');

export const rupiah = number => `Rp${grouped(number)}`;

/** A day as `2026-11-22`. */
export function day(iso) {
  const [year, month, date] = iso.split('-').map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** A moment with offset, shown on Jambi's clock. */
export function moment(iso) {
  const parts = Object.fromEntries(JAKARTA_PARTS.formatToParts(new Date(iso)).map(part => [part.type, part.value]));
  return `${Number(parts.day)} ${MONTHS[parts.month - 1]} ${parts.year} ${parts.hour}.${parts.minute} WIB`;
}

export function bytes(count) {
  if (count < 1024) {
    return `${count} byte`;
  }
  const [size, unit] = count < 1024 * 1024 ? [count / 1024, 'KB'] : [count / 1024 / 1024, 'MB'];
  return `${size.toFixed(1).replace('.0', '').replace('.', ',')} ${unit}`;
}

/** A fact or a table cell, whatever JSON made of it. */
export function value(raw) {
  if (raw === null || raw === undefined || raw === '') {
    return '–';
  }
  if (typeof raw === 'boolean') {
    return raw ? 'Ya' : 'Tidak';
  }
  if (typeof raw === 'number') {
    return grouped(raw);
  }
  if (Array.isArray(raw)) {
    return raw.map(value).join(', ');
  }
  if (typeof raw === 'object') {
    return typeof raw.amount === 'number' ? rupiah(raw.amount) : Object.values(raw).map(value).join(' ');
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(raw)) {
    return day(raw);
  }
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/.test(raw) ? moment(raw) : raw;
}

/** SURAT_PERMOHONAN → Surat permohonan; what is an acronym stays one. */
export function words(code) {
  const text = code.split('_').map(word => ACRONYMS.has(word) ? word : word.toLowerCase()).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
