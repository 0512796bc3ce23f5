import type { Payload } from '../ledger/payloads.ts';
import type { Language } from '../lib/language.ts';
import { speechIn } from '../lib/speech.ts';
import { labels } from '../positions/labels.ts';
import type { PublicState } from '../standings/fold.ts';
import { followUpOf, newestJudgement } from '../standings/follow-up.ts';
import { pathOfSubject } from '../standings/page-subject.ts';
import { type Answer, ballotBoard, demandsOf, listAnswer, movementAnswer, movementBoard } from '../standings/scoreboard.ts';
import type { Contents, PictureAnswer, PictureRow, PictureSubject } from './picture.ts';
import { pictureWords } from './words.ts';

/** What a picture of this subject says; null when there is no such thing in this state. */
export function contentsOf(state: PublicState, subject: PictureSubject, language: Language): Contents | null {
  switch (subject.kind) {
    case 'board':
      return boardContents(state, language);
    case 'movement':
      return movementContents(state, subject.movement, language);
    case 'list':
      return listContents(state, subject.list, language);
    case 'demand':
      return demandContents(state, subject.demand, language);
    case 'sector':
      return sectorContents(state, subject.sector, language);
    case 'cell':
      return cellContents(state, subject.movement, subject.demand, language);
  }
}

const plain = { columns: [], quote: '', proof: '', names: [] };

function boardContents(state: PublicState, language: Language): Contents {
  const { demands, rows } = movementBoard(state, 'engagements');
  return {
    ...plain,
    eyebrow: state.campaign.title,
    title: pictureWords[language].board(state.campaign.town),
    columns: demands.map(demandName),
    rows: rows.map(({ movement, cells }) => ({
      name: movement.name,
      about: movement.leader ?? '',
      path: pathOfSubject({ movement: movement.slug }),
      answers: cells.map(({ demand, answer }) => since(state, movement.slug, demand, boardAnswer(answer, language), language)),
    })),
  };
}

function sectorContents(state: PublicState, sector: string, language: Language): Contents | null {
  const race = state.current('race').find(({ sectorNumber }) => sectorNumber !== null && String(sectorNumber) === sector);
  if (!race) return null;
  const lists = state.current('list').filter((list) => list.race === race.slug);
  const round = Math.max(1, ...lists.map((list) => list.round));
  const { demands, rows } = ballotBoard(state, race.slug, round, 'engagements');
  return {
    ...plain,
    eyebrow: eyebrowOf(state),
    title: pictureWords[language].ballot(race.name, round),
    names: [race.name],
    columns: demands.map(demandName),
    rows: rows.flatMap(({ movement, list, cells }) => {
      const answers = cells.map(({ demand, answer }) =>
        since(state, movement.slug, demand, boardAnswer(answer, language), language),
      );
      return list ? [{ name: list.label, about: list.head ?? '', path: pathOfSubject({ list: list.key }), answers }] : [];
    }),
  };
}

/** The dates we asked have no room on a board; what a position rests on does: what we read must never look like what a list signed. */
function boardAnswer(answer: Answer, language: Language): PictureAnswer {
  const drawn = answerOf(answer, language);
  return answer.kind === 'position' ? drawn : { ...drawn, detail: '' };
}

function movementContents(state: PublicState, slug: string, language: Language): Contents | null {
  const movement = state.of('movement').get(slug)?.current;
  if (!movement) return null;
  const rows = answerRows(state, slug, language, (demand) => movementAnswer(state, slug, demand));
  return { ...plain, eyebrow: eyebrowOf(state), title: movement.name, rows };
}

function listContents(state: PublicState, key: string, language: Language): Contents | null {
  const list = state.of('list').get(key)?.current;
  const race = list && state.of('race').get(list.race)?.current;
  if (!list || !race) return null;
  const rows = answerRows(state, list.movement, language, (demand) => listAnswer(state, list, demand));
  const where = race.kind === 'commune' ? [state.campaign.town] : [state.campaign.town, race.name];
  const place = [...where, pictureWords[language].panel(list.panel)].join(', ');
  return { ...plain, eyebrow: place, title: list.label, rows };
}

