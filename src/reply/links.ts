/** The addresses of those who have no account. `link` is the secret part of a personal link: it stands in no page but its own. */
export const links = {
  answer: (link: string) => `/repondre/${link}`,
  preview: (link: string) => `/repondre/${link}/apercu`,
  send: (link: string) => `/repondre/${link}/envoi`,
  receipt: (link: string, reference: string) => `/repondre/${link}/recu/${reference}`,
  document: (link: string, reference: string) => `/repondre/${link}/recu/${reference}/document`,
  linkReply: (link: string) => `/repondre/${link}/droit-de-reponse`,
  linkReplyReceipt: (link: string, reference: string) => `/repondre/${link}/droit-de-reponse/recu/${reference}`,
  publicReply: (campaign: string) => `/droit-de-reponse/${encodeURIComponent(campaign)}`,
  publicReplyReceipt: (campaign: string, reference: string) =>
    `/droit-de-reponse/${encodeURIComponent(campaign)}/recu/${reference}`,
  letter: (campaign: string) => `/${campaign}/lettre`,
};
