import { hash, verify } from '@node-rs/argon2';

/** argon2id is the package's own default; 64 MiB, 3 passes, 1 lane (RFC 9106 §4, second recommended option, for small servers). */
const cost = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 };

let someHash: Promise<string> | null = null;

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Whether the password is right. For an account that is not there it takes as long, so that waiting tells nobody who has one. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  someHash ??= hashPassword('no account has this password');
  const right = await verify(passwordHash ?? (await someHash), password);
  return right && passwordHash !== null;
}
