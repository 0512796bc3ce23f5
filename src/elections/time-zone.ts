/** Where clocks differ from those of Paris, by the first three digits of a commune's code. */
const overseas: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/St_Barthelemy',
  '978': 'America/Marigot',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea',
};

/** French Polynesia has three clocks: the Marquesas are half an hour ahead of Tahiti, the Gambier islands an hour. */
const islands: Readonly<Record<string, string>> = {
  '98718': 'Pacific/Marquesas',
  '98719': 'Pacific/Gambier',
  '98723': 'Pacific/Marquesas',
  '98731': 'Pacific/Marquesas',
  '98746': 'Pacific/Marquesas',
  '98756': 'Pacific/Marquesas',
  '98757': 'Pacific/Marquesas',
};

/** Every time zone a French commune may be in, Paris first. */
export const frenchTimeZones: readonly string[] = [
  ...new Set(['Europe/Paris', ...Object.values(overseas), ...Object.values(islands)]),
];

/** The IANA time zone of a commune, told from its INSEE code: the election freeze is counted by the clock of the town. */
export function timeZoneOf(communeCode: string): string {
  return islands[communeCode] ?? overseas[communeCode.slice(0, 3)] ?? 'Europe/Paris';
}

/** How a person calls it: « Saint-Barthélemy (UTC−4) ». Where clocks change in summer, both hours are told. */
export function timeZoneName(zone: string): string {
  return names[zone] ?? zone;
}

const names: Readonly<Record<string, string>> = {
  'Europe/Paris': 'Paris (UTC+1, UTC+2 en été)',
  'America/Guadeloupe': 'Guadeloupe (UTC−4)',
  'America/Martinique': 'Martinique (UTC−4)',
  'America/Cayenne': 'Guyane (UTC−3)',
  'Indian/Reunion': 'La Réunion (UTC+4)',
  'America/Miquelon': 'Saint-Pierre-et-Miquelon (UTC−3, UTC−2 en été)',
  'Indian/Mayotte': 'Mayotte (UTC+3)',
  'America/St_Barthelemy': 'Saint-Barthélemy (UTC−4)',
  'America/Marigot': 'Saint-Martin (UTC−4)',
  'Pacific/Wallis': 'Wallis-et-Futuna (UTC+12)',
  'Pacific/Tahiti': 'Tahiti, Polynésie française (UTC−10)',
  'Pacific/Noumea': 'Nouvelle-Calédonie (UTC+11)',
  'Pacific/Marquesas': 'Îles Marquises (UTC−9 h 30)',
  'Pacific/Gambier': 'Îles Gambier (UTC−9)',
};
