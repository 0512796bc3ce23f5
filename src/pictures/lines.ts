/** Measures a line of text. */
export type Measure = (text: string) => number;

/** Breaks text into lines no wider than `width`; what goes beyond `most` lines ends with an ellipsis. Hard spaces hold. */
export function linesOf(text: string, width: number, measure: Measure, most = Number.POSITIVE_INFINITY): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/[ \n]+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== '') lines.push(line);
  const kept = lines.slice(0, most);
  const last = kept.at(-1);
  const cut = lines.length > kept.length;
  return kept.map((each) => (measure(each) > width || (cut && each === last) ? shortened(each, width, measure, cut) : each));
}

function shortened(line: string, width: number, measure: Measure, cut: boolean): string {
  let text = line;
  while (text.length > 1 && measure(`${text}…`) > width) text = text.slice(0, -1);
  return cut || text !== line ? `${text.trimEnd()}…` : text;
}
