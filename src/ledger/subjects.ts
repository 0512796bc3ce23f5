/** Subjects: the stable name of the thing an entry is about, unique within its kind. */

/** `commune`, or `secteur-4`. */
export function raceSlug(race: { sectorNumber: number | null }): string {
  return race.sectorNumber === null ? 'commune' : `secteur-${race.sectorNumber}`;
}

export function listKey(race: string, round: number, panel: number): string {
  return `${race}-tour-${round}-panneau-${panel}`;
}

export function lineageSubject(child: string, parent: string): string {
  return `${child}<${parent}`;
}

/** A position belongs to a cell: a movement, or one of its lists, on one demand. */
export function positionSubject(position: { movement: string; list: string | null; demand: string }): string {
  return position.list === null
    ? `${position.movement}/${position.demand}`
    : `${position.movement}/${position.list}/${position.demand}`;
}

/**
 * A follow-up is about one dated fact: `aube-nouvelle/moins-de-cameras/2022-10`. A subject is never given twice, not even once what
 * it named is gone: a second fact of the same day is `…/2022-10/2`.
 */
export function assessmentSubject(
  { movement, demand, happenedOn }: { movement: string; demand: string; happenedOn: string },
  isTaken: (subject: string) => boolean,
): string {
  const first = `${movement}/${demand}/${happenedOn}`;
  let subject = first;
  for (let number = 2; isTaken(subject); number += 1) subject = `${first}/${number}`;
  return subject;
}
