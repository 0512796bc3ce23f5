import encodeQR from 'qr';

/** A QR code for a page to draw: one SVG path in a square of `size` units, with the quiet zone readers need (ISO/IEC 18004: 4 modules). */
export interface QrCode {
  size: number;
  path: string;
}

/** `medium` corrects up to 15 % of damage: a poster is torn, and rained on. */
export function qrCode(text: string): QrCode {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  return { size: rows.length, path: rows.map(rowPath).join('') };
}

/** Each run of dark modules as one rectangle. */
function rowPath(row: boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x += 1;
    path += `M${start} ${y}h${x - start + 1}v1H${start}z`;
  }
  return path;
}
