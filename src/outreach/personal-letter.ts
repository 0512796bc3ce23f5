import { frenchDate } from '../lib/dates.ts';
import { enumerated } from '../lib/typography.ts';
import type { AskedCampaign, AskedMovement } from './asked-campaign.ts';
import { type LetterValues, merge } from './letter-template.ts';

/** What stands for the personal link until the letter leaves: the link is made then, and shown to nobody else. */
export const linkToCome = '(lien personnel, créé à l’envoi)';

export interface PersonalLetter {
  subject: string;
  body: string;
}

/** The letter of one movement, exactly as it leaves. `today` is an ISO day; `publicUrl` and `link` are whole addresses. */
export function personalLetter(
  { subject, body }: PersonalLetter,
  campaign: AskedCampaign,
  movement: AskedMovement,
  { today, publicUrl, link }: { today: string; publicUrl: string; link: string },
): PersonalLetter {
  const values: LetterValues = {
    liste: movement.name,
    tete: movement.head || 'Madame, Monsieur',
    lien: link,
    date: frenchDate(today),
    ville: campaign.town,
    lettre: `${publicUrl}/${campaign.slug}/lettre`,
    scrutin: frenchDate(campaign.firstRoundOn),
    signataires: enumerated(campaign.signatories),
  };
  return { subject: merge(subject, values), body: merge(body, values) };
}
