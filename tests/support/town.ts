import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { migrateDatabase } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { openLedger } from '../../src/ledger/ledger.service.ts';
import type { NewEntry, Payload } from '../../src/ledger/payloads.ts';
import { lineageSubject, listKey, positionSubject } from '../../src/ledger/subjects.ts';

/** A small invented town, published through the real ledger: what the public pages are tested on. */
export const town = 'valmont-2020';

const source = (publisher: string, path: string) => ({
  url: `https://example.org/${path}`,
  title: `Article du ${publisher}`,
  publisher,
  publishedOn: '2020-03-01',
});

export function position(over: Partial<Payload<'position'>> & Pick<Payload<'position'>, 'movement' | 'demand'>): NewEntry {
  const payload: Payload<'position'> = {
    list: null,
    stance: 'commits',
    basis: 'reply',
    lifecycle: 'current',
    summary: 'La liste retirera les caméras.',
    quote: 'Nous les retirerons : toutes !',
    condition: null,
    speaker: 'Alix Verne',
    saidOn: '2020-03-09',
    reportedBy: null,
    sources: [source('Journal de Valmont', 'article')],
    ...over,
  };
  return { kind: 'position', subject: positionSubject(payload), payload };
}

const demand = (number: number, slug: string, shortTitle: string): NewEntry => ({
  kind: 'demand',
  subject: slug,
  payload: {
    number,
    slug,
    shortTitle,
    title: `${shortTitle}, dans toute la ville`,
    explanation: 'Ce que la lettre demande, et pourquoi.',
    rules: { commits: 'Le dit sans réserve.', commits_in_part: 'Le dit sous condition.', refuses: 'Dit le contraire.' },
  },
});

const race = (number: number): NewEntry => ({
  kind: 'race',
  subject: `secteur-${number}`,
  payload: {
    slug: `secteur-${number}`,
    code: `99001SR0${number}`,
    kind: 'sector',
    sectorNumber: number,
    name: `Secteur ${number}`,
    areas: [{ code: `9900${number}`, name: `${number}e arrondissement`, postCode: `9900${number}` }],
    rounds: [{ number: 1, registered: 3000, voted: 1500, valid: 1400 }],
  },
});

const movement = (slug: string, name: string, leader: string | null): NewEntry => ({
  kind: 'movement',
  subject: slug,
  payload: { slug, name, leader },
});

const list = (sector: number, round: number, panel: number, movement: string, label: string): NewEntry => {
  const key = listKey(`secteur-${sector}`, round, panel);
  const seats = { council: round === 2 ? 3 : null, sector: null, intercommunal: null };
  const payload = {
    key,
    race: `secteur-${sector}`,
    movement,
    round,
    panel,
    label,
    nuance: 'LDVC',
    head: 'Noé Lamy',
    votes: 412,
    seats,
  };
  return { kind: 'list', subject: key, payload };
};

const lineage = (child: string, parent: string, kind: 'continues' | 'merges'): NewEntry => ({
  kind: 'lineage',
  subject: lineageSubject(child, parent),
  payload: { child, parent, kind, source: 'Journal de Valmont' },
});

const contact = (movement: string, status: Payload<'contact'>['status']): NewEntry => ({
  kind: 'contact',
  subject: movement,
  payload: { movement, status, asked: [{ on: '2020-03-07', channel: 'open_letter' }] },
});

