import { readFile } from 'node:fs/promises';
import type { FastifyReply } from 'fastify';
import { newToken } from '../accounts/tokens.ts';
import { dayIn } from '../lib/dates.ts';
import { type AnsweringPlace, openAnswering } from '../outreach/answering.service.ts';
import { openLinkAnswers } from '../outreach/link-answers.service.ts';
import { openReceipts } from '../outreach/receipts.service.ts';
import { type EvidenceOutcome, openEvidence } from '../positions/evidence.service.ts';
import { largestEvidence } from '../positions/evidence.ts';
import type { Problems } from '../web/form.ts';
import { presentAnswer } from './answer.presenter.ts';
import { itemsOf, problemsOf, readKey, readTyped, speakerOf, type TypedAnswer, typedFrom } from './answer-form.ts';
import { presentAnswerPreview } from './answer-preview.presenter.ts';
import { presentClosed } from './closed.presenter.ts';
import { linksIn } from './links.ts';
import { previewAnswers } from './preview-answers.ts';
import { presentReceipt } from './receipt.presenter.ts';
import { receiptMail } from './receipt-mail.ts';
import type { Answer, Limit, openReplyRoutes, ReplyServices, Visit } from './reply-routes.ts';
import { answerFormWords } from './words/answer.ts';

const reading = { max: 120, minutes: 1 };
const writing = { max: 30, minutes: 5 };
const joining = { ...writing, uploadBytes: largestEvidence };

/** A list answers by its personal link: the form, what will be published, the sending, the receipt. */
export function registerLink(declare: Awaited<ReturnType<typeof openReplyRoutes>>, services: ReplyServices): void {
  const { database, clock, standings, preview, config } = services;
  const answering = openAnswering(database, clock);
  const answers = openLinkAnswers(database, clock);
  const sendReceipt = openReceipts(services);
  const evidence = openEvidence(database, config, clock);

  open('GET', '', (visit, link, place) => {
    const last = answers.findLast(place);
    return showForm(visit, link, place, {
      typed: typedFrom(answers.saidBefore(place), place.demands, last && !last.erasedAt ? last.speaker : ''),
    });
  });

  /** Back from the preview: the same form with what was typed. */
  open('POST', '', (visit, link, place) =>
    showForm(visit, link, place, { typed: readTyped(visit.body, place.demands), key: readKey(visit.body) }),
  );

  open('POST', '/apercu', async (visit, link, place) => {
    const typed = readTyped(visit.body, place.demands);
    const key = readKey(visit.body);
    const problems = problemsOf(typed, place.demands, visit.language);
    if (problems.size > 0) return showForm(visit, link, place, { typed, key, problems, status: 422 });
    const at = clock.now().toISOString();
    const today = dayIn(at, place.timeZone);
    const items = itemsOf(typed, place.demands);
    const drawn = { place, items, speaker: speakerOf(typed), today, at };
    const previews = await previewAnswers(standings, preview, { ...drawn, language: visit.language });
    const { language } = visit;
    return visit.show(
      'reply/answer-preview',
      presentAnswerPreview({ language, link, place, typed, items, key, today, previews }),
    );
  });

  open('POST', '/envoi', async (visit, link, place) => {
    const typed = readTyped(visit.body, place.demands);
    const key = readKey(visit.body);
    const problems = problemsOf(typed, place.demands, visit.language);
    if (problems.size > 0) return showForm(visit, link, place, { typed, key, problems, status: 422 });
    const sent = { speaker: speakerOf(typed), email: typed.email, items: itemsOf(typed, place.demands) };
    const outcome = answers.receive(place, sent, key);
    if ('nothingNew' in outcome)
      return showForm(visit, link, place, { typed, key, problems: nothingNew(visit, place), status: 422 });
    const { answer, again } = outcome;
    const mail = again
      ? ''
      : await sendReceipt({ slug: place.slug, to: answer.email, ...receiptMail(visit.language, place, answer) });
    return visit.go(`${linksIn(visit.language).receipt(link, answer.reference)}${mail && `?courriel=${mail}`}`);
  });

  open('GET', '/recu/:reference', (visit, link, place) => {
    const answer = answers.findReceipt(place, visit.params.reference ?? '');
    if (!answer) return visit.notFound();
    const { courriel: mail, document } = visit.query;
    return visit.show('reply/receipt', presentReceipt(visit.language, link, place, answer, { mail, document }));
  });

  open('POST', '/recu/:reference/document', async (visit, link, place) => {
    const answer = answers.findReceipt(place, visit.params.reference ?? '');
    if (!answer) return visit.notFound();
    const late = () => visit.go(`${linksIn(visit.language).receipt(link, answer.reference)}?document=trop-tard`);
    if (!answers.hasRoom(place, answer)) return late();
    const kept = await keepDocument(visit, place);
    if ('refused' in kept) {
      const problem = kept.refused;
      return visit.show('reply/receipt', presentReceipt(visit.language, link, place, answer, { problem }), 422);
    }
    if (answers.attach(place, answer, kept.kept) === 0) return late();
    return visit.go(`${linksIn(visit.language).receipt(link, answer.reference)}?document=joint`);
  });

  async function keepDocument(visit: Visit, { campaignId }: AnsweringPlace): Promise<EvidenceOutcome | { refused: 'full' }> {
    const upload = await visit.receive(largestEvidence);
    if (!upload) return { refused: 'empty' };
    if (upload.tooLarge) return { refused: 'too_large' };
    const content = await readFile(upload.path);
    const most = config.LINK_UPLOADS_MB * 1024 * 1024;
    if (evidence.sumBroughtByLink(campaignId) + content.length > most) return { refused: 'full' };
    return evidence.keep({ campaignId, personId: null }, upload.fileName, content);
  }

  /** Every one of them opens the link first: a link that is closed says so, and one that never was is not found. */
  function open(
    method: 'GET' | 'POST',
    path: string,
    answer: (visit: Visit, link: string, place: AnsweringPlace) => Answer,
  ): void {
    declare(method, `/repondre/:link${path}`, limitOf(method, path), (visit) => {
      const link = visit.params.link ?? '';
      const found = answering.find(link);
      if (!found) return visit.notFound();
      if ('closed' in found) return visit.show('reply/closed', presentClosed(visit.language, found.closed, found.place), 410);
      return answer(visit, link, found.place);
    });
  }

  function showForm(visit: Visit, link: string, place: AnsweringPlace, again: Again): Promise<FastifyReply> {
    const { typed, key = newToken(), problems = new Map(), status = 200 } = again;
    const { language } = visit;
    const state = {
      language,
      link,
      place,
      typed,
      last: answers.findLast(place),
      problems,
      key,
      isFresh: again.key === undefined,
    };
    return visit.show('reply/answer', presentAnswer(state), status);
  }
}

interface Again {
  typed: TypedAnswer;
  key?: string;
  problems?: Problems;
  status?: number;
}

function limitOf(method: 'GET' | 'POST', path: string): Limit {
  if (method === 'GET') return reading;
  return path.endsWith('/document') ? joining : writing;
}

function nothingNew({ language }: Visit, { demands }: AnsweringPlace): Problems {
  return new Map([[`position-${demands[0]?.slug ?? ''}`, answerFormWords[language].problems.nothingNew]]);
}
