import type { Person } from '../accounts/can.ts';
import type { EditedCampaign } from '../campaigns/opening.service.ts';
import type { SignatoryOrder } from '../campaigns/signatories.ts';
import { frenchTimeZones, timeZoneName } from '../elections/time-zone.ts';
import { french } from '../lib/typography.ts';
import { type Problems, summaryOf, textField } from '../web/form.ts';
import { choiceField, type FormPage, selectField } from './form-page.ts';
import { deskFrame } from './frame.presenter.ts';
import { links } from './links.ts';

/** What every form of the settings is drawn with. */
export interface SettingsForm {
  person: Person;
  token: string;
  key: string;
  read: string;
  campaign: EditedCampaign;
  problems: Problems;
  notices: FormPage['notices'];
  /** The `fait` of the address. */
  done: unknown;
}

/** The frame, the key and the way back of a form of the settings. */
export function settingsForm(
  form: SettingsForm,
  part: string,
  heading: string,
  path = links.settings(form.campaign.slug, part),
): Omit<FormPage, 'parts' | 'lead'> {
  const { person, token, key, read, campaign, problems, notices, done } = form;
  return {
    frame: deskFrame(heading, person, token, done, { campaign, path }),
    heading: french(heading),
    errors: summaryOf(problems),
    notices,
    action: path,
    key,
    read,
    button: 'Enregistrer',
    back: { href: links.settings(campaign.slug), label: 'Sans enregistrer' },
  };
}

export function presentGeneral(form: SettingsForm, typed: { titre: string; fuseau: string }): FormPage {
  const { problems } = form;
  return {
    ...settingsForm(form, 'general', 'Le titre et l’élection'),
    lead: french('La commune, l’élection et l’adresse publique ne changent plus : tout ce qui est cité en dépend.'),
    parts: [
      { kind: 'text', field: textField({ id: 'titre', label: 'Titre de la campagne', value: typed.titre }, problems) },
      selectField(
        {
          id: 'fuseau',
          label: 'Fuseau horaire de la commune',
          hint: 'La trêve électorale se compte à l’horloge de la commune.',
          value: typed.fuseau,
          options: frenchTimeZones.map((zone) => ({ value: zone, label: timeZoneName(zone) })),
        },
        problems,
      ),
    ],
  };
}

export function presentSignatories(form: SettingsForm, typed: { noms: string; ordre: SignatoryOrder }): FormPage {
  const { problems } = form;
  return {
    ...settingsForm(form, 'signataires', 'Les signataires'),
    lead: 'Les organisations qui signent la lettre. Pas de personnes privées sans leur accord.',
    parts: [
      {
        kind: 'text',
        field: textField(
          { id: 'noms', label: 'Les organisations', hint: 'Une par ligne.', kind: 'textarea', rows: 14, value: typed.noms },
          problems,
        ),
      },
      choiceField(
        {
          id: 'ordre',
          label: 'Dans quel ordre',
          value: typed.ordre,
          options: [
            { value: 'alphabet', label: 'Par ordre alphabétique' },
            { value: 'lettre', label: 'Comme je les ai écrites' },
          ],
        },
        problems,
      ),
    ],
  };
}
