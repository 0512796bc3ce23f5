export interface Election {
  id: string;
  name: string;
  firstRoundOn: string;
  secondRoundOn: string | null;
}

export interface Commune {
  code: string;
  name: string;
  departement: string;
}

/** A part of a race that a voter knows by name: an arrondissement with its post code. */
export interface Area {
  code: string;
  name: string;
  postCode: string;
}

export interface Round {
  number: number;
  registered: number | null;
  voted: number | null;
  valid: number | null;
}

export interface NewRace {
  /** The campaign that it belongs to; null (or not said) for what official files say, which belongs to nobody. */
  campaignId?: number | null;
  electionId: string;
  communeCode: string;
  /** The official code: `13055` for a commune, `13055SR01` for a sector. */
  code: string;
  kind: 'commune' | 'sector';
  sectorNumber: number | null;
  name: string;
  areas: readonly Area[];
  rounds: readonly Round[];
}

/** The ballots of one campaign: of its election, in its commune, and of nobody else. */
export interface BallotsOwner {
  id: number;
  electionId: string;
  communeCode: string;
}

export interface Race extends Omit<NewRace, 'campaignId'> {
  id: number;
}

export interface NewList {
  raceId: number;
  round: number;
  panel: number;
  label: string;
  shortLabel: string | null;
  nuance: string | null;
  headFirstName: string | null;
  headLastName: string | null;
  votes: number | null;
  councilSeats: number | null;
  sectorSeats: number | null;
  intercommunalSeats: number | null;
}

export interface List extends NewList {
  id: number;
}

export interface Lineage {
  childListId: number;
  parentListId: number;
  kind: 'continues' | 'merges';
  source: string;
}
