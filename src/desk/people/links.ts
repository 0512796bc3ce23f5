/** The addresses of people: their account, their campaign's team, everyone. */
export const peopleLinks = {
  account: '/bureau/compte',
  endSession: (handle: string) => `/bureau/compte/connexions/${handle}/fin`,
  secondFactor: '/bureau/compte/second-facteur',
  codeApp: '/bureau/compte/application',
  removeApp: (id: number) => `/bureau/compte/application/${id}/retrait`,
  passkey: '/bureau/compte/cle',
  removePasskey: (id: number) => `/bureau/compte/cle/${id}/retrait`,
  confirm: (next: string) => `/bureau/compte/confirmation?suite=${encodeURIComponent(next)}`,
  team: (slug: string) => `/bureau/campagnes/${encodeURIComponent(slug)}/equipe`,
  member: (slug: string, person: number, step: 'role' | 'retrait') =>
    `/bureau/campagnes/${encodeURIComponent(slug)}/equipe/${person}/${step}`,
  revoke: (slug: string, invitation: number) =>
    `/bureau/campagnes/${encodeURIComponent(slug)}/equipe/invitations/${invitation}/revocation`,
  invitation: (token: string) => `/bureau/invitations/${encodeURIComponent(token)}`,
  everyone: '/bureau/personnes',
  one: (id: number, step: '' | '/lien' | '/fermeture' | '/reouverture' | '/second-facteur' = '') =>
    `/bureau/personnes/${id}${step}`,
  kept: '/bureau/reprise',
  dropKept: (id: number) => `/bureau/reprise/${id}/abandon`,
};
