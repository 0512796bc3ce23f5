import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg, renderAsync } from '@resvg/resvg-js';
import type { PublicState } from '../standings/fold.ts';
import { drawPicture, withWords } from './draw.ts';
import { readMetrics } from './font-metrics.ts';
import { family, penWith } from './pen.ts';
import type { Picture, PictureOrder } from './picture.ts';

const resolve = createRequire(import.meta.url).resolve;
const fontPath = (weight: string) =>
  resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${weight}/AtkinsonHyperlegibleNext_${weight}.ttf`);
const regular = fontPath('400Regular');
const bold = fontPath('700Bold');

/** The fonts that come with us, and none of the machine's: the same picture everywhere. */
const rendering = { font: { loadSystemFonts: false, fontFiles: [regular, bold], defaultFontFamily: family } };

const pen = penWith({ regular: readMetrics(readFileSync(regular)), bold: readMetrics(readFileSync(bold)) });

/** Lays a picture out; null when the state has no such thing. Cheap: nothing is rendered yet. */
export function pictureOf(state: PublicState, order: PictureOrder): Picture | null {
  return drawPicture(pen, state, order);
}

/** The picture as PNG, drawn on another thread. */
export async function pngOf({ svg }: Pick<Picture, 'svg'>): Promise<Uint8Array> {
  return (await renderAsync(svg, rendering)).asPng();
}

/** The picture as SVG whose letters are outlines: the same with whatever fonts, in any program; its text is in `title` and `desc`. */
export function svgOf(picture: Picture): string {
  const outlined = new Resvg(picture.svg, rendering).toString().replace(/(\d\.\d\d)\d+/g, '$1');
  return withWords(outlined, picture);
}
