import { createRequire } from 'node:module';
import { family } from './pen.ts';

const resolve = createRequire(import.meta.url).resolve;
const fontPath = (weight: string) =>
  resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${weight}/AtkinsonHyperlegibleNext_${weight}.ttf`);

export const regular = fontPath('400Regular');
export const bold = fontPath('700Bold');

/** The fonts that come with us, and none of the machine's: the same picture everywhere. */
export const rendering = { font: { loadSystemFonts: false, fontFiles: [regular, bold], defaultFontFamily: family } };
