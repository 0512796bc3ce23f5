import { inLanguage, type Language } from '../lib/language.ts';
import { speechIn } from '../lib/speech.ts';
import { french } from '../lib/typography.ts';
import type { Listed } from '../standings/directory.ts';
import type { Link } from '../web/frame.ts';
import { linksFor } from '../web/public-links.ts';
import { lastValue } from '../web/query.ts';
import { findTown, homonymsIn, type TownFound } from './towns.ts';
import { townsWords } from './words/towns.ts';

export interface TownSearch {
  action: string;
  /** The same question while one types: the towns are listed, and a single one is not gone to. */
  live: string;
  label: string;
  hint: string;
  submit: string;
  typed: string;
  /** What was found, in words; empty before anything was typed. */
  message: string;
  places: (Link & { about: string; fiction: string })[];
  /** What to do when nothing was found; null otherwise. */
  help: { text: string; write: string; contact: string } | null;
}

const longest = 60;
const foundShown = 20;

/** What was typed to find a town, and whether the one that is meant is shown rather than gone to. */
export interface TownTyped {
  typed: string;
  shown: boolean;
}

export function readTownTyped(query: unknown): TownTyped {
  return { typed: lastValue(query, 'ville').trim().slice(0, longest), shown: lastValue(query, 'voir') === 'liste' };
}

/** The campaigns of the town that was typed; null when nothing was. */
export function findTyped(
  listed: readonly Listed[],
  { typed }: TownTyped,
  postCodesOf: (communeCode: string) => readonly string[],
): TownFound | null {
  return typed === '' ? null : findTown(listed, typed, foundShown, postCodesOf);
}

/** From the name of a town to its lists. `found` is null before anything was typed. */
export function presentTownSearch(
  { listed, typed, found }: { listed: readonly Listed[]; typed: string; found: TownFound | null },
  language: Language,
  contact: string,
): TownSearch {
  const words = townsWords[language];
  const say = speechIn(language);
  const action = inLanguage('/', language);
  const homonyms = homonymsIn(listed);
  return {
    action,
    live: `${action}?voir=liste`,
    label: words.label,
    hint: words.hint,
    submit: words.find,
    typed,
    message: found ? say.text(messageOf(found, typed, language)) : '',
    places: (found?.campaigns ?? []).map(({ campaign }) => ({
      href: boardOf(campaign.slug, language),
      label: townName(campaign, homonyms),
      about: french(`${campaign.election.name} · ${campaign.title}`),
      fiction: campaign.fictional ? words.fiction : '',
    })),
    help: found?.campaigns.length === 0 ? { text: say.text(words.nothingHelp), write: words.write, contact } : null,
  };
}

function messageOf({ campaigns, isWhole }: TownFound, typed: string, language: Language): string {
  const words = townsWords[language];
  const say = speechIn(language);
  const quoted = say.quoted(typed);
  if (campaigns.length === 0) return words.nothing(quoted);
  if (!isWhole) return words.foundFirst(say.number(foundShown), quoted);
  return words.found(say.counted(campaigns.length, words.campaign, words.campaigns), quoted);
}

/** `Saint-Denis (93)` where another town of this name has campaigns too. */
export function townName({ town, communeCode }: Listed['campaign'], homonyms: ReadonlySet<string>): string {
  if (!homonyms.has(town)) return town;
  return `${town} (${communeCode.slice(0, /^9[78]/.test(communeCode) ? 3 : 2)})`;
}

/** Where a campaign's lists are. */
export function boardOf(campaign: string, language: Language): string {
  return linksFor({ language, campaign, edition: null }).board;
}
