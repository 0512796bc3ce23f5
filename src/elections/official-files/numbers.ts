/** A whole number as the files write it, spaces and all; null when the field is empty, undefined when it is something else. */
export function wholeNumber(text: string | undefined): number | null | undefined {
  const digits = (text ?? '').replace(/[\s\u00a0\u202f]/g, '');
  if (digits === '') return null;
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

/** The number of a list's panel: 1 to 999, or null when it is anything else. Nowhere have more than a few dozen lists stood. */
export function panelNumber(text: string | undefined): number | null {
  const number = wholeNumber(text);
  return number && number <= 999 ? number : null;
}
