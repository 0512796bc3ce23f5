/** How wide each character of a font is: enough to break lines before anything is drawn. Reads `cmap` (format 4) and `hmtx` of a TTF. */
export interface FontMetrics {
  /** The width of a line of text, in the units of `size`. */
  width(text: string, size: number): number;
}

/** Reads the widths out of a TrueType file. Throws when it is none, or has no Unicode table of format 4. */
export function readMetrics(file: Uint8Array): FontMetrics {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = tableOffsets(view);
  const unitsPerEm = view.getUint16(offsetOf(tables, 'head') + 18);
  const metricCount = view.getUint16(offsetOf(tables, 'hhea') + 34);
  const hmtx = offsetOf(tables, 'hmtx');
  const glyphOf = characterMap(view, offsetOf(tables, 'cmap'));
  const widths = new Map<number, number>();

  function advance(code: number): number {
    const known = widths.get(code);
    if (known !== undefined) return known;
    const glyph = Math.min(glyphOf(code), metricCount - 1);
    const width = view.getUint16(hmtx + glyph * 4) / unitsPerEm;
    widths.set(code, width);
    return width;
  }

  return {
    width(text, size) {
      let sum = 0;
      for (const character of text) sum += advance(character.codePointAt(0) ?? 0);
      return sum * size;
    },
  };
}

function tableOffsets(view: DataView): ReadonlyMap<string, number> {
  const count = view.getUint16(4);
  const offsets = new Map<string, number>();
  for (let index = 0; index < count; index++) {
    const at = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    offsets.set(name, view.getUint32(at + 8));
  }
  return offsets;
}

function offsetOf(tables: ReadonlyMap<string, number>, name: string): number {
  const offset = tables.get(name);
  if (offset === undefined) throw new Error(`this font has no ${name} table`);
  return offset;
}

function characterMap(view: DataView, cmap: number): (code: number) => number {
  const count = view.getUint16(cmap + 2);
  for (let index = 0; index < count; index++) {
    const at = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    if (view.getUint16(at) === 4) return (code) => glyphIn(view, at, code);
  }
  throw new Error('this font has no character map of format 4');
}

/** Segments of consecutive characters (OpenType, `cmap` format 4). 0 is the glyph of what the font lacks. */
function glyphIn(view: DataView, table: number, code: number): number {
  const twiceSegments = view.getUint16(table + 6);
  for (let segment = 0; segment < twiceSegments; segment += 2) {
    const end = view.getUint16(table + 14 + segment);
    if (code > end) continue;
    const start = view.getUint16(table + 16 + twiceSegments + segment);
    if (code < start) return 0;
    const delta = view.getUint16(table + 16 + twiceSegments * 2 + segment);
    const rangeAt = table + 16 + twiceSegments * 3 + segment;
    const range = view.getUint16(rangeAt);
    if (range === 0) return (code + delta) & 0xffff;
    const glyph = view.getUint16(rangeAt + range + (code - start) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
