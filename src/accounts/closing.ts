/** Why an account is not closed. */
export type ClosingRefusal = 'last_of_installation' | 'last_of_campaign';

/**
 * Whether closing an account would leave something without an administrator. An administrator of the installation may leave a
 * campaign without its own: they administer it themselves.
 */
export function closingRefusal({
  otherAdministrators,
  isAdministrator,
  aloneIn,
  byInstallation,
}: {
  /** How many others administer the installation. */
  otherAdministrators: number;
  isAdministrator: boolean;
  /** How many campaigns only this person administers. */
  aloneIn: number;
  byInstallation: boolean;
}): ClosingRefusal | null {
  if (isAdministrator && otherAdministrators === 0) return 'last_of_installation';
  return aloneIn > 0 && !byInstallation ? 'last_of_campaign' : null;
}
