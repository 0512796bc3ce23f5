import type { ChainFault, FaultKind } from './verify.ts';

const labels: Record<FaultKind, string> = {
  edition_missing: 'elle manque',
  does_not_follow: 'elle ne suit pas celle d’avant (l’une des deux a été réécrite, ou une autre se trouvait entre elles)',
  empty: 'elle ne contient plus rien',
  entry_missing: 'une de ses entrées a été retirée',
  payload_changed: 'son contenu a été modifié',
  payload_not_canonical: 'son contenu n’est pas écrit en JSON canonique (RFC 8785)',
  payload_gone: 'son contenu a disparu et aucun masquage ne dit pourquoi',
  contents_changed: 'sa date, sa note, ou la liste de ses entrées n’est plus celle qui a été publiée',
  pin_missing: 'une empreinte en a été notée ailleurs, mais elle n’est pas dans cette chaîne',
  pin_differs: 'son empreinte n’est pas celle qui a été notée ailleurs',
};

/** One fault in words: which edition, which of its entries, and how. */
export function describeFault({ edition, entry, kind }: ChainFault): string {
  const where = entry ? `édition ${edition}, entrée ${entry.address} (${entry.kind} ${entry.subject})` : `édition ${edition}`;
  return `${where}\u00a0: ${labels[kind]}`;
}
