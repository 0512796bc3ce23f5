/** Where a ballot is held, told from the codes of an official file. */
export interface Place {
  communeCode: string;
  communeName: string;
  departement: string;
  raceCode: string;
  kind: 'commune' | 'sector';
  sectorNumber: number | null;
  raceName: string;
}

/** The longest name of a commune has 45 characters. */
const longestName = 100;

/**
 * The Ministry writes a place in many ways: `1` + `4` or `01` + `004` for 01004, `13` + `055SR01` for sector 1 of Marseille, `ZA` + `101`
 * for 97101, or the whole code at once. Returns null when it is none of these.
 */
export function readPlace(departement: string, code: string, name: string): Place | null {
  const [, base, sector] = /^([0-9AB]{1,5})(?:SR(\d{1,2}))?$/.exec(code.trim().toUpperCase()) ?? [];
  if (!base) return null;
  const communeCode = base.length === 5 ? base : inseeCode(departement.trim().toUpperCase(), base);
  if (!/^(?!00)(\d\d|2[AB])\d{3}$/.test(communeCode)) return null;
  const sectorNumber = sector ? Number(sector) : null;
  if (sectorNumber === 0) return null;
  const communeName = sectorNumber ? withoutSector(name.trim()) : name.trim();
  if (communeName === '' || communeName.length > longestName) return null;
  return {
    communeCode,
    communeName,
    departement: /^9[78]/.test(communeCode) ? communeCode.slice(0, 3) : communeCode.slice(0, 2),
    raceCode: sectorNumber ? `${communeCode}SR${String(sectorNumber).padStart(2, '0')}` : communeCode,
    kind: sectorNumber ? 'sector' : 'commune',
    sectorNumber,
    raceName: sectorNumber ? `Secteur ${sectorNumber}` : communeName,
  };
}

/** The Ministry's own letters for the départements and collectivités overseas whose communes start with 98 and not 97. */
const pacific = new Set(['ZN', 'ZP', 'ZW']);

function inseeCode(departement: string, base: string): string {
  if (/^Z[A-Z]$/.test(departement)) return `${pacific.has(departement) ? '98' : '97'}${base.padStart(3, '0')}`;
  if (departement.length === 3) return departement.slice(0, base.length <= 2 ? 3 : 2) + base.padStart(2, '0');
  return departement.padStart(2, '0') + base.padStart(3, '0');
}

function withoutSector(name: string): string {
  return name.replace(/\s+(?:secteur\s*\d+|\d+(?:er|e|ème)?\s+(?:secteur|arrondissement))$/i, '');
}
