import { type Bilingual, defaultLanguage, type Language } from '../lib/language.ts';
import { speechIn } from '../lib/speech.ts';
import { hardSpace } from '../lib/typography.ts';
import type { EvidenceRefusal, EvidenceType } from './evidence.ts';

const typeLabels: Bilingual<Record<EvidenceType, string>> = {
  fr: {
    'application/pdf': 'PDF',
    'image/png': 'image',
    'image/jpeg': 'image',
    'image/webp': 'image',
    'message/rfc822': 'courriel',
    'text/plain': 'texte',
  },
  en: {
    'application/pdf': 'PDF',
    'image/png': 'picture',
    'image/jpeg': 'picture',
    'image/webp': 'picture',
    'message/rfc822': 'e-mail',
    'text/plain': 'text',
  },
};

const kilobytes: Bilingual<string> = { fr: 'ko', en: 'kB' };

/** What a link to a document says before it is followed: `PDF, 340 ko`. */
export function evidenceLabel(type: EvidenceType, bytes: number, language: Language = defaultLanguage): string {
  const size = speechIn(language).number(Math.max(1, Math.round(bytes / 1000)));
  return `${typeLabels[language][type]}, ${size}${hardSpace}${kilobytes[language]}`;
}

/** Why a document was not taken, and what to do about it. */
export const evidenceWords: Record<EvidenceRefusal, string> = {
  empty: 'Ce fichier est vide. Choisissez-en un autre.',
  too_large: 'Ce document dépasse 5 Mo. Réduisez-le, ou n’en joignez que les pages utiles.',
  unknown_type: 'D’après son contenu, ce n’est ni un PDF, ni une image (PNG, JPEG, WebP), ni un courriel, ni un texte.',
  broken: 'Cette image est abîmée : elle ne s’ouvre pas. Envoyez-la de nouveau.',
};
