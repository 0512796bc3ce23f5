import type { Bilingual } from '../../lib/language.ts';

/** What the method says of one campaign, from what its register holds: each sentence is drawn only where it is true. */
const fr = {
  position: 'position publiée',
  positions: 'positions publiées',
  movement: 'mouvement',
  movements: 'mouvements',
  noPosition: 'Aucune position n’est encore publiée dans cette campagne.',
  allReadTwice: (positions: string) => `Le registre l’atteste pour chacune des ${positions} dans cette campagne.`,
  oneReadTwice: 'Le registre l’atteste pour la seule position publiée dans cette campagne.',
  noneReadTwice: (positions: string) =>
    `**Ici, le registre n’atteste aucune seconde lecture**, pour ${positions}\u00a0: elles ont pu être chargées toutes prêtes, d’après des sources publiques. Chacune cite la sienne\u00a0: vérifiez-la, et signalez ce qui serait faux.`,
  someReadTwice: (read: string, all: string) =>
    `**Ici, ce n’est vrai que d’une partie.** Le registre l’atteste pour ${read} sur ${all}\u00a0; les autres ont pu être chargées toutes prêtes, d’après des sources publiques. La page de chaque position dit laquelle a été relue.`,
  rulesFirst: 'Ici, chaque règle était publiée avant les positions qu’elle juge.',
  rulesTogether:
    'Ici, des positions ont été publiées en même temps que la règle qui les juge, ou avant elle\u00a0: cette règle a pu être écrite en connaissant ce que les listes avaient dit.',
  openLetterOnly: (dates: string) =>
    `Ici, demander a été publier une lettre ouverte, ${dates}\u00a0: le registre n’atteste pas qu’elle a été remise à chaque liste.`,
  notAsked: (movements: string) => `À ce jour, ${movements} n’ont pas encore été sollicités.`,
  oneNotAsked: 'À ce jour, un mouvement n’a pas encore été sollicité.',
  fact: 'fait publié',
  facts: 'faits publiés',
  judgement: 'jugement',
  judgements: 'jugements',
  noFact: 'Aucun fait n’est encore publié dans cette campagne.',
  noneJudged: (facts: string) => `Ici\u00a0: ${facts}, sans jugement.`,
  judged: (facts: string, judgements: string) => `Ici\u00a0: ${facts}, dont ${judgements}.`,
};

const en: typeof fr = {
  position: 'published position',
  positions: 'published positions',
  movement: 'movement',
  movements: 'movements',
  noPosition: 'No position is published in this campaign yet.',
  allReadTwice: (positions: string) => `The register attests it for each of the ${positions} of this campaign.`,
  oneReadTwice: 'The register attests it for the only published position of this campaign.',
  noneReadTwice: (positions: string) =>
    `**Here, the register attests no second reading**, for ${positions}: they may have been loaded ready made, from public sources. Each names its own: check it, and report what would be wrong.`,
  someReadTwice: (read: string, all: string) =>
    `**Here, this holds for a part only.** The register attests it for ${read} out of ${all}; the others may have been loaded ready made, from public sources. The page of each position says which was read again.`,
  rulesFirst: 'Here, each rule was published before the positions that it judges.',
  rulesTogether:
    'Here, positions were published together with the rule that judges them, or before it: that rule may have been written knowing what the lists had said.',
  openLetterOnly: (dates: string) =>
    `Here, asking was publishing an open letter, ${dates}: the register does not attest that it was handed to each list.`,
  notAsked: (movements: string) => `To date, ${movements} have not been asked yet.`,
  oneNotAsked: 'To date, one movement has not been asked yet.',
  fact: 'published fact',
  facts: 'published facts',
  judgement: 'judgement',
  judgements: 'judgements',
  noFact: 'No fact is published in this campaign yet.',
  noneJudged: (facts: string) => `Here: ${facts}, without a judgement.`,
  judged: (facts: string, judgements: string) => `Here: ${facts}, ${judgements} among them.`,
};

export const methodWords: Bilingual<typeof fr> = { fr, en };
