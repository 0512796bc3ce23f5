import type { Publishing } from '../campaigns/publishing.service.ts';
import type { Mailer } from '../lib/mailer.ts';

/** What became of a receipt by mail: it left, it may not leave in a freeze, it could not, or there was nobody to send it to. */
export type ReceiptMail = 'parti' | 'treve' | 'echec' | '';

export interface Receipt {
  slug: string;
  to: string;
  subject: string;
  text: string;
}

/** Tells by mail that something arrived. Never twice within one form, never in a freeze; whatever happens, what arrived is kept. */
export function openReceipts({ mailer, publishing }: { mailer: Mailer; publishing: Publishing }) {
  return async function send({ slug, to, subject, text }: Receipt): Promise<ReceiptMail> {
    if (to === '' || !mailer.enabled) return '';
    if (publishing.findFreeze(slug)) return 'treve';
    const outcome = await mailer.send({ to, subject, text, headers: { 'Auto-Submitted': 'auto-replied' } });
    return 'sent' in outcome ? 'parti' : 'echec';
  };
}
