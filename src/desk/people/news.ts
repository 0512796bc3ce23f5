/** What was just done to an account or a team, by the `fait` of an address. */
export const peopleNews: Record<string, string> = {
  nom: 'Votre nom est changé.',
  'nouveau-mot-de-passe': 'Votre mot de passe est changé. Vous êtes resté connecté ici, et nulle part ailleurs.',
  deconnexion: 'Cette connexion est fermée.',
  deconnexions: 'Toutes les autres connexions sont fermées.',
  'compte-ferme': 'Votre compte est fermé. Merci pour ce que vous avez fait.',
  'facteur-ajoute': 'Second facteur ajouté.',
  'facteur-retire': 'Second facteur retiré.',
  requis: 'Ce que vous demandez veut un second facteur. Ajoutez-en un, puis recommencez.',
};

/** Said on every page to whoever could publish or administer, and has not shown a second factor. */
export const protectWords = 'Pour relire, publier ou administrer, protégez d’abord votre compte.';
