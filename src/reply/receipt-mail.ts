import { frenchInstant } from '../lib/dates.ts';
import type { AnsweringPlace } from '../outreach/answering.service.ts';
import type { LinkAnswer } from '../outreach/link-answers.repository.ts';
import { stanceLabels } from '../positions/labels.ts';

/** The receipt of an answer, as a mail. It repeats what was signed; it does not hold the link, since mails are forwarded. */
export function receiptMail(
  place: AnsweringPlace,
  { receivedAt, reference, speaker, items }: LinkAnswer,
): { subject: string; text: string } {
  const said = items.map(({ demandId, stance, quote }) => {
    const demand = place.demands.find(({ id }) => id === demandId);
    return `${demand?.number ?? ''}. ${demand?.title ?? ''}\n${stanceLabels[stance]}\n« ${quote} »`;
  });
  const text = [
    `Bonjour,`,
    `La réponse de ${place.movement.name} à « ${place.letterTitle} » est arrivée le ${frenchInstant(receivedAt, place.timeZone)}, signée par ${speaker}.`,
    `Référence : ${reference}`,
    'Une personne de l’association la relit, puis la publie telle quelle. Vous pouvez la compléter ou la changer par votre lien personnel.',
    ...said,
  ].join('\n\n');
  return { subject: `Réponse reçue, référence ${reference}`, text };
}

/** The receipt of a right of reply. Anyone may type any address: so it repeats nothing of what was sent. */
export function replyReceiptMail(
  { title, timeZone }: { title: string; timeZone: string },
  { reference, receivedAt }: { reference: string; receivedAt: string },
): { subject: string; text: string } {
  const text = [
    'Bonjour,',
    `Une demande de droit de réponse concernant « ${title} » nous est arrivée le ${frenchInstant(receivedAt, timeZone)}.`,
    `Référence : ${reference}`,
    'Nous vérifions qui l’a envoyée, puis nous la publions sans la modifier. Si vous n’avez rien demandé, répondez à ce message.',
  ].join('\n\n');
  return { subject: `Droit de réponse reçu, référence ${reference}`, text };
}
