import { median, p99 } from './load.ts';
import { startSite } from './servers.ts';

export interface Cold {
  /** Milliseconds for the scoreboard, the first time anyone asks for it. */
  scoreboard: number;
  pages: number;
  /** Milliseconds for each other page of the campaign, the first time. */
  median: number;
  p99: number;
}

/**
 * Each page of a campaign, as it is today, once, on servers that have just started, turn by turn for each data folder: drawn, compressed and sent. The
 * home page is asked first, so that what is measured is the page and not the start of the template engine.
 */
export async function cold(dataDirs: readonly string[], campaign: string): Promise<Cold[]> {
  const scoreboards: number[][] = dataDirs.map(() => []);
  const others: number[][] = dataDirs.map(() => []);
  let pages = 0;
  for (let turn = 0; turn < 5; turn += 1) {
    for (const [index, dataDir] of dataDirs.entries()) {
      const times = await firstReading(dataDir, campaign);
      pages = times.length;
      scoreboards[index]?.push(times[0] ?? Number.NaN);
      others[index]?.push(...times.slice(1));
    }
  }
  return dataDirs.map((_dataDir, index) => ({
    scoreboard: median(scoreboards[index] ?? []),
    pages,
    median: median(others[index] ?? []),
    p99: p99(others[index] ?? []),
  }));
}

/** Files are measured elsewhere, and a page held at an edition is drawn as that of today is: with them a turn would take minutes. */
const notAPageOfToday = /\.\w+$|\/editions\/\d/;

async function firstReading(dataDir: string, campaign: string): Promise<number[]> {
  const server = await startSite(dataDir);
  const times: number[] = [];
  try {
    await (await fetch(server.url)).text();
    const waiting = [`/${campaign}`];
    const seen = new Set(waiting);
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const start = performance.now();
      const response = await fetch(server.url + path);
      const html = await response.text();
      times.push(performance.now() - start);
      for (const [, link = ''] of html.matchAll(/href="(\/[^"#?]*)/g)) {
        if (seen.has(link) || !link.startsWith(`/${campaign}/`) || notAPageOfToday.test(link)) continue;
        seen.add(link);
        waiting.push(link);
      }
    }
  } finally {
    await server.stop();
  }
  return times;
}
