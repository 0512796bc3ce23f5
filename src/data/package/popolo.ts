import { slugify } from '../../lib/slug.ts';
import { racesOf } from '../../standings/scoreboard.ts';
import { headOf } from '../files/json.ts';
import { permalink } from '../tables/stamp.ts';
import type { Dossier } from '../tables/table.ts';

/** Movements, lists and those who lead them in the Popolo form (https://www.popoloproject.com/specs/): what civic programs read. */
export function popoloOf(dossier: Dossier) {
  const { state } = dossier;
  const { election } = state.campaign;
  const movements = state.current('movement');
  const lists = state.current('list');
  const led = [
    ...movements.map(({ slug, leader }) => ({ name: leader, organization: `movement/${slug}`, role: 'mène le mouvement' })),
    ...lists.map(({ key, head }) => ({ name: head, organization: `list/${key}`, role: 'tête de liste' })),
  ].flatMap(({ name, ...rest }) => (name === null ? [] : [{ name, ...rest }]));
  const persons = new Map(led.map(({ name }) => [`person/${slugify(name)}`, name]));
  return {
    ...headOf(dossier),
    persons: [...persons].map(([id, name]) => ({ id, name })),
    organizations: [
      ...movements.map(({ slug, name }) => ({
        id: `movement/${slug}`,
        name,
        classification: 'movement',
        links: [{ note: 'page', url: permalink(dossier, 'mouvements', slug) }],
      })),
      ...lists.map(({ key, label, movement, race, round, panel, nuance }) => ({
        id: `list/${key}`,
        name: label,
        classification: 'list',
        parent_id: `movement/${movement}`,
        area_id: `race/${race}`,
        identifiers: [
          { scheme: 'panneau', identifier: String(panel) },
          ...(nuance === null ? [] : [{ scheme: 'nuance', identifier: nuance }]),
        ],
        founding_date: round === 1 ? election.firstRoundOn : (election.secondRoundOn ?? election.firstRoundOn),
        links: [{ note: 'page', url: permalink(dossier, 'listes', key) }],
      })),
    ],
    memberships: led.map(({ name, organization, role }) => ({
      person_id: `person/${slugify(name)}`,
      organization_id: organization,
      role,
    })),
    areas: racesOf(state).map(({ slug, code, name, kind }) => ({
      id: `race/${slug}`,
      name,
      identifier: code,
      classification: kind,
    })),
    events: [
      {
        id: `election/${election.id}`,
        name: election.name,
        classification: 'municipal election',
        start_date: election.firstRoundOn,
        end_date: election.secondRoundOn ?? election.firstRoundOn,
      },
    ],
  };
}
