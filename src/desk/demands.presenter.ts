import type { DemandRow } from '../campaigns/campaigns.repository.ts';
import { french } from '../lib/typography.ts';
import { textField } from '../web/form.ts';
import type { TypedDemand } from './demand-form.ts';
import type { FormPage } from './form-page.ts';
import { links } from './links.ts';
import { type SettingsForm, settingsForm } from './settings-forms.presenter.ts';

export interface DemandsPage extends Omit<FormPage, 'parts' | 'lead'> {
  lead: string;
  add: string;
  demands: {
    id: string;
    number: number;
    title: string;
    missing: string;
    edit: string;
    editLabel: string;
    /** Null where it cannot go further. */
    up: { href: string; label: string } | null;
    down: { href: string; label: string } | null;
    remove: { href: string; label: string };
  }[];
}

declare module '../web/views.ts' {
  interface Views {
    'desk/demands': DemandsPage;
  }
}

/** The demands in the letter's order, each with what may be done to it. */
export function presentDemands(form: SettingsForm, demands: readonly DemandRow[]): DemandsPage {
  const link = (id: number, step = '') => links.settings(form.campaign.slug, `demandes/${id}${step && `/${step}`}`);
  return {
    ...settingsForm(form, 'demandes', 'Les demandes et leurs règles'),
    lead: french(
      'Chaque demande a trois règles : ce qui compte comme un engagement, un engagement en partie, un refus. Elles sont publiques, et tous les relecteurs les appliquent.',
    ),
    add: links.settings(form.campaign.slug, 'demandes/nouvelle'),
    demands: demands.map(({ id, number, title, shortTitle, ruleCommits, ruleCommitsInPart, ruleRefuses }, index) => {
      const missing = [
        ...(shortTitle === '' ? ['le titre court'] : []),
        ...([ruleCommits, ruleCommitsInPart, ruleRefuses].includes('') ? ['une règle'] : []),
      ];
      return {
        id: `demande-${id}`,
        number,
        title: french(title),
        missing: missing.length > 0 ? `Il manque ${missing.join(' et ')}.` : '',
        edit: link(id),
        editLabel: french(`Modifier la demande ${number}`),
        up: index > 0 ? { href: link(id, 'avant'), label: `Monter la demande ${number}` } : null,
        down: index < demands.length - 1 ? { href: link(id, 'apres'), label: `Descendre la demande ${number}` } : null,
        remove: { href: link(id, 'retrait'), label: `Retirer la demande ${number}` },
      };
    }),
  };
}

/** One demand, with its rules. */
export function presentDemandForm(form: SettingsForm, id: number | null, typed: TypedDemand): FormPage {
  const field = (name: keyof TypedDemand, label: string, hint = '', rows = 0): FormPage['parts'][number] => ({
    kind: 'text',
    field: textField({ id: name, label, hint, kind: rows > 0 ? 'textarea' : 'text', rows, value: typed[name] }, form.problems),
  });
  const heading = id === null ? 'Ajouter une demande' : 'Modifier la demande';
  return {
    ...settingsForm(form, `demandes/${id ?? 'nouvelle'}`, heading),
    lead: french('Une règle se lit ainsi : « La liste s’engage si… ». Elle doit donner la même réponse à deux personnes.'),
    parts: [
      field('titre', 'Ce qui est demandé', 'Par exemple : Réduire fortement le nombre de caméras.'),
      field('titre-court', 'Titre court', 'Pour la tête de colonne du tableau. Vide : le titre entier, s’il est court.'),
      field('explication', 'Explication', 'Pourquoi, et ce que cela veut dire, pour qui découvre le sujet.', 4),
      field('oui', 'S’engage, si…', 'Ce qu’il faut avoir dit, sans réserve.', 3),
      field('en-partie', 'S’engage en partie, si…', 'La condition ou le manque sera cité.', 3),
      field('non', 'Ne s’engage pas, si…', 'Un refus dit. Le silence n’en est pas un.', 3),
    ],
    back: { href: links.settings(form.campaign.slug, 'demandes'), label: 'Sans enregistrer' },
  };
}
