/** The fields a letter may hold, each with what it becomes. */
export const letterFields = {
  liste: 'le nom de la liste ou du mouvement',
  tete: 'la tête de liste, ou « Madame, Monsieur »',
  lien: 'le lien personnel par lequel cette liste répond',
  date: 'la date de l’envoi',
  ville: 'la commune',
  lettre: 'l’adresse de la lettre sur le site',
  scrutin: 'la date du premier tour',
  signataires: 'les organisations qui signent la lettre',
} as const;

export type LetterField = keyof typeof letterFields;

export type LetterValues = Record<LetterField, string>;

const field = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The fields of a template that nothing would fill, in the order in which they come, each once. */
export function unknownFields(template: string): string[] {
  const names = [...template.matchAll(field)].map(([, name = '']) => name);
  return [...new Set(names.filter((name) => !isField(name)))];
}

export function usesField(template: string, name: LetterField): boolean {
  return [...template.matchAll(field)].some((match) => match[1] === name);
}

/** The letter of one list. What a value holds is never read as a field. */
export function merge(template: string, values: LetterValues): string {
  return template.replace(field, (whole, name: string) => (isField(name) ? values[name] : whole));
}

function isField(name: string): name is LetterField {
  return Object.hasOwn(letterFields, name);
}

export const startingLetters = {
  letter: {
    subject: 'Lettre ouverte aux listes de {{ville}} : votre réponse',
    body: `Bonjour {{tete}},

Nous écrivons à toutes les listes qui se présentent à {{ville}}. Notre lettre et ses demandes sont ici :
{{lettre}}

Que fera {{liste}} ? Vous pouvez répondre à chaque demande, avec vos mots, par ce lien. Il est réservé à votre liste :
{{lien}}

Votre réponse sera relue par une seconde personne, puis publiée telle quelle, avec sa date. Une liste qui n’a pas répondu est présentée comme telle : le silence n’est pas un refus.

Bien à vous,
{{signataires}}`,
  },
  reminder: {
    subject: 'Rappel : votre réponse à la lettre ouverte aux listes de {{ville}}',
    body: `Bonjour {{tete}},

Nous vous avons écrit à propos de notre lettre ouverte aux listes de {{ville}}, et n’avons pas encore reçu la réponse de {{liste}}.

Le premier tour est le {{scrutin}}. Il est encore temps de répondre, avec vos mots, par ce lien réservé à votre liste :
{{lien}}

Bien à vous,
{{signataires}}`,
  },
} as const;
