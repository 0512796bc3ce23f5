import { fileOf, isStatic } from './addresses.ts';
import type { Step } from './crawl.ts';
import type { Known, Manifest } from './manifest.ts';
import { isThere } from './write.ts';

/** A piece of the site that is drawn, remembered and forgotten by itself: one campaign, or what belongs to none. */
export interface Section {
  /** The name of its manifest. */
  name: string;
  /** Its parts, each with what it depends on: `living`, and one for each edition. */
  bases: ReadonlyMap<string, string>;
  owns(address: string): boolean;
  /** Where to begin when a part of it is to be drawn again. */
  starts(): readonly string[];
  /** What other sections lead to, and from where: looked at even when nothing here changed. */
  asked: ReadonlyMap<string, string>;
  /** Whether a file may have to go although its basis is the same. */
  isDoubtful(address: string): boolean;
}

export interface Part {
  basis: string;
  files: Map<string, Known>;
  /** Where its pages lead. */
  leads: Set<string>;
}

export interface Plan {
  /** What is kept of the last export without being drawn: whole parts, but for the files that are lost. */
  parts: Map<string, Part>;
  /** What stands in the folder as it was written, by its address. */
  standing: Map<string, Known>;
  /** What to look at; nothing when all is as it was. */
  steps: Step[];
}

/** What an export has to do, from what the last one left. */
export function planOf(folder: string, section: Section, before: Manifest): Plan {
  const plan: Plan = { parts: new Map(), standing: new Map(), steps: [] };
  const kept = new Set<string>();
  for (const [name, { basis, files, leads }] of Object.entries(before.parts)) {
    const part: Part = { basis, files: new Map(), leads: new Set(leads) };
    const isKept = section.bases.get(name) === basis;
    if (isKept) plan.parts.set(name, part);
    for (const [address, known] of Object.entries(files)) {
      const stands = isThere(folder, fileOf(address), known);
      if (stands) plan.standing.set(address, known);
      if (!isKept) continue;
      if (stands && !section.isDoubtful(address)) kept.add(address) && part.files.set(address, known);
      else plan.steps.push({ address, from: name });
    }
  }
  plan.steps.push(...missingFrom(section, plan.parts).filter(({ address }) => !kept.has(address)));
  for (const [name, basis] of section.bases) {
    if (!plan.parts.has(name)) plan.parts.set(name, { basis, files: new Map(), leads: new Set() });
  }
  return plan;
}

/** Where to begin, and where what is kept or what others have leads: most of it is kept as well. */
function missingFrom(section: Section, kept: ReadonlyMap<string, Part>): Step[] {
  const led = [...kept].flatMap(([name, { leads }]) => [...leads].map((address): Step => ({ address, from: name })));
  const asked = [...section.asked].map(([address, from]): Step => ({ address, from }));
  const isWhole = [...section.bases.keys()].every((name) => kept.has(name));
  const starts = isWhole ? [] : section.starts().map((address): Step => ({ address, from: '' }));
  return [...led, ...asked, ...starts].filter(({ address }) => section.owns(address) && isStatic(address));
}

/** What is remembered while the export is under way. If it never ends, the next one trusts nothing that this one may have overwritten. */
export function underWay(before: Manifest, { parts }: Plan): Manifest {
  const forgotten = Object.entries(before.parts).map(([name, { basis, files }]) => {
    if (parts.get(name)?.basis === basis) return [name, { basis, files, leads: before.parts[name]?.leads ?? [] }] as const;
    const unsure = Object.entries(files).map(([address, [, ...sizes]]): [string, Known] => [address, ['', ...sizes]]);
    return [name, { basis: '', files: Object.fromEntries(unsure), leads: [] }] as const;
  });
  return { parts: Object.fromEntries(forgotten) };
}
