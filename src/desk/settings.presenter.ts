import type { Person } from '../accounts/can.ts';
import type { Ballots } from '../campaigns/ballots.service.ts';
import type { EditedCampaign } from '../campaigns/opening.service.ts';
import type { Gap, Step } from '../campaigns/readiness.ts';
import type { Revision } from '../campaigns/revision.service.ts';
import { frenchDate } from '../lib/dates.ts';
import { counted, french } from '../lib/typography.ts';
import { type DeskFrame, deskFrame } from './frame.presenter.ts';
import { links } from './links.ts';

export interface SettingsPage {
  frame: DeskFrame;
  heading: string;
  lead: string;
  steps: { href: string; label: string; words: string; state: 'done' | 'open'; stateLabel: string; gaps: string[] }[];
  publish: { href: string; label: string; words: string };
}

declare module '../web/views.ts' {
  interface Views {
    'desk/settings': SettingsPage;
  }
}

export interface SettingsState {
  person: Person;
  token: string;
  done: unknown;
  campaign: EditedCampaign;
  revision: Revision;
  ballots: Ballots;
}

/** Every part of a campaign, what it holds and what it still lacks: to be done in any order, and left at any time. */
export function presentSettings(view: SettingsState): SettingsPage {
  const { person, token, done, campaign, revision, ballots } = view;
  const { gaps } = revision;
  const step = (name: Step, label: string, words: string) => {
    const own = gaps.filter((gap) => gap.step === name).map(gapWords);
    const state = own.length > 0 ? ('open' as const) : ('done' as const);
    const stateLabel = state === 'done' ? 'Prêt' : 'À faire';
    return {
      href: links.settings(campaign.slug, name),
      label: french(label),
      words: french(words),
      state,
      stateLabel,
      gaps: own,
    };
  };
  const second = ballots.lists.some(({ round }) => round === 2);
  return {
    frame: deskFrame('Réglages', person, token, done, { campaign, path: links.settings(campaign.slug) }),
    heading: 'Réglages de la campagne',
    lead: french(
      revision.state
        ? 'Ce que vous changez ici reste au bureau, jusqu’à l’édition qui le rend public, avec son motif.'
        : 'La campagne est un brouillon : rien n’est public. Faites ces étapes dans l’ordre que vous voulez, en plusieurs fois s’il le faut.',
    ),
    steps: [
      step('general', 'Le titre et l’élection', generalWords(revision, campaign)),
      step('lettre', 'La lettre', letterWords(revision)),
      step('demandes', 'Les demandes et leurs règles', demandWords(revision)),
      step('signataires', 'Les signataires', counted(revision.whole.signatories.length, 'organisation')),
      step('listes', 'Les listes', listWords(ballots)),
      step('mouvements', 'Les mouvements', counted(revision.whole.movements.length, 'mouvement')),
      ...(second ? [step('filiations', 'Du premier au second tour', lineageWords(ballots))] : []),
    ],
    publish: {
      href: links.settings(campaign.slug, 'edition'),
      label: 'Aperçu et publication',
      words: french(publishWords(revision)),
    },
  };
}

const fixed: Record<Exclude<Gap['what'], 'no_rule' | 'left_out' | 'undecided'>, string> = {
  no_letter: 'Écrivez la lettre.',
  no_title: 'Il manque un titre.',
  no_body: 'Le texte de la lettre manque.',
  no_demand: 'Écrivez au moins une demande.',
  no_signatory: 'Nommez au moins un signataire.',
  no_list: 'Aucune liste : importez-les, ou saisissez-les.',
};

/** What is missing, and what to do about it. */
export function gapWords(gap: Gap): string {
  if (gap.what === 'no_rule') return french(`« ${gap.demand} » : il manque une règle de codage.`);
  if (gap.what === 'no_title' && gap.step === 'demandes')
    return french(`« ${gap.demand} » : il manque un titre ou un titre court.`);
  if (gap.what === 'left_out')
    return french(`${counted(gap.count, 'liste n’est', 'listes ne sont')} dans aucun mouvement. Toutes doivent être au tableau.`);
  if (gap.what === 'undecided')
    return french(
      `Du second tour, ${counted(gap.count, 'liste attend', 'listes attendent')} que l’on dise d’où ${gap.count > 1 ? 'elles viennent' : 'elle vient'}.`,
    );
  return french(fixed[gap.what]);
}

function generalWords({ whole }: Revision, { timeZone }: EditedCampaign): string {
  const { title, town, election } = whole.campaign;
  const days = [election.firstRoundOn, election.secondRoundOn].flatMap((day) => (day ? [frenchDate(day)] : []));
  return `${title} · ${town} · ${election.name} (${days.join(' et ')}) · ${timeZone.replaceAll('_', ' ')}`;
}

function letterWords({ whole: { letter } }: Revision): string {
  if (!letter) return 'Pas encore écrite';
  const length = letter.body.split(/\s+/).filter(Boolean).length;
  return `${letter.title || 'Sans titre'} · ${counted(length, 'mot')} · ${frenchDate(letter.publishedOn)}`;
}

function demandWords({ whole: { demands } }: Revision): string {
  if (demands.length === 0) return 'Aucune demande';
  return demands.map(({ number, shortTitle, title }) => `${number}. ${shortTitle || title || 'sans titre'}`).join(' · ');
}

function listWords({ races, lists }: Ballots): string {
  return `${counted(lists.length, 'liste')} dans ${counted(races.length, 'scrutin')}`;
}

function lineageWords({ lists }: Ballots): string {
  const second = lists.filter(({ round }) => round === 2);
  const decided = second.filter((list) => list.decided).length;
  return `${counted(decided, 'filiation établie', 'filiations établies')} sur ${second.length}`;
}

function publishWords({ state, changes, gaps }: Revision): string {
  if (gaps.length > 0) return `Il reste ${counted(gaps.length, 'chose')} à faire avant de publier.`;
  if (!state) return 'Tout est prêt : regardez la page telle qu’elle sera, puis publiez la première édition.';
  return changes.length === 0
    ? 'Ce qui est public est à jour.'
    : `${counted(changes.length, 'changement attend', 'changements attendent')} la prochaine édition.`;
}