/** Edition 1. Pré Vert commits twice, and differs in sector 2; Horizon refuses; Cap Nord is silent; Tous Ici was never asked. */
export const firstEdition: NewEntry[] = [
  {
    kind: 'campaign',
    subject: town,
    payload: {
      slug: town,
      title: 'Moins de caméras à Valmont',
      town: 'Valmont',
      communeCode: '99001',
      timeZone: 'Europe/Paris',
      fictional: true,
      election: { id: 'mun-2020', name: 'Municipales 2020', firstRoundOn: '2020-03-15', secondRoundOn: '2020-06-28' },
    },
  },
  {
    kind: 'letter',
    subject: 'lettre',
    payload: {
      title: 'Lettre aux listes de Valmont',
      body: '# Pourquoi\n\nNous demandons **trois** choses.\n\n<script>alert(1)</script>',
      url: 'https://example.org/lettre',
      publishedOn: '2020-03-07',
      repliesCheckedOn: '2026-11-23',
      repliesNote: 'Une seule réponse écrite a été trouvée.',
    },
  },
  { kind: 'signatory', subject: 'les-amis', payload: { slug: 'les-amis', name: 'Les Amis de Valmont', rank: 1 } },
  { kind: 'signatory', subject: 'quartiers', payload: { slug: 'quartiers', name: 'Quartiers vivants', rank: 2 } },
  demand(1, 'projets', 'Retirer les projets'),
  demand(2, 'cameras', 'Réduire les caméras'),
  demand(3, 'comite', 'Créer un comité citoyen'),
  race(1),
  race(2),
  movement('cap-nord', 'Cap Nord', 'Iris Baudet'),
  movement('horizon', 'Horizon', null),
  movement('pre-vert', 'Pré Vert', 'Alix Verne'),
  movement('tous-ici', 'Tous Ici', null),
  list(1, 1, 1, 'horizon', 'HORIZON VALMONT'),
  list(1, 1, 2, 'cap-nord', 'CAP NORD'),
  list(
    1,
    1,
    3,
    'pre-vert',
    'PRÉ VERT, LE RASSEMBLEMENT DE CELLES ET CEUX QUI VEULENT UNE VILLE VIVANTE ET SANS CAMÉRAS AUTOMATIQUES',
  ),
  list(2, 1, 1, 'tous-ici', 'TOUS ICI'),
  list(2, 1, 4, 'pre-vert', 'PRÉ VERT'),
  list(1, 2, 1, 'pre-vert', 'PRÉ VERT ET CAP NORD RÉUNIS'),
  lineage('secteur-1-tour-2-panneau-1', 'secteur-1-tour-1-panneau-3', 'merges'),
  lineage('secteur-1-tour-2-panneau-1', 'secteur-1-tour-1-panneau-2', 'merges'),
  list(2, 2, 1, 'pre-vert', 'PRÉ VERT'),
  lineage('secteur-2-tour-2-panneau-1', 'secteur-2-tour-1-panneau-4', 'continues'),
  contact('cap-nord', 'asked'),
  contact('horizon', 'asked'),
  contact('pre-vert', 'answered'),
  position({ movement: 'pre-vert', demand: 'projets' }),
  position({ movement: 'pre-vert', demand: 'cameras' }),
  position({
    movement: 'pre-vert',
    demand: 'cameras',
    list: 'secteur-2-tour-1-panneau-4',
    stance: 'unclear',
    basis: 'public_statement',
  }),
  position({ movement: 'horizon', demand: 'projets', stance: 'refuses', basis: 'programme', speaker: null, saidOn: '2020-02' }),
  position({
    movement: 'horizon',
    demand: 'cameras',
    stance: 'contradicts',
    basis: 'third_party',
    quote: null,
    reportedBy: 'Journal de Valmont',
    sources: [source('Journal de Valmont', 'un'), source('Radio Valmont', 'deux')],
  }),
];

/** Edition 2 corrects one position and places a right of reply beside it. */
export const secondEdition: NewEntry[] = [
  {
    ...position({ movement: 'pre-vert', demand: 'cameras', stance: 'commits_in_part', condition: 'Si le budget le permet.' }),
    reason: 'La condition avait été oubliée.',
  },
  {
    kind: 'reply',
    subject: 'horizon-1',
    payload: {
      movement: 'horizon',
      position: 'horizon/projets',
      text: 'Nous contestons.',
      receivedAt: '2020-03-12T09:30:00Z',
      author: 'Horizon',
    },
  },
];

/** A migrated database that knows the invented town and has published nothing. */
export function emptyLedger() {
  const database = openDatabase(':memory:');
  migrateDatabase(database);
  database.sql.exec(`
    INSERT INTO election (id, name, first_round_on) VALUES ('mun-2020', 'Municipales 2020', '2020-03-15');
    INSERT INTO commune (code, name, departement) VALUES ('99001', 'Valmont', '99');
    INSERT INTO campaign (slug, title, town, election_id, commune_code, time_zone, created_at)
      VALUES ('${town}', 'Moins de caméras', 'Valmont', 'mun-2020', '99001', 'Europe/Paris', '2020-03-01T00:00:00Z');`);
  return { database, ledger: openLedger(database) };
}

/** The real server over the invented town, both editions published. Close it with `app.close()`. */
export async function townServer(environment: Record<string, string> = {}) {
  const { database, ledger } = emptyLedger();
  ledger.publish(town, firstEdition, { publishedAt: '2020-03-10T08:00:00Z' });
  ledger.publish(town, secondEdition, { publishedAt: '2020-03-13T23:30:00Z' });
  const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', ...environment }), database);
  return { app, ledger, database };
}
