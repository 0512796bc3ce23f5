import { z } from 'zod';

const answer = { id: z.string(), rawId: z.string(), type: z.literal('public-key') };
const extensions = z.object({}).catch({});

const signed = z.object({
  ...answer,
  clientExtensionResults: extensions,
  response: z.object({ clientDataJSON: z.string(), authenticatorData: z.string(), signature: z.string() }),
});
const made = z.object({
  ...answer,
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    transports: z.array(z.string().regex(/^[a-z-]{1,20}$/)).optional(),
  }),
});

/** What a browser answers with a passkey it has; null for anything else. */
export const readSignedPasskey = (text: string) => read(signed, text);
/** What a browser answers when it has made a passkey; null for anything else. */
export const readNewPasskey = (text: string) => read(made, text);

function read<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
