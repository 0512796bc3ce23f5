import { spawn } from 'node:child_process';

/** Runs a program to its end. */
export function run(command: string, args: readonly string[]): Promise<{ code: number | null; out: string; error: string }> {
  const child = spawn(command, args, { env: { PATH: process.env.PATH ?? '' } });
  let out = '';
  let error = '';
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    error += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, error }));
  });
}
