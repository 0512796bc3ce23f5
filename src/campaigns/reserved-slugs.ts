/** First segments of public addresses that mean something else: no campaign may be called so. */
const reserved: ReadonlySet<string> = new Set([
  'bureau',
  'assets',
  'en',
  'repondre',
  'droit-de-reponse',
  'pieces',
  'api',
  'integrer',
  'images',
  'alertes',
  'sitemap.xml',
  'sitemap_site.xml',
  'robots.txt',
  'oembed',
  'favicon.ico',
  'accessibilite',
  'confidentialite',
  'mentions-legales',
  'copie',
  'campagnes',
  'nouvelle',
]);

/** Whether a campaign may stand at this address: small letters, digits and hyphens, at most 60, and nothing that is taken already. */
export function isFreeSlug(slug: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/.test(slug) && !reserved.has(slug);
}
