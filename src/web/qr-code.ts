import { create } from 'qrcode';

/** A QR code as one path in a square of `size` units, with the quiet margin that readers need (ISO/IEC 18004: four modules). */
export interface QrCode {
  size: number;
  path: string;
}

const margin = 4;

export function qrCode(text: string): QrCode {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const squares: string[] = [];
  modules.data.forEach((dark, index) => {
    if (dark) squares.push(`M${(index % modules.size) + margin} ${Math.floor(index / modules.size) + margin}h1v1h-1z`);
  });
  return { size: modules.size + 2 * margin, path: squares.join('') };
}
