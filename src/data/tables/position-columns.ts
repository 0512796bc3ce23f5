import { basisWords, contactWords, lifecycleWords, silenceWords, stanceWords } from './codes.ts';
import * as column from './column.ts';
import { stampColumns } from './stamp.ts';

export const positionColumns = {
  ...stampColumns,
  cell: column.text('La case du tableau : ce qui rend la ligne unique', 'The cell of the scoreboard: what makes the row unique'),
  movement: column.text('Le mouvement (movements.movement)', 'The movement (movements.movement)'),
  movement_name: column.text('Le nom du mouvement', 'The movement’s name'),
  list: column.optionalText(
    'La liste, sur une ligne qui parle d’une liste (lists.list) ; vide quand la ligne parle de tout le mouvement',
    'The list, on a row about one list (lists.list); empty when the row is about the whole movement',
  ),
  list_label: column.optionalText('Le libellé de la liste', 'The list’s label'),
  race: column.optionalText('Le scrutin de la liste', 'The list’s ballot'),
  round: column.optionalInteger('Le tour de la liste', 'The list’s round'),
  panel: column.optionalInteger('Le numéro de panneau de la liste', 'The list’s panel number'),
  demand: column.text('La demande (demands.demand)', 'The demand (demands.demand)'),
  demand_title: column.text('La demande, en bref', 'The demand in short'),
  stance: column.codeOrAbsence(
    stanceWords,
    silenceWords,
    'Ce qui a été dit ; ou quel silence. Jamais vide : un silence n’est ni un refus ni un zéro',
    'What was said; or which silence. Never empty: a silence is neither a refusal nor a zero',
  ),
  stance_label: column.text('Le même en mots, en français', 'The same in words, in French'),
  contact_status: column.code(contactWords, 'Ce qu’est devenue la sollicitation', 'What became of our asking'),
  basis: column.optionalCode(basisWords, 'Sur quoi repose le codage', 'What the coding rests on'),
  declared: column.optionalTruth(
    'Vrai quand la liste l’a elle-même signé ; faux quand la campagne l’a déduit',
    'True when the list signed it itself; false when the campaign inferred it',
  ),
  lifecycle: column.optionalCode(lifecycleWords, 'Où en est l’entrée dans le temps', 'Where the entry stands in time'),
  own: column.optionalTruth(
    'Sur une ligne de liste : vrai quand la position est la sienne, faux quand c’est celle de son mouvement',
    'On a list’s row: true when the position is its own, false when it is its movement’s',
  ),
  to_confirm: column.optionalTruth(
    'Vrai après une fusion tant que rien ne l’a confirmée : montrée, pas comptée',
    'True after a merger until confirmed: shown, not counted',
  ),
  speaker: column.optionalText('Qui l’a dit', 'Who said it'),
  said_on: column.optionalPartialDate('Quand : AAAA, AAAA-MM ou AAAA-MM-JJ', 'When: YYYY, YYYY-MM or YYYY-MM-DD'),
  summary: column.optionalText('Ce qui a été dit, dans les mots de la campagne', 'What was said, in the campaign’s words'),
  quote: column.optionalText('Ce qui a été dit, à la lettre', 'What was said, to the letter'),
  condition: column.optionalText('La condition ou la réserve', 'The condition or the shortfall'),
  reported_by: column.optionalText('Qui le rapporte', 'Who reports it'),
  source_url: column.optionalAddress('La première source (toutes : sources)', 'The first source (all of them: sources)'),
  source_title: column.optionalText('Son titre', 'Its title'),
  source_publisher: column.optionalText('Son éditeur', 'Its publisher'),
  source_published_on: column.optionalPartialDate('Sa date', 'Its date'),
  entry: column.optionalText('L’entrée du registre : édition.rang', 'The entry of the register: edition.rank'),
  entry_hash: column.optionalText('Son empreinte SHA-256', 'Its SHA-256 fingerprint'),
  url: column.address('La page de cette case, à cette édition', 'The page of this cell, at this edition'),
};

export type PositionRow = { [K in keyof typeof positionColumns]: (typeof positionColumns)[K]['_zod']['output'] };
