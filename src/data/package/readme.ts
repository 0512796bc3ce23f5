import { dayIn, frenchDate } from '../../lib/dates.ts';
import { licence } from '../files/json.ts';
import { basisWords, type Codes, silenceWords, stanceWords } from '../tables/codes.ts';
import type { Dossier } from '../tables/table.ts';
import { schemaVersion, tables } from '../tables/tables.ts';
import { dataWords } from '../words/data.ts';

/** The first file that someone opens: what it is, under which licence, from where, as of when (Licence Ouverte 2.0 asks for the last two). */
export function readmeOf({ state: { campaign, edition }, publicUrl }: Dossier): string {
  const day = frenchDate(dayIn(edition.publishedAt, campaign.timeZone));
  const page = `${publicUrl}/${campaign.slug}/editions/${edition.number}`;
  return `# ${campaign.title}

${campaign.fictional ? '**Exemple fictif : cette commune, ces listes et ces positions sont inventées.**\n\n' : ''}Ce que chaque liste a répondu à chaque demande d’une lettre ouverte (${campaign.town}, ${campaign.election.name}), avec la preuve.

- Source : Parole tenue, ${page}
- Dernière mise à jour : ${day} (édition ${edition.number})
- Empreinte de cette édition (SHA-256) : \`${edition.hash}\`
- Licence : ${licence.name}, ${licence.url} (citer la source et la date de dernière mise à jour)
- Version du schéma : ${schemaVersion}. Un nom de colonne ou un code n’est jamais renommé ni changé de sens.

## Fichiers

${tables.map(({ name, title, about }) => `- \`data/${name}.csv\` : ${title.fr}. ${about.fr}`).join('\n')}
- \`datapackage.json\` : chaque colonne et chaque code, en mots (Frictionless Data Package et Table Schema)
- \`popolo.json\` : mouvements, listes et têtes de liste, au format Popolo
- \`registre.json\` : le registre lui-même, tout ce qui a jamais été publié, tel qu’il a été scellé
- \`verifier.mjs\` : vérifie le registre par lui-même, sans dépendance et sans réseau
- \`SHA256SUMS\` : l’empreinte de chaque fichier (\`sha256sum -c SHA256SUMS\`)

UTF-8, virgules, lignes CRLF. Un texte qui commence comme une formule est précédé d’une apostrophe.

## ${dataWords.fr.reading}

${dataWords.fr.hints.map((hint) => `- ${hint}`).join('\n')}

## Les codes

${codesTable('stance', { fr: { ...stanceWords.fr, ...silenceWords.fr }, en: { ...stanceWords.en, ...silenceWords.en } })}

${codesTable('basis', basisWords)}

Tous les autres codes sont dans \`datapackage.json\`.

## Vérifier

    node verifier.mjs registre.json --pin ${edition.number}:${edition.hash}

Comparez l’empreinte avec une autre trouvée ailleurs (un courriel, une page imprimée, une archive) : c’est la seule façon de voir un
registre réécrit jusqu’au bout. Si une édition plus récente a masqué un texte de celle-ci, le programme dit laquelle, et quelle empreinte
le confirme.

## In English

What each list answered to each demand of an open letter, with its proof. Licence Ouverte 2.0: cite the source and the date of the last
update. Every column and code is described in \`datapackage.json\`, in French with English beside (\`description:en\`, \`label:en\`).

### Files

${tables.map(({ name, title, about }) => `- \`data/${name}.csv\`: ${title.en}. ${about.en}`).join('\n')}

### ${dataWords.en.reading}

${dataWords.en.hints.map((hint) => `- ${hint}`).join('\n')}

### Check

\`node verifier.mjs registre.json --lang en --pin ${edition.number}:${edition.hash}\` recomputes every fingerprint, by itself and offline.
Compare the fingerprint with one found elsewhere: only that shows a register rewritten to its end.
`;
}

/** Each code with its words, as a table that any reader of Markdown draws. */
function codesTable(column: string, words: Codes): string {
  const lines = Object.entries(words.fr).map(([code, label]) => `| \`${code}\` | ${label} | ${words.en[code] ?? ''} |`);
  return [`| \`${column}\` | En français | In English |`, '|---|---|---|', ...lines].join('\n');
}
