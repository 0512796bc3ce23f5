import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';

/** One file that came with a form, kept on disk until the answer has left. */
export interface Upload {
  path: string;
  /** What the person's own machine calls it; to be shown, never to be trusted. */
  fileName: string;
  size: number;
  /** It went past the route's limit, and what is on disk is only its beginning. */
  tooLarge: boolean;
}

export interface ReceivedForm {
  fields: Record<string, string>;
  upload: Upload | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    upload: Upload | null;
  }
}

/** Reads a `multipart/form-data` form: its words into memory, its file (one at most) straight to a temporary folder of its own. */
export async function receiveForm(request: FastifyRequest, maxBytes: number): Promise<ReceivedForm> {
  const form: ReceivedForm = { fields: {}, upload: null };
  const limits = { fileSize: maxBytes, files: 1, fields: 60, fieldSize: 512 * 1024 };
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') form.fields[part.fieldname] = part.value;
      } else if (part.filename) {
        form.upload = await placeFor(part.filename);
        await pipeline(part.file, createWriteStream(form.upload.path));
        Object.assign(form.upload, { size: part.file.bytesRead, tooLarge: part.file.truncated });
      } else part.file.resume();
    }
    return form;
  } catch (error) {
    await discard(form.upload);
    throw error;
  }
}

/** Only the words of such a form, for someone who is not at the desk: what they typed is kept, and the file is named, not read. */
export async function receiveWords(request: FastifyRequest): Promise<Record<string, string>> {
  const words: Record<string, string> = {};
  const limits = { fileSize: 1, files: 1, fields: 60, fieldSize: 64 * 1024 };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') words[part.fieldname] = part.value;
    } else {
      part.file.resume();
      if (part.filename) words.fichier = part.filename.slice(0, 200);
    }
  }
  return words;
}

/** Where a file of that name may be written: a folder of its own, since two people may send files of the same name. */
export async function placeFor(fileName: string): Promise<Upload> {
  const folder = await mkdtemp(join(tmpdir(), 'parole-tenue-'));
  const plain = fileName.replace(/[^\w.-]+/g, '_').slice(-100);
  return {
    path: join(folder, /^\.+$/.test(plain) ? 'fichier' : plain),
    fileName: fileName.slice(0, 200),
    size: 0,
    tooLarge: false,
  };
}

/** Takes the file away again; nothing happens when there is none. */
export async function discard(upload: Upload | null): Promise<void> {
  if (upload) await rm(dirname(upload.path), { recursive: true, force: true });
}
