import type { FontMetrics } from './font-metrics.ts';
import { ink } from './ink.ts';
import { linesOf } from './lines.ts';

export const family = 'Atkinson Hyperlegible Next';

export interface Fonts {
  regular: FontMetrics;
  bold: FontMetrics;
}

export interface TextStyle {
  size: number;
  bold?: boolean;
  fill?: string;
}

/** Text laid out: what to draw, and how high it is. */
export interface Block {
  svg: string;
  height: number;
}

export type Pen = ReturnType<typeof penWith>;

/** Writes text at a place, broken into lines by the true widths of the font. `y` is the top of the first line. */
export function penWith({ regular, bold }: Fonts) {
  function block(text: string, x: number, y: number, width: number, style: TextStyle, most?: number): Block {
    const font = style.bold ? bold : regular;
    const lines = linesOf(text, width, (line) => font.width(line, style.size), most);
    const step = style.size * 1.28;
    const svg = lines.map((line, index) => textAt(line, x, y + style.size * 0.95 + index * step, style)).join('');
    return { svg, height: lines.length * step };
  }
  /** One line that ends at `x`; says how wide it is, for what stands to its left. */
  function ending(text: string, x: number, y: number, style: TextStyle): { svg: string; width: number } {
    const width = (style.bold ? bold : regular).width(text, style.size);
    return { svg: textAt(text, x - width, y + style.size * 0.95, style), width };
  }
  return { block, ending };
}

function textAt(line: string, x: number, y: number, { size, bold = false, fill = ink.text }: TextStyle): string {
  const weight = bold ? ' font-weight="700"' : '';
  const place = `x="${round(x)}" y="${round(y)}"`;
  return `<text ${place} font-family="${family}" font-size="${size}"${weight} fill="${fill}">${escaped(line)}</text>`;
}

export function rectangle(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"/>`;
}

export function rule(x: number, y: number, width: number): string {
  return rectangle(x, y, width, 1, ink.line);
}

const round = (value: number): number => Math.round(value * 10) / 10;

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, '');
}
