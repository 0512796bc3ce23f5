import { keptFormsRepository } from '../accounts/kept-forms.repository.ts';
import type { Database } from '../db/open.ts';
import type { Reach } from './kept.ts';
import { isFormOfReply } from './kept-form.ts';
import { replyWordsRepository } from './reply-words.repository.ts';

/** How far an order about a right of reply reaches: who asked, how they are reached, what they wrote, how and why it was decided. */
export function openReplyReach(database: Database): Reach {
  const words = replyWordsRepository(database);
  const forms = keptFormsRepository(database);

  return {
    find({ campaignId, slug, subject }) {
      const reply = words.findDecided(campaignId, subject);
      const waiting = reply ? forms.listEveryKept().filter((form) => isFormOfReply(form, slug, reply.id)) : [];
      const counts = reply ? { replies: 1, acts: words.countActs(reply.id), forms: waiting.length } : {};
      return {
        counts,
        drafts: [],
        documents: [],
        state: [reply?.id ?? null, counts],
        erase(at) {
          for (const { personId, id } of waiting) forms.removeKept(personId, id);
          if (reply) words.eraseReply(reply, at);
          return { counts, documents: [] };
        },
      };
    },
  };
}
