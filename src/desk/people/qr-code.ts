import QRCode from 'qrcode';

/** A QR code as one SVG path of unit squares, in a square of `size` with the quiet zone the standard asks for. */
export interface QrCode {
  size: number;
  path: string;
}

const quiet = 4;

export function qrCode(text: string): QrCode {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const dark = Array.from(modules.data.entries()).filter(([, value]) => value === 1);
  const squares = dark.map(([index]) => {
    const x = (index % modules.size) + quiet;
    const y = Math.floor(index / modules.size) + quiet;
    return `M${x} ${y}h1v1h-1z`;
  });
  return { size: modules.size + 2 * quiet, path: squares.join('') };
}
