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

/** A size of letters, and how many lines of it there is room for. */
export interface Fitting {
  size: number;
  most: number;
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
  /** The first of these sizes that holds the whole text, in as many lines as it allows; the last cuts what does not fit. */
  function fitting(text: string, x: number, y: number, width: number, style: TextStyle, sizes: readonly Fitting[]): Block {
    const font = style.bold ? bold : regular;
    const holds = ({ size, most }: Fitting) => {
      const lines = linesOf(text, width, (line) => font.width(line, size));
      return lines.length <= most && lines.every((line) => !line.endsWith('…'));
    };
    const chosen = sizes.find(holds) ?? sizes.at(-1);
    return block(text, x, y, width, { ...style, size: chosen?.size ?? style.size }, chosen?.most);
  }
  /** One line that ends at `x`; says how wide it is, for what stands to its left. */
  function ending(text: string, x: number, y: number, style: TextStyle): { svg: string; width: number } {
    const width = (style.bold ? bold : regular).width(text, style.size);
    return { svg: textAt(text, x - width, y + style.size * 0.95, style), width };
  }
  return { block, fitting, ending };
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
