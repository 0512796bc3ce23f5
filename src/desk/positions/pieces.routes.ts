import { readFile } from 'node:fs/promises';
import type { EvidenceOutcome } from '../../positions/evidence.service.ts';
import { isPublicByDefault, largestEvidence } from '../../positions/evidence.ts';
import { evidenceLabel, evidenceWords } from '../../positions/evidence-labels.ts';
import { sendPiece } from '../../web/pieces.ts';
import type { Upload } from '../../web/upload.ts';
import { links } from '../links.ts';
import type { DeskRoutes, PositionDesk } from './desk-services.ts';
import type { TypedSource } from './source-form.ts';

/** A document that came with the form itself, where no script sent it before, goes to the first source that has none. */
export async function withUpload(
  desk: PositionDesk,
  bringer: Bringer,
  sources: readonly TypedSource[],
  upload: Upload | null,
): Promise<{ sources: TypedSource[]; problem: [string, string][] }> {
  const outcome = await keepUpload(desk, bringer, upload);
  if (!outcome) return { sources: [...sources], problem: [] };
  if ('refused' in outcome) return { sources: [...sources], problem: [['document-1', evidenceWords[outcome.refused]]] };
  const { sha256: piece, type } = outcome.kept;
  const free = sources.findIndex((source) => source.piece === '');
  const place = Math.max(free, 0);
  const isPublic = isPublicByDefault(type);
  return { sources: sources.map((source, index) => (index === place ? { ...source, piece, isPublic } : source)), problem: [] };
}

interface Bringer {
  campaignId: number;
  personId: number;
}

/** Keeps what came with a form. Null when nothing did. */
async function keepUpload({ evidence }: PositionDesk, bringer: Bringer, upload: Upload | null): Promise<EvidenceOutcome | null> {
  if (!upload || (upload.size === 0 && !upload.fileName)) return null;
  if (upload.tooLarge) return { refused: 'too_large' };
  return evidence.keep(bringer, upload.fileName, await readFile(upload.path));
}

/** Documents at the desk: sent by the page while someone writes, and read back by whoever works on the campaign. */
export function registerPieces(routes: DeskRoutes, desk: PositionDesk): void {
  const { positions, evidence } = desk;

  routes.upload(
    '/bureau/campagnes/:slug/pieces',
    { ability: 'positions:write', maxBytes: largestEvidence },
    async ({ person, params, reply, notFound }, upload) => {
      const campaign = positions.findCampaign(person, params.slug ?? '')?.thing;
      if (!campaign) return notFound();
      const bringer = { campaignId: campaign.campaignId, personId: person.id };
      const outcome = (await keepUpload(desk, bringer, upload)) ?? { refused: 'empty' as const };
      if ('refused' in outcome) return reply.code(422).send({ text: evidenceWords[outcome.refused] });
      const { sha256, name, type, bytes } = outcome.kept;
      const label = `${name} (${evidenceLabel(type, bytes)})`;
      return reply.send({ sha256, label, href: links.piece(campaign.slug, sha256), isPublic: isPublicByDefault(type) });
    },
  );

  routes.person(
    'GET',
    '/bureau/campagnes/:slug/pieces/:sha256',
    'positions:write',
    async ({ person, params, reply, notFound }) => {
      const campaign = positions.findCampaign(person, params.slug ?? '')?.thing;
      const found = campaign && evidence.find(campaign.campaignId, params.sha256 ?? '');
      const content = found ? await evidence.read(found.sha256) : null;
      return found && content ? sendPiece(reply, found, content, 'private, no-store') : notFound();
    },
  );
}
