/**
 * `ROYER-PERREAUT` → `Royer-Perreaut`. Official files shout surnames; a name that already has small letters is left as it was written,
 * since whoever typed `de Cambiaire` knew better than a rule.
 */
export function personName(text: string): string {
  const name = text.trim().replace(/\s+/g, ' ');
  if (name !== name.toUpperCase()) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_whole, before: string, letter: string) => before + letter.toUpperCase());
}
