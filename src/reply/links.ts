import { inLanguage, type Language } from '../lib/language.ts';

/** The addresses of those who have no account, in a language. `link` is the secret part of a personal link: it stands in no page but its own. */
export function linksIn(language: Language) {
  const at = (path: string) => inLanguage(path, language);
  const ofLink = (link: string, path = '') => at(`/repondre/${link}${path}`);
  const ofCampaign = (campaign: string, path = '') => at(`/droit-de-reponse/${encodeURIComponent(campaign)}${path}`);
  return {
    answer: (link: string) => ofLink(link),
    preview: (link: string) => ofLink(link, '/apercu'),
    send: (link: string) => ofLink(link, '/envoi'),
    receipt: (link: string, reference: string) => ofLink(link, `/recu/${reference}`),
    document: (link: string, reference: string) => ofLink(link, `/recu/${reference}/document`),
    linkReply: (link: string) => ofLink(link, '/droit-de-reponse'),
    linkReplyReceipt: (link: string, reference: string) => ofLink(link, `/droit-de-reponse/recu/${reference}`),
    publicReply: (campaign: string) => ofCampaign(campaign),
    publicReplyReceipt: (campaign: string, reference: string) => ofCampaign(campaign, `/recu/${reference}`),
    campaign: (campaign: string) => at(`/${campaign}`),
    letter: (campaign: string) => at(`/${campaign}/lettre`),
  };
}
