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
