/** The addresses of the public pages. Slugs come from the ledger; they are encoded all the same. */
const at = (...parts: string[]) => `/${parts.map(encodeURIComponent).join('/')}`;

export const links = {
  home: '/',
  campaign: (campaign: string) => at(campaign),
  letter: (campaign: string) => at(campaign, 'lettre'),
  sector: (campaign: string, number: number) => at(campaign, 'secteurs', String(number)),
  movement: (campaign: string, movement: string) => at(campaign, 'mouvements', movement),
  list: (campaign: string, key: string) => at(campaign, 'listes', key),
  demand: (campaign: string, demand: string) => at(campaign, 'demandes', demand),
  /** The unit of proof: what a movement says on a demand; `list` leads to the part about one of its lists. */
  cell: (campaign: string, movement: string, demand: string, list: string | null = null) =>
    `${at(campaign, 'mouvements', movement, demand)}${list === null ? '' : `#${list}`}`,
};
