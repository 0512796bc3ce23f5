import { foldName, isNamed, type Searched, searchCommunes } from '../elections/commune-search.ts';
import type { Listed } from '../standings/directory.ts';

/** So many campaigns are shown whole, each with what was published last; beyond, one looks for one's town. */
const handful = 8;
/** So many towns make one page of a list. */
const onePage = 100;

export function isHandful(listed: readonly Listed[]): boolean {
  return listed.length <= handful;
}

/** Whether the home page holds every town itself. */
export function isInPlace(listed: readonly Listed[]): boolean {
  return listed.length <= onePage;
}

/** The campaigns of one election, or all that are fictional, in pages. */
export interface Group {
  /** Null for what is fictional. */
  election: Listed['campaign']['election'] | null;
  pages: readonly TownPage[];
}

export interface TownPage {
  /** From 1, through all the groups: its address. */
  number: number;
  campaigns: readonly Listed[];
}

/** Newest election first, what is fictional last; in each, towns as a reader looks them up. Kept while nothing is published. */
export function groupsOf(listed: readonly Listed[]): readonly Group[] {
  const known = groups.get(listed) ?? grouped(listed);
  groups.set(listed, known);
  return known;
}
const groups = new WeakMap<readonly Listed[], readonly Group[]>();

function grouped(listed: readonly Listed[]): Group[] {
  let number = 0;
  const byElection = Map.groupBy(inOrder(listed), ({ campaign: { fictional, election } }) =>
    fictional ? '' : `${election.firstRoundOn} ${election.name}`,
  );
  return [...byElection.values()].map((campaigns) => ({
    election: campaigns[0]?.campaign.fictional ? null : (campaigns[0]?.campaign.election ?? null),
    pages: cut(campaigns).map((page) => {
      number += 1;
      return { number, campaigns: page };
    }),
  }));
}

const { compare } = new Intl.Collator('fr', { numeric: true, ignorePunctuation: true });

function inOrder(listed: readonly Listed[]): Listed[] {
  return listed.toSorted(
    ({ campaign: a }, { campaign: b }) =>
      Number(a.fictional) - Number(b.fictional) ||
      (a.fictional ? 0 : b.election.firstRoundOn.localeCompare(a.election.firstRoundOn)) ||
      (a.fictional ? 0 : compare(a.election.name, b.election.name)) ||
      compare(a.town, b.town) ||
      b.election.firstRoundOn.localeCompare(a.election.firstRoundOn),
  );
}

/** Into pages of nearly the same length: none is left with one town. */
function cut(campaigns: readonly Listed[]): Listed[][] {
  const count = Math.ceil(campaigns.length / onePage);
  const length = Math.ceil(campaigns.length / count);
  return Array.from({ length: count }, (_, index) => campaigns.slice(index * length, (index + 1) * length));
}

/** Names that two communes or more bear. Kept while nothing is published. */
export function homonymsIn(listed: readonly Listed[]): ReadonlySet<string> {
  const known = homonyms.get(listed) ?? bornByMany(listed);
  homonyms.set(listed, known);
  return known;
}
const homonyms = new WeakMap<readonly Listed[], ReadonlySet<string>>();

function bornByMany(listed: readonly Listed[]): ReadonlySet<string> {
  const codes = new Map<string, string>();
  const many = new Set<string>();
  for (const { campaign } of listed) {
    const { town, communeCode } = campaign;
    if ((codes.get(town) ?? communeCode) !== communeCode) many.add(town);
    codes.set(town, communeCode);
  }
  return many;
}

/** The real campaigns that published last. */
export function recentOf(listed: readonly Listed[], atMost: number): Listed[] {
  return listed
    .filter(({ campaign }) => !campaign.fictional)
    .toSorted((a, b) => b.edition.publishedAt.localeCompare(a.edition.publishedAt))
    .slice(0, atMost);
}

export interface TownFound {
  /** Those that are shown, the likeliest first. */
  campaigns: readonly Listed[];
  isWhole: boolean;
  /** The one campaign of the very town that was typed. */
  only: Listed | null;
}

/**
 * The campaigns of the town that someone may mean, by its name, its post code (`postCodesOf` gives those of an INSEE code) or its INSEE
 * code. « Marseille 8e » is Marseille when no town is called so.
 */
export function findTown(
  listed: readonly Listed[],
  typed: string,
  atMost: number,
  postCodesOf: (code: string) => readonly string[],
): TownFound {
  const isPostCode = /^\d{5}$/.test(typed.trim());
  const searched = searchedOf(listed).map((one) => (isPostCode ? { ...one, postCodes: postCodesOf(one.code) } : one));
  const asWritten = searchCommunes(searched, typed, atMost + 1);
  const query = asWritten.length > 0 ? typed : typed.replace(arrondissement, '');
  const found = asWritten.length > 0 ? asWritten : searchCommunes(searched, query, atMost + 1);
  const [first, second] = found.filter((one) => isNamed(one, query));
  return {
    campaigns: found.slice(0, atMost).map((one) => one.listed),
    isWhole: found.length <= atMost,
    only: first && !second ? first.listed : null,
  };
}

/** « 8e », « 1er arrondissement » after the name of a town. */
const arrondissement = /\s+\d{1,2}\s*(?:er|e|è|eme|ème|th|st|nd|rd)?(?:\s+arr\S*)?\s*$/i;

interface SearchedCampaign extends Searched {
  listed: Listed;
}

/** In the order of the groups, which search keeps among equals. Made once while nothing is published. */
function searchedOf(listed: readonly Listed[]): readonly SearchedCampaign[] {
  const known = folded.get(listed) ?? inOrder(listed).map(searchable);
  folded.set(listed, known);
  return known;
}
const folded = new WeakMap<readonly Listed[], readonly SearchedCampaign[]>();

function searchable(listed: Listed): SearchedCampaign {
  const { communeCode, town } = listed.campaign;
  return { listed, code: communeCode, postCodes: [], population: 0, folded: foldName(town) };
}
