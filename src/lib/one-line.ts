/** What breaks a line anywhere (Unicode's controls and separators), and what turns the text that follows round (UAX 9). */
const breaks = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const turns = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * What people pasted, on one line and in its own direction: for the formats in which a line says something by itself, and for
 * sentences that hold a name among other words.
 */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(turns, '').replace(breaks, ' ').trim();
}
