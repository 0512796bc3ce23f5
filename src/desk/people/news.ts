/** What was just done to an account or a team, by the `fait` of an address. */
export const peopleNews: Record<string, string> = {
  nom: 'Votre nom est changé.',
  'nouveau-mot-de-passe': 'Votre mot de passe est changé. Votre compte reste ouvert ici, et nulle part ailleurs.',
  deconnexion: 'Cette connexion est fermée.',
  deconnexions: 'Toutes les autres connexions sont fermées.',
  'compte-ferme': 'Votre compte est fermé. Merci pour ce que vous avez fait.',
  'facteur-ajoute': 'Second facteur ajouté.',
  'facteur-retire': 'Second facteur retiré.',
  bienvenue: 'Bienvenue dans l’équipe.',
  'deja-invite':
    'Ce lien a déjà été fait, et n’est montré qu’une fois. Annulez-le et faites-en un autre si vous ne l’avez pas copié.',
  'invitation-annulee': 'Invitation annulée : son lien ne marche plus.',
  'equipe-role': 'Rôle changé.',
  'equipe-retrait': 'Cette personne ne fait plus partie de l’équipe.',
  'equipe-quittee': 'Vous ne faites plus partie de cette équipe.',
  'compte-rouvert': 'Compte rouvert, avec les rôles qu’il avait.',
  'compte-clos': 'Compte fermé. Cette personne ne peut plus se connecter ; ce qu’elle a fait garde son nom.',
  'facteurs-retires': 'Second facteur retiré. Cette personne en ajoutera un nouveau à sa prochaine visite.',
  gardee: 'Votre connexion avait pris fin. Ce que vous avez écrit est gardé : connectez-vous pour le relire et l’envoyer.',
  jetee: 'C’est jeté.',
  requis: 'Cette page demande un second facteur. Ajoutez-en un, puis recommencez.',
};

/** Said on every page to whoever could publish or administer, and has not shown a second factor. */
export const protectWords = 'Pour relire, publier ou administrer, protégez d’abord votre compte.';
