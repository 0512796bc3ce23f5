import { campaignsRepository } from '../../src/campaigns/campaigns.repository.ts';
import { openReplyLinks } from '../../src/outreach/reply-links.service.ts';
import { campaign, type World } from './world.ts';

/** A personal link of a movement of the fictional campaign: its id, and the address of its page. */
export function linkFor(world: World, slug: string) {
  const campaigns = campaignsRepository(world.database);
  const campaignId = campaigns.findCampaign(campaign)?.id ?? 0;
  const movement = campaigns.listMovements(campaignId).find((each) => each.slug === slug);
  if (!movement) throw new Error(`there is no movement ${slug}`);
  const given = { campaignId, movementId: movement.id, channel: 'hand' as const, createdBy: world.administrator.id };
  const { id, path } = openReplyLinks(world.database, world.clock).create(given);
  return { id, path, movementId: movement.id };
}

/** What an agent types: one whole answer, and a signature. Each call is another form. */
export function answerForm(over: Record<string, string> = {}): Record<string, string> {
  formsFilled += 1;
  return {
    cle: `formulaire-de-liste-${formsFilled}`,
    'position-moins-de-cameras': 'commits',
    'mots-moins-de-cameras': 'Nous en retirerons la moitié ; "sans attendre" !',
    nom: 'Zoé Klein',
    qualite: 'mandataire',
    courriel: '',
    ...over,
  };
}
let formsFilled = 0;
