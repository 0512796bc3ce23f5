/** What a form carries, by name; a list where one name is there several times. */
export type Fields = Record<string, string | string[]>;

/** What a form carries for the machine: it is sent again, and is nothing that anybody typed. */
const mechanical = ['cle', 'version', 'suite'];
/** Never kept, and typed again when it is needed. */
const secret = ['mot-de-passe', 'actuel', 'code', 'reponse'];

/** The fields of a form as they may be kept and sent again; null when nothing in it was typed. */
export function worthKeeping(fields: Fields, own: readonly string[]): Fields | null {
  const kept = Object.entries(fields).filter(([name]) => !own.includes(name) && !secret.includes(name));
  const typed = kept.some(([name, value]) => !mechanical.includes(name) && [value].flat().some((text) => text.trim() !== ''));
  return typed ? Object.fromEntries(kept) : null;
}

/** Whether a field is one that a person reads. */
export function isTyped(name: string): boolean {
  return !mechanical.includes(name);
}
