/** Length is what makes a password strong; no composition rule (NIST SP 800-63B-4, §3.1.1.2; ANSSI, 2021). */
export const shortestPassword = 12;
/** Long enough for any sentence, short enough that hashing it costs what hashing costs. */
export const longestPassword = 200;

export type PasswordFault = 'too_short' | 'too_long' | 'too_easy';

/** What is wrong with a password for this person, or null. It may be neither their name or address, nor one character repeated. */
export function passwordFault(password: string, { email, name }: { email: string; name: string }): PasswordFault | null {
  const length = [...password].length;
  if (length < shortestPassword) return 'too_short';
  if (length > longestPassword) return 'too_long';
  const said = password.toLowerCase();
  const isOwnName = [email, name].some((each) => said === each.toLowerCase());
  return isOwnName || new Set(said).size < 4 ? 'too_easy' : null;
}
