import { french } from '../../lib/typography.ts';
import type { AskedMovement } from '../../outreach/asked-campaign.ts';
import { addressLabels, channelLabels, outcomeLabels } from '../../outreach/labels.ts';
import { type AddressKind, addressKinds } from '../../outreach/vocabulary.ts';
import { type Problems, textField } from '../../web/form.ts';
import { notedChannels, notedOutcomes, type TypedAddress, type TypedContact } from './asking-form.ts';

export interface SelectField {
  id: string;
  label: string;
  hint: string;
  error: string;
  options: { value: string; label: string; selected: boolean }[];
}

const outcomeHints: Record<(typeof notedOutcomes)[number], string> = {
  sent: 'La lettre ou la question lui a été adressée.',
  promised: 'Elle a été sollicitée et dit qu’elle répondra.',
  answered: 'Sa réponse est arrivée : saisissez ensuite la position.',
  declined: 'Elle dit qu’elle ne répondra pas.',
  not_reached: 'Personne n’a été joint : ce n’est pas une sollicitation, rien n’en sera public.',
};

/** The form with which a volunteer notes a call, a meeting, a letter. */
export function noteContactForm(contact: TypedContact, problems: Problems) {
  const option = (name: string, value: string, chosen: string | null, label: string, detail = '') => ({
    id: `${name}-${value}`,
    value,
    label: french(label),
    details: detail ? [{ className: 'hint', text: french(detail) }] : [],
    checked: value === chosen,
  });
  return {
    open: ['channel', 'outcome', 'happenedOn'].some((id) => problems.has(id)),
    channels: {
      ...choice('channel', 'Par quel moyen', problems),
      options: notedChannels.map((each) => option('channel', each, contact.channel, channelLabels[each])),
    },
    outcomes: {
      ...choice('outcome', 'Ce qui s’est passé', problems),
      options: notedOutcomes.map((each) => option('outcome', each, contact.outcome, outcomeLabels[each], outcomeHints[each])),
    },
    fields: [
      textField({ id: 'happenedOn', label: 'Quel jour', hint: 'Par exemple 12/03/2020.', value: contact.happenedOn }, problems),
      textField(
        { id: 'note', label: 'Note pour l’équipe', hint: 'Jamais publiée.', kind: 'textarea', rows: 2, value: contact.note },
        problems,
      ),
    ],
  };
}

/** The form of a new private address. */
export function addAddressForm(address: TypedAddress, movement: AskedMovement, problems: Problems) {
  const kind = (each: AddressKind) => ({
    id: `kind-${each}`,
    value: each,
    label: addressLabels[each],
    details: [],
    checked: each === address.kind,
  });
  return {
    open: ['kind', 'value'].some((id) => problems.has(id)),
    kinds: { ...choice('kind', 'De quelle sorte', problems), options: addressKinds.map(kind) },
    fields: [
      textField(
        {
          id: 'value',
          label: 'L’adresse ou le numéro',
          kind: 'textarea',
          rows: 2,
          value: address.value,
          hint: 'Reste au bureau.',
        },
        problems,
      ),
      textField(
        { id: 'holder', label: 'Qui répond à cette adresse (facultatif)', hint: 'Un nom, une fonction.', value: address.holder },
        problems,
      ),
    ],
    lists: movement.lists.length > 1 ? listChoice(movement, address.liste) : null,
  };
}

function listChoice({ lists }: AskedMovement, chosen: string): SelectField {
  const options = lists.map(({ key, race, round, panel }) => ({
    value: key,
    label: french([race, `panneau ${panel}`, round === 2 ? 'second tour' : ''].filter(Boolean).join(', ')),
    selected: key === chosen,
  }));
  const all = { value: '', label: 'Tout le mouvement', selected: chosen === '' };
  return { id: 'liste', label: 'Pour quelle liste', hint: '', error: '', options: [all, ...options] };
}

function choice(id: string, label: string, problems: Problems) {
  return { id, name: id, label: french(label), hint: '', error: french(problems.get(id) ?? '') };
}
