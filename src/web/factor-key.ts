import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';

/**
 * The key that seals the secrets of second factors: SECOND_FACTOR_KEY, or a file that is made once beside the database, for its
 * owner's eyes. It is not in the database, so that a copy of that alone opens nothing. Read when it is first needed.
 */
export function openFactorKey(config: Pick<Config, 'SECOND_FACTOR_KEY' | 'DATA_DIR'>): () => Buffer {
  let key: Buffer | null = null;
  return () => {
    key ??= createHash('sha256')
      .update(config.SECOND_FACTOR_KEY || readOrMake(config.DATA_DIR))
      .digest();
    return key;
  };
}

function readOrMake(folder: string): string {
  const path = join(folder, 'second-factor.key');
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(path, 'utf8');
}
