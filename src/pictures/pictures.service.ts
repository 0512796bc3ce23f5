import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { openThread } from '../lib/thread.ts';
import type { PublicState } from '../standings/fold.ts';
import { drawPicture, withWords } from './draw.ts';
import { readMetrics } from './font-metrics.ts';
import { penWith } from './pen.ts';
import type { Picture, PictureOrder } from './picture.ts';
import { bold, regular, rendering } from './rendering.service.ts';

const pen = penWith({ regular: readMetrics(readFileSync(regular)), bold: readMetrics(readFileSync(bold)) });
const painter = openThread<string, Uint8Array>(new URL('./png.worker.ts', import.meta.url));

/** Lays a picture out; null when the state has no such thing. Cheap: nothing is rendered yet. */
export function pictureOf(state: PublicState, order: PictureOrder): Picture | null {
  return drawPicture(pen, state, order);
}

/** The picture as PNG, drawn and compressed in a thread of its own. */
export async function pngOf({ svg }: Pick<Picture, 'svg'>): Promise<Uint8Array> {
  return painter.ask(svg);
}

/** The picture as SVG whose letters are outlines: the same with whatever fonts, in any program; its text is in `title` and `desc`. */
export function svgOf(picture: Picture): string {
  const outlined = new Resvg(picture.svg, rendering).toString().replace(/(\d\.\d\d)\d+/g, '$1');
  return withWords(outlined, picture);
}
