import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { linkFor } from '../support/answering.ts';
import { campaign, openWorld, type World } from '../support/world.ts';

/** Published by the seeds. */
const subject = 'aube-nouvelle/moins-de-cameras/2022-10';
const form = `/droit-de-reponse/${campaign}`;
const desk = `/bureau/campagnes/${campaign}/droits-de-reponse`;
const cell = `/${campaign}/mouvements/aube-nouvelle/moins-de-cameras`;
const text = 'Trente, et non vingt-deux !';

let world: World;
let sent = 0;

async function open(start?: string) {
  world = await openWorld({}, start);
  onTestFinished(() => world.close());
}
beforeEach(() => open());

const ask = (over: Record<string, string> = {}, url = form) => {
  sent += 1;
  const named = { nom: 'Lise Garance', qualite: 'maire', contact: '04 00 00 00 00', texte: text };
  return world.stranger.post(url, { cle: `droit-sur-un-suivi-${sent}`, entree: `suivi:${subject}`, ...named, ...over });
};
const publish = (who = world.reviewer, over: Record<string, string> = {}) =>
  who.post(`${desk}/1/publication`, { cle: 'decision-sur-un-suivi', verifie: 'Rappelée à la mairie.', ...over });

describe('someone whom a follow-up names', () => {
  test('is led from the fact to the form, where it is chosen already', async () => {
    const page = (await world.stranger.get(cell)).body;
    const href = `${form}?entree=suivi%3Aaube-nouvelle%2Fmoins-de-cameras%2F2022-10`;
    expect(page).toContain(`href="${href}"`);
    const { body } = await world.stranger.get(href);
    expect(body).toMatch(
      /value="suivi:aube-nouvelle\/moins-de-cameras\/2022-10" selected>Suivi, [^<]*octobre 2022[^<]*En cours</,
    );
  });

  test('asks, with a receipt that says about what', async () => {
    const answer = await ask();
    expect(answer.statusCode).toBe(303);
    const receipt = (await world.stranger.get(String(answer.headers.location))).body;
    expect(receipt).toContain('Aube nouvelle, Suivi, Deux fois moins de caméras, octobre 2022');
  });

  test('asks by the link of their list too, and of their own list alone', async () => {
    const own = linkFor(world, 'aube-nouvelle').path;
    expect((await ask({ contact: '' }, `${own}/droit-de-reponse`)).statusCode).toBe(303);
    const other = linkFor(world, 'lune-rousse').path;
    expect((await ask({}, `${other}/droit-de-reponse`)).statusCode).toBe(422);
  });

  test('cannot ask about what was never published', async () => {
    for (const entree of ['suivi:aube-nouvelle/moins-de-cameras', subject, 'suivi:']) {
      expect([entree, (await ask({ entree })).statusCode]).toEqual([entree, 422]);
    }
  });
});

describe('at the desk', () => {
  beforeEach(async () => void (await ask()));

  test('it is read beside the fact that it contests', async () => {
    expect((await world.editor.get(desk)).body).toContain('Aube nouvelle, suivi, Deux fois moins de caméras, octobre 2022');
    const page = (await world.reviewer.get(`${desk}/1`)).body;
    expect(page).toContain('En cours. Vingt-deux caméras ont été démontées.');
  });

  test('published, it stands beside the fact to the letter, on the page, in the data and among the changes', async () => {
    expect((await publish()).statusCode).toBe(303);
    expect(world.standings.find(campaign)?.current('reply').at(-1)).toEqual({
      movement: 'aube-nouvelle',
      position: null,
      assessment: subject,
      text,
      receivedAt: '2026-11-24T09:00:00.000Z',
      author: 'Lise Garance, maire',
    });
    const page = (await world.stranger.get(cell)).body;
    const timeline = page.slice(page.indexOf('class="timeline"'));
    expect(timeline).toContain(text);
    expect(page.slice(0, page.indexOf('class="timeline"'))).not.toContain(text);
    const movement = (await world.stranger.get(`/${campaign}/mouvements/aube-nouvelle`)).body;
    expect(movement).toContain(text);
    const data = (await world.stranger.get(`/${campaign}/donnees/replies.csv`)).body;
    expect(data).toMatch(/position,assessment,/);
    expect(data).toContain(`aube-nouvelle,,${subject},`);
    const changes = (await world.stranger.get(`/${campaign}/changements`)).body;
    expect(changes).toContain('droit de réponse\u00a0: ');
    expect((await world.reviewer.get(`${desk}/1`)).body).toContain(`href="${cell}"`);
    expect(world.ledger.verify(campaign).faults).toEqual([]);
  });

  test('a reply to the position of the same pledge does not stand beside the fact', async () => {
    await ask({ entree: 'aube-nouvelle/moins-de-cameras', texte: 'Nous avions dit soixante.' });
    await world.reviewer.post(`${desk}/2/publication`, { cle: 'decision-sur-position', verifie: 'Rappelée.' });
    const page = (await world.stranger.get(cell)).body;
    expect(page.slice(page.indexOf('class="timeline"'))).not.toContain('Nous avions dit soixante.');
    expect(page).toContain('Nous avions dit soixante.');
  });

  test('the database keeps what it is about', () => {
    expect(() => world.database.sql.prepare("UPDATE right_of_reply SET about = 'position'").run()).toThrow('kept as it came');
  });
});

describe('in the freeze', () => {
  beforeEach(async () => {
    await open('2020-03-14T09:00:00Z');
    await ask();
  });

  test('a reviewer is told until when, and sees no button; nothing typed is lost', async () => {
    const page = (await world.reviewer.get(`${desk}/1`)).body;
    expect(page).toContain('15\u00a0mars 2020 à\u00a020\u00a0h\u00a000');
    expect(page).not.toContain('Publier la réponse');
    const answer = await publish(world.reviewer, { exception: 'Je le voudrais.' });
    expect([answer.statusCode, answer.body.includes('Rappelée à la mairie.')]).toEqual([409, true]);
  });

  test('an administrator publishes it with a reason, which is public and in the journal', async () => {
    expect((await publish(world.administrator)).statusCode).toBe(409);
    expect((await world.administrator.get(`${desk}/1`)).body).toContain('Motif pour publier malgré la période de réserve');
    expect((await publish(world.administrator, { exception: 'Le délai de la loi expire.' })).statusCode).toBe(303);
    expect(world.ledger.listEditions(campaign).at(-1)?.note).toContain('Le délai de la loi expire.');
    expect(world.database.sql.prepare("SELECT reason FROM audit WHERE action = 'freeze-excepted'").pluck().get()).toBe(
      'Le délai de la loi expire.',
    );
  });
});