function answerRows(
  state: PublicState,
  movement: string,
  language: Language,
  answer: (demand: Payload<'demand'>) => Answer,
): PictureRow[] {
  return demandsOf(state).map((demand) => ({
    name: demandName(demand),
    about: '',
    path: pathOfSubject({ demand: demand.slug }),
    answers: [since(state, movement, demand, answerOf(answer(demand), language), language)],
  }));
}

function demandContents(state: PublicState, slug: string, language: Language): Contents | null {
  const demand = state.of('demand').get(slug)?.current;
  if (!demand) return null;
  const rows = movementBoard(state, 'engagements').rows.map(({ movement }) => ({
    name: movement.name,
    about: movement.leader ?? '',
    path: pathOfSubject({ movement: movement.slug, demand: demand.slug }),
    answers: [since(state, movement.slug, demand, answerOf(movementAnswer(state, movement.slug, demand), language), language)],
  }));
  return { ...plain, eyebrow: eyebrowOf(state), title: demand.title, rows };
}

function cellContents(state: PublicState, slug: string, demandSlug: string, language: Language): Contents | null {
  const movement = state.of('movement').get(slug)?.current;
  const demand = state.of('demand').get(demandSlug)?.current;
  if (!movement || !demand) return null;
  const answer = movementAnswer(state, slug, demand);
  const position = answer.kind === 'position' ? answer.position : null;
  const drawn = since(state, slug, demand, answerOf(answer, language), language);
  return {
    ...plain,
    eyebrow: `${movement.name}, ${state.campaign.town}`,
    title: demandName(demand),
    rows: [{ name: '', about: '', path: pathOfSubject({ movement: slug, demand: demandSlug }), answers: [drawn] }],
    quote: position?.quote ? speechIn('fr').quoted(position.quote) : (position?.summary ?? ''),
    proof: position ? proofOf(position, language) : '',
    names: [position?.speaker, position?.sources[0]?.publisher].filter((name) => name != null),
  };
}

function proofOf({ speaker, saidOn, sources }: Payload<'position'>, language: Language): string {
  const say = speechIn(language);
  const { source, colon } = pictureWords[language];
  const said = [speaker, saidOn && say.date(saidOn)].filter((part) => part).join(', ');
  const from = sources[0] && `${source}${colon}${sources[0].publisher}`;
  return [said, from].filter((part) => part).join('. ');
}

function answerOf(answer: Answer, language: Language): PictureAnswer {
  const { stance, contact, basis } = labels[language];
  if (answer.kind === 'position') {
    const { position, toConfirm } = answer;
    const label = `${stance[position.stance]}${toConfirm ? ` (${pictureWords[language].toConfirm})` : ''}`;
    return { state: position.stance, label, detail: basis[position.basis], since: null };
  }
  const say = speechIn(language);
  const asked = say.enumerated(answer.asked.map(({ on }) => say.date(on)));
  const detail = asked && pictureWords[language].asked(asked);
  return { state: answer.status, label: contact[answer.status], detail, since: null };
}

/** The answer with the newest judgement of what became of it, and whose it is: a pledge that was broken is not shown alone. */
function since(
  state: PublicState,
  movement: string,
  { slug }: Payload<'demand'>,
  answer: PictureAnswer,
  language: Language,
): PictureAnswer {
  const judged = newestJudgement(followUpOf(state, movement, slug));
  if (!judged) return answer;
  const who = judged.accordingTo ?? '';
  const told = pictureWords[language].since(labels[language].verdict[judged.verdict].toLocaleLowerCase(language), who !== '');
  return { ...answer, since: { told, who } };
}

const demandName = ({ number, shortTitle }: Payload<'demand'>): string => `${number}. ${shortTitle}`;
const eyebrowOf = ({ campaign }: PublicState): string => `${campaign.title}, ${campaign.town}`;
