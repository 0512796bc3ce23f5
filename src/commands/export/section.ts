import { fileOf, isStatic } from './addresses.ts';
import { crawl, type Step } from './crawl.ts';
import type { Draw } from './draw.ts';
import { type Known, type Manifest, readManifest, removeManifest, writeManifest } from './manifest.ts';
import { type Part, type Plan, planOf, type Section, underWay } from './plan.ts';
import { hashOf, removeForms, writeForms } from './write.ts';

export interface SectionReport {
  files: number;
  written: number;
  removed: number;
  /** Addresses that a page leads to and that are not there. */
  broken: Step[];
  /** The addresses of other sections that it leads to. */
  outside: readonly string[];
}

/** Brings one section up to date in the folder. What depends on nothing new, and is still there, is not even drawn. */
export async function exportSection(
  folder: string,
  section: Section,
  draw: Draw,
  step: (files: number) => void,
): Promise<SectionReport> {
  const before = await readManifest(folder, section.name);
  const plan = planOf(folder, section, before);
  const isSame =
    plan.steps.length === 0 &&
    Object.keys(before.parts).every((name) => plan.parts.get(name)?.basis === before.parts[name]?.basis);
  const drawn = isSame ? { written: 0, broken: [] } : await bringUpToDate(folder, section, { before, plan, draw, step });
  const removed = isSame ? 0 : await removeGone(folder, before, plan.parts);
  const after = remembered(plan.parts);
  if (plan.parts.size === 0) await removeManifest(folder, section.name);
  else if (!isSame) await writeManifest(folder, section.name, after);
  const leads = new Set(Object.values(after.parts).flatMap((part) => part.leads));
  return {
    ...drawn,
    removed,
    files: filesIn(plan.parts),
    outside: [...leads].filter((address) => !section.owns(address) && isStatic(address)),
  };
}

interface Work {
  before: Manifest;
  plan: Plan;
  draw: Draw;
  step: (files: number) => void;
}

async function bringUpToDate(
  folder: string,
  section: Section,
  { before, plan, draw, step }: Work,
): Promise<Pick<SectionReport, 'written' | 'broken'>> {
  const { parts, standing, steps } = plan;
  const there = new Set([...parts.values()].flatMap(({ files }) => [...files.keys()]));
  const broken: Step[] = [];
  let written = 0;

  async function visit({ address, from }: Step): Promise<readonly string[]> {
    if (there.has(address)) return [];
    const drawn = await draw(address);
    if (!drawn) {
      broken.push({ address, from });
      return [];
    }
    const old = standing.get(address);
    const isOld = old?.[0] === hashOf(drawn.bytes);
    if (!isOld) written++;
    const known = isOld ? old : await writeForms(folder, fileOf(address), drawn.bytes);
    place(parts, drawn.heldAt ?? living, address, known, drawn.links);
    there.add(address);
    step(there.size);
    return drawn.links.filter((link) => section.owns(link) && isStatic(link) && !there.has(link));
  }

  await writeManifest(folder, section.name, underWay(before, plan));
  await crawl(steps, visit);
  return { written, broken };
}

/** Where everything stands that is not held at an edition. */
const living = 'living';

/** An edition that came while the export was under way depends on nothing known: the next export draws it again. */
function place(parts: Map<string, Part>, name: string, address: string, known: Known, links: readonly string[]): void {
  const part = parts.get(name) ?? { basis: '', files: new Map<string, Known>(), leads: new Set<string>() };
  parts.set(name, part);
  part.files.set(address, known);
  for (const link of links) part.leads.add(link);
}

async function removeGone(folder: string, before: Manifest, parts: ReadonlyMap<string, Part>): Promise<number> {
  const there = new Set([...parts.values()].flatMap(({ files }) => [...files.keys()].map(fileOf)));
  const gone = Object.values(before.parts)
    .flatMap(({ files }) => Object.keys(files).map(fileOf))
    .filter((file) => !there.has(file));
  for (const file of gone) await removeForms(folder, file);
  return gone.length;
}

function remembered(parts: ReadonlyMap<string, Part>): Manifest {
  const entries = [...parts].map(([name, { basis, files, leads }]) => {
    const outward = [...leads].filter((address) => !files.has(address));
    return [name, { basis, files: Object.fromEntries(files), leads: outward }] as const;
  });
  return { parts: Object.fromEntries(entries) };
}

function filesIn(parts: ReadonlyMap<string, Part>): number {
  return [...parts.values()].reduce((sum, { files }) => sum + files.size, 0);
}
