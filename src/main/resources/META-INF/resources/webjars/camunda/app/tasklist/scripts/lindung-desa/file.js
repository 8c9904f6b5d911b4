/** A file on its way to the server: pictures prepared (photo.js is loaded for those only), and the hash to compare. */
const picture = async (file, work, without) => /^image\/(jpeg|png|webp)$/.test(file.type)
    ? work(await import('./photo.js').catch(() => ({ smaller: without, thumbnail: () => null }))) : without(file);

export const smaller = file => picture(file, photo => photo.smaller(file), one => one);
export const thumbnail = file => picture(file, photo => photo.thumbnail(file), () => null);

/** The hash of a file as the server writes it. A plain http address offers no crypto.subtle: then ours. */
export async function sha256(file) {
  const content = await file.arrayBuffer();
  const hash = window.crypto.subtle ? new Uint8Array(await window.crypto.subtle.digest('SHA-256', content))
      : (await import('./sha256.js')).sha256(content);
  return Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('');
}
