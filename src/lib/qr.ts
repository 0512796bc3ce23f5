import { create } from 'qrcode';

/** A QR code for a page to draw: one SVG path in a square of `size` units, with the quiet zone readers need (ISO/IEC 18004: 4 modules). */
export interface QrCode {
  size: number;
  path: string;
}

const quiet = 4;

/** `M` corrects up to 15 % of damage: a poster is torn, and rained on. */
export function qrCode(text: string): QrCode {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const rows = Array.from({ length: size }, (_, row) => rowPath(data.subarray(row * size, (row + 1) * size), row + quiet));
  return { size: size + 2 * quiet, path: rows.join('') };
}

/** Each run of dark modules as one rectangle. */
function rowPath(row: Uint8Array, y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x += 1;
    path += `M${start + quiet} ${y}h${x - start + 1}v1H${start + quiet}z`;
  }
  return path;
}
