import { can } from '../accounts/can.ts';
import type { CampaignChange, CampaignKind } from '../campaigns/changes.ts';
import type { Freeze } from '../campaigns/freeze.ts';
import { frozenWords } from '../campaigns/freeze-words.ts';
import type { Gap } from '../campaigns/readiness.ts';
import type { Revision } from '../campaigns/revision.service.ts';
import { counted, french } from '../lib/typography.ts';
import { type TextField, textField } from '../web/form.ts';
import type { FormPage } from './form-page.ts';
import { links } from './links.ts';
import { gapWords } from './settings.presenter.ts';
import { type SettingsForm, settingsForm } from './settings-forms.presenter.ts';

export interface EditionPage extends Omit<FormPage, 'parts'> {
  gaps: { href: string; text: string }[];
  changes: string[];
  /** The way to the page as it will be; empty while there is nothing to draw. */
  preview: string;
  /** Null for a first edition, which corrects nothing. */
  reason: TextField | null;
  /** Asked for in a freeze, of those who may make an exception; null otherwise. */
  exception: TextField | null;
  mayPublish: boolean;
}

declare module '../web/views.ts' {
  interface Views {
    'desk/edition': EditionPage;
  }
}

/** What the next edition changes, what it still lacks, and the button that makes it public. */
export function presentEdition(
  form: SettingsForm,
  revision: Revision,
  typed: { motif: string; exception: string },
  freeze: Freeze | null,
): EditionPage {
  const { state, gaps, changes, toConfirm } = revision;
  const { slug } = form.campaign;
  const field = {
    id: 'motif',
    label: 'Motif',
    hint: 'Ce que les lecteurs liront dans le journal des corrections : pourquoi cela change.',
    kind: 'textarea' as const,
    rows: 2,
    value: typed.motif,
  };
  return {
    ...settingsForm(form, 'edition', 'Aperçu et publication'),
    lead: french(leadWords(revision)),
    notices: freeze ? [{ heading: 'Trêve électorale', lines: [{ term: 'En ce moment', text: frozenWords(freeze) }] }] : [],
    gaps: gaps.map((gap: Gap) => ({ href: links.settings(slug, gap.step), text: gapWords(gap) })),
    changes: [
      ...changesInWords(changes),
      ...(toConfirm.length > 0
        ? [french(`${counted(toConfirm.length, 'position devient', 'positions deviennent')} « à confirmer », après une fusion`)]
        : []),
    ],
    preview: changes.length > 0 ? links.settings(slug, 'edition/tableau') : '',
    reason: state ? textField(field, form.problems) : null,
    exception:
      freeze && can(form.person, 'freeze:except', form.campaign.id)
        ? textField({ ...exceptionField, value: typed.exception }, form.problems)
        : null,
    mayPublish: gaps.length === 0 && changes.length > 0,
    button: state ? 'Publier cette édition' : 'Publier la première édition',
    back: { href: links.settings(slug), label: 'Retour aux réglages' },
  };
}

const exceptionField = {
  id: 'exception',
  label: 'Publier malgré la trêve : pourquoi',
  hint: 'Une erreur qui fausse le vote, une décision de justice. Cette raison est publique, et inscrite au journal avec votre nom. Vide : rien ne part.',
  kind: 'textarea' as const,
  rows: 2,
};

function leadWords({ state, changes, gaps }: Revision): string {
  if (changes.length === 0) return 'Ce qui est public est à jour : il n’y a rien à publier.';
  if (gaps.length > 0) return 'Il manque encore quelque chose. Vous pouvez déjà regarder l’aperçu.';
  if (!state) return 'Regardez le tableau tel qu’il sera. Une fois publié, rien ne s’efface : tout se corrige, en public.';
  return 'Ces changements deviennent publics ensemble, dans une édition numérotée, avec votre motif.';
}

const nouns: Record<CampaignKind, [one: string, many: string]> = {
  campaign: ['la campagne (titre, dates)', 'la campagne (titre, dates)'],
  letter: ['la lettre', 'la lettre'],
  signatory: ['un signataire', 'signataires'],
  demand: ['une demande', 'demandes'],
  race: ['un scrutin', 'scrutins'],
  movement: ['un mouvement', 'mouvements'],
  list: ['une liste', 'listes'],
  lineage: ['une filiation', 'filiations'],
};
const verbs: Record<CampaignChange['what'], string> = { added: 'Ajout', changed: 'Modification', withdrawn: 'Retrait' };

/** « Ajout : 93 listes ». */
function changesInWords(changes: readonly CampaignChange[]): string[] {
  const groups = Map.groupBy(changes, ({ kind, what }) => `${what} ${kind}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const [one, many] = nouns[first.kind];
    return [french(`${verbs[first.what]} : ${group.length === 1 ? one : `${group.length} ${many}`}`)];
  });
}
