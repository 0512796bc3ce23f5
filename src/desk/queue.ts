/** Things that wait for the same reason, each with its way. */
export interface Queue {
  heading: string;
  items: { id: string; href: string; label: string; detail: string }[];
}
