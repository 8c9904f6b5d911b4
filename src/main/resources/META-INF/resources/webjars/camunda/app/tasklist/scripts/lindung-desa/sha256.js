/** SHA-256 (FIPS 180-4) for browsers that keep theirs from pages without https. Ten megabytes take well under a second. */
const firstBits = (root, count) => {
  const found = [];
  for (let n = 2; found.length < count; n++) {
    if (![...Array(n).keys()].slice(2).some(divisor => n % divisor === 0)) {
      found.push(Math.floor((root(n) % 1) * 2 ** 32) >>> 0);
    }
  }
  return found;
};
const K = new Uint32Array(firstBits(Math.cbrt, 64));
const START = firstBits(Math.sqrt, 8);

export function sha256(buffer) {
  const size = buffer.byteLength;
  const padded = new Uint8Array(Math.ceil((size + 9) / 64) * 64);
  padded.set(new Uint8Array(buffer));
  padded[size] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(size / 2 ** 29));
  view.setUint32(padded.length - 4, (size << 3) >>> 0);
  const h = new Uint32Array(START);
  const w = new Uint32Array(64);
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 16; i++) {
      w[i] = view.getUint32(at + i * 4);
    }
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15], y = w[i - 2];
      w[i] = w[i - 16] + w[i - 7] + (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3))
          + (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10));
    }
    let [a, b, c, d, e, f, g, k] = h;
    for (let i = 0; i < 64; i++) {
      const one = (k + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const two = ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      k = g; g = f; f = e; e = (d + one) | 0;
      d = c; c = b; b = a; a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, k].forEach((part, i) => { h[i] += part; });
  }
  const bytes = new Uint8Array(32);
  h.forEach((word, i) => new DataView(bytes.buffer).setUint32(i * 4, word));
  return bytes;
}
