import type { Payload, PublishedSource } from '../ledger/payloads.ts';
import { frenchDate, frenchInstant, onFrenchDate } from '../lib/dates.ts';
import { enumerated, french, quoted } from '../lib/typography.ts';
import { evidenceLabel } from '../positions/evidence-labels.ts';
import { basisLabels, contactLabels, stanceLabels } from '../positions/labels.ts';
import type { PublicState, Standing, Version } from '../standings/fold.ts';
import type { Answer } from '../standings/scoreboard.ts';
import type { View } from '../web/view.ts';
import { type AnswerView, presentAnswer } from './answer.presenter.ts';

/** Everything that lets a third party check one answer. */
export interface ProofView {
  id: string;
  who: string;
  answer: AnswerView;
  explanation: string;
  rule: string;
  quote: string;
  facts: { term: string; text: string }[];
  sources: SourceView[];
  history: { label: string; text: string }[];
  replies: { author: string; when: string; text: string }[];
}

export interface SourceView {
  href: string;
  title: string;
  detail: string;
  /** The archived document, when there is one. */
  evidence: { href: string; label: string } | null;
}

const channels: Record<Payload<'contact'>['asked'][number]['channel'], string> = {
  open_letter: 'par lettre ouverte',
  email: 'par courriel',
  post: 'par courrier',
  phone: 'par téléphone',
  meeting: 'lors d’une rencontre',
  social_network: 'sur un réseau social',
};

const silences: Record<Extract<Answer, { kind: 'silence' }>['status'], string> = {
  not_asked: 'La lettre ne lui a pas encore été adressée.',
  asked: 'Aucune position n’a été trouvée. Le silence n’est pas un refus : la place reste ouverte à une réponse.',
  being_checked: 'Une réponse est arrivée. Elle sera publiée quand une seconde personne l’aura relue.',
  declined: 'La liste a fait savoir qu’elle ne répondrait pas à la lettre.',
  answered: 'La liste a répondu à la lettre, sans se prononcer sur cette demande.',
};

export interface ProofPlace {
  id: string;
  who: string;
  movement: string;
  demand: Payload<'demand'>;
}

export function presentProof({ state }: View, answer: Answer, { id, who, movement, demand }: ProofPlace): ProofView {
  const position = answer.kind === 'position' ? answer.position : null;
  return {
    id,
    who,
    answer: presentAnswer(answer),
    explanation: french(position ? position.summary : answer.kind === 'silence' ? silences[answer.status] : ''),
    rule: position ? french(ruleOf(position, demand)) : '',
    quote: position?.quote ? quoted(position.quote) : '',
    facts: [...(position ? positionFacts(position) : []), ...contactFacts(state, movement)],
    sources: (position?.sources ?? []).map(presentSource),
    history: historyOf(answer.standing, state.campaign.timeZone),
    replies: repliesTo(state, answer.standing),
  };
}

function ruleOf({ stance }: Payload<'position'>, { rules }: Payload<'demand'>): string {
  if (stance === 'unclear')
    return 'Aucune des règles de la demande ne s’applique nettement : la réponse ne permet pas de trancher.';
  if (stance === 'contradicts') return 'Deux sources disent le contraire l’une de l’autre ; les deux sont montrées.';
  return rules[stance];
}

function positionFacts(position: Payload<'position'>): ProofView['facts'] {
  const facts: [string, string | null][] = [
    ['Réserve ou condition', position.condition],
    ['Qui l’a dit', position.speaker],
    ['Quand', position.saidOn && frenchDate(position.saidOn)],
    ['Sur quoi repose le codage', basisLabels[position.basis]],
    ['Rapporté par', position.reportedBy],
    [
      'À confirmer',
      position.lifecycle === 'to_confirm' ? 'Dit avant la fusion des listes ; rien n’est repris sans confirmation.' : null,
    ],
  ];
  return facts.flatMap(([term, text]) => (text ? [{ term, text: french(text) }] : []));
}

function contactFacts(state: PublicState, movement: string): ProofView['facts'] {
  const contact = state.of('contact').get(movement)?.current;
  if (!contact) return [{ term: 'Réponse à la lettre', text: contactLabels.not_asked }];
  const asked = enumerated(contact.asked.map(({ on, channel }) => `${onFrenchDate(on)} ${channels[channel]}`));
  return [
    { term: 'Réponse à la lettre', text: contactLabels[contact.status] },
    ...(asked ? [{ term: 'Sollicitations', text: asked }] : []),
  ];
}

export function presentSource({ url, title, publisher, publishedOn, evidence }: PublishedSource): SourceView {
  const detail = publishedOn ? `${publisher}, ${frenchDate(publishedOn)}` : publisher;
  return { href: url ?? '', title: french(title), detail: french(detail), evidence: evidence ? presentEvidence(evidence) : null };
}

function presentEvidence({ sha256, type, bytes }: NonNullable<PublishedSource['evidence']>): SourceView['evidence'] {
  return { href: `/pieces/${sha256}`, label: french(`Document archivé : ${evidenceLabel(type, bytes)}`) };
}

/** Nothing is silently changed: every version that was ever public, newest first. One version alone is no history. */
function historyOf(standing: Standing<'position'> | null, timeZone: string): ProofView['history'] {
  if (!standing) return [];
  const versions = standing.versions.map((version) => ({
    label: `Édition ${version.edition}, ${frenchInstant(version.publishedAt, timeZone)}`,
    text: french(versionText(version)),
  }));
  const { gap } = standing;
  if (gap) {
    const what = gap.kind === 'withdrawn' ? 'Entrée retirée' : 'Contenu masqué';
    versions.push({ label: `Édition ${gap.edition}`, text: french(gap.reason ? `${what} : ${gap.reason}` : what) });
  }
  return versions.length > 1 ? versions.reverse() : [];
}

function versionText({ payload, reason }: Version<'position'>): string {
  const said = payload ? `${stanceLabels[payload.stance]}. ${payload.summary}` : 'Contenu masqué.';
  return reason ? `${said} (Correction : ${reason})` : said;
}

function repliesTo(state: PublicState, standing: Standing<'position'> | null): ProofView['replies'] {
  if (!standing) return [];
  const names = new Set([standing.subject, ...standing.versions.map((version) => version.address)]);
  return state
    .current('reply')
    .filter((reply) => names.has(reply.position))
    .map(({ author, receivedAt, text }) => ({
      author: french(author),
      when: `Reçue le ${frenchInstant(receivedAt, state.campaign.timeZone)}`,
      text: french(text),
    }));
}
