import { markdownToHtml } from '../lib/markdown.ts';
import { french } from '../lib/typography.ts';
import { textField } from '../web/form.ts';
import type { FormPage } from './form-page.ts';
import type { TypedLetter } from './letter-form.ts';
import { links } from './links.ts';
import { type SettingsForm, settingsForm } from './settings-forms.presenter.ts';

export interface LetterFormPage extends FormPage {
  text: FormPage['parts'][number];
  after: FormPage['parts'];
  preview: { title: string; bodyHtml: string };
  previewAction: string;
}

declare module '../web/views.ts' {
  interface Views {
    'desk/letter': LetterFormPage;
  }
}

/** The letter's form, with what readers will see of its text beside it. */
export function presentLetterForm(form: SettingsForm, typed: TypedLetter): LetterFormPage {
  const field = (id: keyof TypedLetter, label: string, hint = '', rows = 0): FormPage['parts'][number] => ({
    kind: 'text',
    field: textField({ id, label, hint, kind: rows > 0 ? 'textarea' : 'text', rows, value: typed[id] }, form.problems),
  });
  return {
    ...settingsForm(form, 'lettre', 'La lettre'),
    lead: french(
      'Collez le texte. Un titre manque, la fin n’est pas écrite ? Enregistrez quand même : vous reprendrez plus tard.',
    ),
    parts: [
      field('titre', 'Titre de la lettre'),
      field('date', 'Jour de la lettre', '07/03/2026.'),
      field('adresse', 'Où elle se lit en ligne', 'Vide si elle n’est nulle part ailleurs.'),
    ],
    text: field(
      'texte',
      'Texte',
      'Collez-le tel quel. Pour la mise en forme : **gras**, *italique*, ## titre, - liste, [lien](https://…).',
      16,
    ),
    after: [
      field('verifiee-le', 'Réponses cherchées pour la dernière fois le', 'Si vous avez déjà cherché les réponses des listes.'),
      field('bilan', 'Ce que l’on a trouvé', 'Une phrase, publiée en tête du tableau.', 2),
    ],
    preview: { title: french(typed.titre), bodyHtml: markdownToHtml(typed.texte) },
    previewAction: links.settings(form.campaign.slug, 'lettre/apercu'),
  };
}
