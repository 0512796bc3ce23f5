/** A whole number as the files write it, spaces and all; null when the field is empty, undefined when it is something else. */
export function wholeNumber(text: string | undefined): number | null | undefined {
  const digits = (text ?? '').replace(/[\s\u00a0\u202f]/g, '');
  if (digits === '') return null;
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}
