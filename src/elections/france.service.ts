import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Database } from '../db/open.ts';
import { foldName, type KnownCommune, searchCommunes } from './commune-search.ts';
import { electionsRepository } from './elections.repository.ts';
import type { Area, Commune } from './elections.types.ts';
import type { Sector } from './sectors.ts';

const place = z.object({
  code: z.string(),
  nom: z.string(),
  departement: z.string(),
  type: z.enum(['commune-actuelle', 'commune-deleguee', 'commune-associee', 'arrondissement-municipal']),
  commune: z.string().optional(),
  codesPostaux: z.array(z.string()).default([]),
  population: z.number().default(0),
});

interface France {
  communes: readonly KnownCommune[];
  byCode: ReadonlyMap<string, KnownCommune>;
  arrondissements: readonly z.infer<typeof place>[];
}

const resolve = createRequire(import.meta.url).resolve;
let france: France | null = null;

/** The post codes of a commune of today, by its INSEE code; none for one that is not. Reads the large file. */
export function postCodesOf(code: string): readonly string[] {
  return readFrance().byCode.get(code)?.postCodes ?? [];
}

/** Every commune of France today (package of Etalab, Licence Ouverte), with those that were imported and no longer exist or never did. */
export function openFrance(database: Database) {
  const elections = electionsRepository(database);

  return {
    search(query: string, atMost = 20): KnownCommune[] {
      const { communes, byCode } = readFrance();
      const imported = elections.listCommunes().filter(({ code }) => !byCode.has(code));
      return searchCommunes([...communes, ...imported.map(known)], query, atMost);
    },
    /** One commune by its INSEE code; null when there is none. */
    findCommune(code: string): KnownCommune | null {
      const stored = elections.findCommune(code);
      return readFrance().byCode.get(code) ?? (stored && known(stored));
    },
    /** The arrondissements of a sector, with their post codes. */
    areasOf(communeCode: string, { arrondissements }: Sector): Area[] {
      const own = readFrance().arrondissements.filter(({ commune }) => commune === communeCode);
      return arrondissements.flatMap((number) => {
        const found = own.find(({ code }) => Number(code.slice(-2)) === number || Number(code.slice(-2)) === number + 80);
        const name = `${number}${number === 1 ? 'er' : 'e'} arrondissement`;
        return found ? [{ code: found.code, name, postCode: found.codesPostaux[0] ?? '' }] : [];
      });
    },
  };
}

function known({ code, name, departement }: Commune): KnownCommune {
  return { code, name, departement, departementName: departement, postCodes: [], population: 0, folded: foldName(name) };
}

/** Read when someone first looks for a commune: most servers never do, and the file is large. */
function readFrance(): France {
  if (france) return france;
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8'));
  const names = new Map(
    z
      .array(z.object({ code: z.string(), nom: z.string() }))
      .parse(read('departements'))
      .map(({ code, nom }) => [code, nom]),
  );
  const places = z.array(place).parse(read('communes'));
  const communes = places
    .filter(({ type }) => type === 'commune-actuelle')
    .map(({ code, nom, departement, codesPostaux, population }) => ({
      code,
      name: nom.replaceAll("'", '’'),
      departement,
      departementName: (names.get(departement) ?? departement).replaceAll("'", '’'),
      postCodes: codesPostaux,
      population,
      folded: foldName(nom),
    }));
  france = {
    communes,
    byCode: new Map(communes.map((commune) => [commune.code, commune])),
    arrondissements: places.filter(({ type }) => type === 'arrondissement-municipal'),
  };
  return france;
}
