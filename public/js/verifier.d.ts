/** What TypeScript needs to know of verifier.js, which stays plain JavaScript so that it runs anywhere by itself. */
export interface Report {
  editions: number;
  entries: number;
  redacted: number;
  /** What was redacted after the register's edition or after the newest pin; `confirmed` when a pin vouches for that too. */
  redactedSince: { entries: string[]; by: number[]; proof: Pin; confirmed: boolean } | null;
  fingerprint: string;
  faults: { edition: number; kind: string; entry: string | null }[];
}
export interface Pin {
  edition: number;
  hash: string;
}
export function sha256(text: string): string;
export function sha256Bytes(bytes: Uint8Array): string;
export function canonical(value: unknown): string;
export function verifyRegister(register: unknown, pins?: readonly Pin[]): Report;
export function describe(register: unknown, report: Report, pins: readonly Pin[], language?: 'fr' | 'en'): string[];
export function readPin(text: string): Pin | null;
export function readRegister(bytes: Uint8Array): Promise<unknown>;
