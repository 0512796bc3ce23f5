import { z } from 'zod';
import { passwordFault } from '../../accounts/password-rule.ts';
import { passwordFaults } from '../choose-password.presenter.ts';

/** What is wrong with the name and the address of a new account, in words. */
function introductionProblems({ name, email }: { name: string; email: string }): Map<string, string> {
  const problems = new Map<string, string>();
  if (name === '' || name.length > 100) problems.set('nom', 'Écrivez votre nom, en 100 caractères au plus.');
  if (!z.email().max(200).safeParse(email).success)
    problems.set('courriel', 'Écrivez une adresse électronique complète, par exemple nom@association.fr.');
  return problems;
}

/** The same, with the password. */
export function newAccountProblems(typed: { name: string; email: string }, password: string): Map<string, string> {
  const problems = introductionProblems(typed);
  const fault = passwordFault(password, typed);
  if (fault) problems.set('mot-de-passe', passwordFaults[fault]);
  return problems;
}
