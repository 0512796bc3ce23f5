/** Raised when a file as a whole cannot be used. Its message is one French sentence, for the person who gave the file. */
export class WrongFile extends Error {}
