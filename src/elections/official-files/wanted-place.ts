/** One town and one election: all that the desk wants of a file. */
export interface WantedPlace {
  electionId: string;
  /** The year a table may call that election by. */
  year: string;
  communeCode: string;
  communeName: string;
}
