import { z } from 'zod';

const asked = z.record(z.string(), z.unknown()).catch({});
const values = z.union([z.string().transform((value) => [value]), z.array(z.string())]).catch([]);

/** Everything an address says under one name, once or several times; nothing when it says something else than text. */
export function valuesOf(query: unknown, name: string): string[] {
  return values.parse(asked.parse(query)[name]);
}

/** True when an address says something under another name. */
export function hasOtherThan(query: unknown, name: string): boolean {
  return Object.keys(asked.parse(query)).some((each) => each !== name);
}

/** The last thing said under a name, which is what a form means; empty when there is none. */
export function lastValue(query: unknown, name: string): string {
  return valuesOf(query, name).at(-1) ?? '';
}

/** `?ordre=nom&demande=cameras`, without what is empty; nothing when all of it is. */
export function queryText(pairs: readonly (readonly [name: string, value: string])[]): string {
  const said = new URLSearchParams();
  for (const [name, value] of pairs) if (value !== '') said.append(name, value);
  return said.size === 0 ? '' : `?${said}`;
}
