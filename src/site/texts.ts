import { readFileSync } from 'node:fs';
import { escapeHtml } from '../lib/html.ts';
import type { Bilingual, Language } from '../lib/language.ts';
import { markdownToHtml } from '../lib/markdown.ts';
import { speechIn } from '../lib/speech.ts';

/** The long texts of the site, one Markdown file each in views/texts/LANGUAGE/. */
export const textNames = [
  'methode',
  'droit-de-reponse',
  'en-mots-simples',
  'accessibilite',
  'confidentialite',
  'mentions-legales',
  'copie',
] as const;
export type TextName = (typeof textNames)[number];

/** What takes the place of `{{name}}`. What people wrote is French in every language; an address becomes a link. */
export interface Filling {
  text: string | readonly string[];
  href?: string;
  french?: boolean;
  /** Where `**words**` are to stand out. */
  strong?: boolean;
}

const read = (language: Language): Record<TextName, string> => {
  const load = (name: TextName) => readFileSync(new URL(`../../views/texts/${language}/${name}.md`, import.meta.url), 'utf8');
  const { text } = speechIn(language);
  const html = (name: TextName) => markdownToHtml(text(load(name)));
  return {
    methode: html('methode'),
    'droit-de-reponse': html('droit-de-reponse'),
    'en-mots-simples': html('en-mots-simples'),
    accessibilite: html('accessibilite'),
    confidentialite: html('confidentialite'),
    'mentions-legales': html('mentions-legales'),
    copie: html('copie'),
  };
};

/** Read and made into HTML once, at the start. */
const texts: Bilingual<Record<TextName, string>> = { fr: read('fr'), en: read('en') };

/** A text as HTML, its holes filled. Throws when one is left: a page never shows a hole. */
export function textIn(language: Language, name: TextName, fillings: Record<string, Filling>): string {
  return texts[language][name].replace(/(?:<p>)?\{\{(\w+)\}\}(?:<\/p>)?/g, (hole, key: string) => {
    const filling = fillings[key];
    if (!filling) throw new Error(`the text "${name}" wants {{${key}}}`);
    return hole.startsWith('<p>') && hole.endsWith('</p>') ? block(filling) : inline(filling, hole, key);
  });
}

function block(filling: Filling): string {
  const { text } = filling;
  if (typeof text === 'string') return `<p>${phrase(text, filling)}</p>`;
  return `<ul>${text.map((item) => `<li>${phrase(item, filling)}</li>`).join('')}</ul>`;
}

/** Inside a sentence: whatever stood around the hole stays. */
function inline(filling: Filling, hole: string, key: string): string {
  const text = typeof filling.text === 'string' ? filling.text : filling.text.join(', ');
  return hole.replace(`{{${key}}}`, () => phrase(text, filling));
}

function phrase(text: string, { href, french, strong }: Filling): string {
  const safe = strong ? escapeHtml(text).replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>') : escapeHtml(text);
  const marked = french ? `<span lang="fr">${safe}</span>` : safe;
  return href ? `<a href="${escapeHtml(href)}">${marked}</a>` : marked;
}
