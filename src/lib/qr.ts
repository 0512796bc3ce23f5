import { create } from 'qrcode';

/** A QR code to be drawn by the page itself: one SVG path, in modules, without its quiet zone. */
export interface QrCode {
  size: number;
  path: string;
}

/** `M` corrects up to 15 % of damage: a poster is torn, and rained on. */
export function qrCode(text: string): QrCode {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const rows = Array.from({ length: size }, (_, row) => rowPath(data.subarray(row * size, (row + 1) * size), row));
  return { size, path: rows.join('') };
}

/** Each run of dark modules as one rectangle. */
function rowPath(row: Uint8Array, y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x += 1;
    path += `M${start} ${y}h${x - start + 1}v1H${start}z`;
  }
  return path;
}
