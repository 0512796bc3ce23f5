import slugifyText from '@sindresorhus/slugify';

/** What a name becomes in an address: `L’esprit de nos quartiers` → `l-esprit-de-nos-quartiers`. */
export function slugify(name: string): string {
  return slugifyText(name.replaceAll(/['’]/g, ' '));
}
