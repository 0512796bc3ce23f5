import { z } from 'zod';

/** What went wrong, as RFC 9457 writes it. */
export const problem = z
  .object({
    type: z.string().meta({ description: 'A page that explains this kind of problem' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().meta({ description: 'The path that was asked for' }),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457)' });

export type Problem = z.infer<typeof problem>;

const titles: Readonly<Record<number, string>> = {
  400: 'The question was not understood',
  404: 'There is no such thing',
  405: 'This interface is only read',
  429: 'Too many requests',
  500: 'An error on our side',
  503: 'Too many ask at once',
};

/** Raised by a route that knows what is wrong and can say it. */
export class ApiProblem extends Error {
  readonly statusCode: number;
  constructor(statusCode: number, detail: string) {
    super(detail);
    this.statusCode = statusCode;
  }
}

/** `detail` must be ours: what the person typed and what an error says inside never come back. */
export function problemOf(status: number, detail: string, path: string, docs: string): Problem {
  const title = titles[status] ?? (status >= 500 ? titles[500] : titles[400]) ?? '';
  return { type: `${docs}#${status}`, title, status, detail: detail || title, instance: path };
}
