import { labels } from '../positions/labels.ts';
import type { NotNow } from './reminders.ts';
import type { AddressKind, LetterKind, Outcome, Purpose } from './vocabulary.ts';

/** The vocabulary of asking in the words of the desk. */

export const { channel: channelLabels } = labels.fr;

export const outcomeLabels: Record<Outcome, string> = {
  sending: 'Envoi interrompu : on ne sait pas s’il est parti',
  sent: 'Sollicitée',
  not_reached: 'Personne n’a pu être joint',
  promised: 'A promis de répondre',
  bounced: 'Message revenu : l’adresse n’existe pas',
  failed: 'N’est pas parti',
  answered: 'A répondu',
  declined: 'A refusé de répondre',
};

export const purposeLabels: Record<Purpose, string> = { letter: 'lettre', reminder: 'relance', talk: 'échange' };

export const letterLabels: Record<LetterKind, string> = { letter: 'La lettre', reminder: 'La relance' };

export const addressLabels: Record<AddressKind, string> = {
  email: 'Adresse électronique',
  post: 'Adresse postale',
  phone: 'Téléphone',
  social_network: 'Réseau social',
};

export const notNowLabels: Record<NotNow['because'], string> = {
  answered: 'a répondu',
  declined: 'a refusé de répondre',
  on_its_way: 'un envoi a été interrompu : dites d’abord, sur sa page, s’il est parti',
  already_written: 'a déjà reçu la lettre',
  never_asked: 'n’a encore rien reçu : envoyez d’abord la lettre',
  too_soon: 'relancée trop récemment',
};
