import type { Person } from '../accounts/can.ts';
import type { KnownCommune } from '../elections/commune-search.ts';
import type { Election } from '../elections/elections.types.ts';
import { sectorsOf } from '../elections/sectors.ts';
import { frenchTimeZones, timeZoneName } from '../elections/time-zone.ts';
import { frenchDate } from '../lib/dates.ts';
import { french, number } from '../lib/typography.ts';
import { type Problems, summaryOf, type TextField, textField } from '../web/form.ts';
import { choiceField, type FormPage, type FormPart, selectField } from './form-page.ts';
import { type DeskFrame, deskFrame } from './frame.presenter.ts';
import { links } from './links.ts';
import { otherElection, type TypedOpening } from './open-campaign-form.ts';

export interface ChooseCommunePage {
  frame: DeskFrame;
  action: string;
  field: TextField;
  copy: string;
  results: { heading: string; items: { href: string; name: string; about: string }[] };
}

declare module '../web/views.ts' {
  interface Views {
    'desk/choose-commune': ChooseCommunePage;
  }
}

interface Asked {
  query: string;
  copy: string;
  found: readonly KnownCommune[];
}

/** The first step: which commune. Homonyms are told apart by their département. */
export function presentChooseCommune(person: Person, token: string, { query, copy, found }: Asked): ChooseCommunePage {
  const address = (commune: string) => `${links.openCampaign}?${new URLSearchParams({ commune, ...(copy && { copie: copy }) })}`;
  return {
    frame: deskFrame('Ouvrir une campagne', person, token),
    action: links.openCampaign,
    field: textField(
      { id: 'q', label: 'Quelle commune ?', hint: 'Son nom, son code postal ou son code INSEE.', value: query },
      new Map(),
    ),
    copy,
    results: {
      heading: french(resultsHeading(query, found.length)),
      items: found.map(({ code, name, departement, departementName, population }) => ({
        href: address(code),
        name,
        about: french(
          [
            departementName === departement ? departement : `${departementName} (${departement})`,
            ...(population > 0 ? [`${number(population)} habitants`] : []),
          ].join(', '),
        ),
      })),
    },
  };
}

function resultsHeading(query: string, found: number): string {
  if (query.trim().length < 2) return '';
  if (found === 0) return 'Aucune commune de ce nom. Essayez le code postal.';
  return found === 1 ? 'Une commune' : `${found >= 20 ? 'Les 20 premières communes' : `${found} communes`}`;
}

export interface OpeningState {
  commune: KnownCommune;
  typed: TypedOpening;
  problems: Problems;
  key: string;
  elections: readonly Election[];
  /** What the new campaign may be copied from. */
  campaigns: readonly { slug: string; title: string }[];
}

/** The second step: the election, the title, the clock of the town. */
export function presentOpening(person: Person, token: string, state: OpeningState): FormPage {
  const { commune, typed, problems, key, campaigns } = state;
  const text = (id: keyof TypedOpening, label: string, hint = ''): FormPart => ({
    kind: 'text',
    field: textField({ id, label, hint, value: typed[id] }, problems),
  });
  return {
    frame: deskFrame('Ouvrir une campagne', person, token),
    heading: french(`Ouvrir une campagne : ${commune.name}`),
    lead: french(
      `${commune.name}, ${commune.departementName} (${commune.departement}). La campagne s’ouvre en brouillon : rien n’est public avant la première édition.`,
    ),
    errors: summaryOf(problems),
    notices: [],
    action: `${links.openCampaign}?commune=${commune.code}`,
    key,
    read: '',
    parts: [
      text('titre', 'Titre de la campagne', `Par exemple : « ${commune.name} : moins de caméras ».`),
      electionChoice(state),
      text('election-nom', 'Si c’est une autre élection : son nom', 'Par exemple : Municipale partielle de 2027.'),
      text('premier-tour', 'Jour de son premier tour', '15/03/2026.'),
      text('second-tour', 'Jour de son second tour, s’il est connu'),
      ...(sectorsOf(commune.code).length > 0 ? [ballotChoice(typed, problems)] : []),
      selectField(
        {
          id: 'fuseau',
          label: 'Fuseau horaire de la commune',
          hint: 'La trêve électorale se compte à l’horloge de la commune.',
          value: typed.fuseau,
          options: frenchTimeZones.map((zone) => ({ value: zone, label: timeZoneName(zone) })),
        },
        problems,
      ),
      text('adresse', 'Adresse publique', 'Vide : elle est faite du nom de la commune et de l’année, comme lille-2026.'),
      ...(campaigns.length > 0 ? [copyChoice(campaigns, typed, problems)] : []),
    ],
    button: 'Ouvrir la campagne',
    back: { href: links.openCampaign, label: 'Changer de commune' },
  };
}

function electionChoice({ elections, typed, problems }: OpeningState): FormPart {
  const known = elections.map(({ id, name, firstRoundOn, secondRoundOn }) => ({
    value: id,
    label: name,
    detail: secondRoundOn
      ? `${frenchDate(firstRoundOn)} et ${frenchDate(secondRoundOn)}`
      : `${frenchDate(firstRoundOn)}, un seul tour connu`,
  }));
  const other = { value: otherElection, label: 'Une autre élection', detail: 'Écrivez ci-dessous son nom et ses dates.' };
  return choiceField({ id: 'election', label: 'Quelle élection ?', value: typed.election, options: [...known, other] }, problems);
}

function ballotChoice(typed: TypedOpening, problems: Problems): FormPart {
  return choiceField(
    {
      id: 'scrutins',
      label: 'Comment vote-t-on ?',
      value: typed.scrutins,
      options: [
        {
          value: 'loi',
          label: 'Comme la loi le dit pour cette date',
          detail: 'Jusqu’en 2025, un bulletin par secteur ; depuis la loi d’août 2025, deux bulletins : la ville et le secteur.',
        },
        { value: 'sectors', label: 'Un bulletin par secteur' },
        { value: 'both', label: 'Deux bulletins : la ville et le secteur' },
        { value: 'commune', label: 'Un seul bulletin pour toute la ville' },
      ],
    },
    problems,
  );
}

function copyChoice(campaigns: OpeningState['campaigns'], typed: TypedOpening, problems: Problems): FormPart {
  const options = campaigns.map(({ slug, title }) => ({ value: slug, label: title }));
  return selectField(
    {
      id: 'copie',
      label: 'Partir d’une campagne existante',
      hint: 'Sa lettre, ses signataires et ses demandes avec leurs règles sont recopiés ; ni ses listes, ni ses positions.',
      value: typed.copie,
      options: [{ value: '', label: 'Non, écrire tout' }, ...options],
    },
    problems,
  );
}
