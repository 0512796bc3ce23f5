/** Things to know before going on: why it came back, what is already published, what someone else saved. */
export interface Notice {
  heading: string;
  lines: { term: string; text: string }[];
}
