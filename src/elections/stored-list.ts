import { z } from 'zod';

const text = z.string().nullable();
/** A figure as a file gives it; null where it gives none. */
export const figure = z.number().int().nullable();

/** What is filed of a list, as an import writes it down and reads it back. */
export const storedList = z.object({
  round: z.number().int(),
  panel: z.number().int(),
  label: z.string(),
  shortLabel: text,
  nuance: text,
  headFirstName: text,
  headLastName: text,
  votes: figure,
  councilSeats: figure,
  sectorSeats: figure,
  intercommunalSeats: figure,
});

export const storedRound = z.object({ number: z.number().int(), registered: figure, voted: figure, valid: figure });
