import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Authorized } from '../accounts/can.ts';
import { HeldBatch, openImports } from '../campaigns/imports.service.ts';
import { type EditedCampaign, openOpening } from '../campaigns/opening.service.ts';
import { WrongFile } from '../elections/official-files/wrong-file.ts';
import type { Services } from '../web/services.ts';
import { discard, placeFor, type Upload } from '../web/upload.ts';
import type { openDeskRoutes, PersonsVisit } from './desk-routes.ts';
import { readSending, typedText } from './form-page.ts';
import { heldInWords, presentImport, presentImports, type TypedImport, tableHeader } from './imports.presenter.ts';
import { links } from './links.ts';
import { formOf } from './settings.routes.ts';

const typedImport = z.object({ tour: z.enum(['', '1', '2']).catch(''), tableau: typedText });

/** The Ministry's candidates of 2026 are 144 MB. */
const largest = 200 * 1024 * 1024;

/** Lists from a file or a table: read, looked at, applied as one batch, taken back. */
export function registerImports(desk: Awaited<ReturnType<typeof openDeskRoutes>>, { database, clock }: Services): void {
  const opening = openOpening(database, clock);
  const imports = openImports(database, clock);
  const base = '/bureau/campagnes/:slug/imports';
  const find = ({ person, params }: PersonsVisit) => opening.findEdited(person, params.slug ?? '');
  const idOf = ({ params }: PersonsVisit) => (/^\d{1,12}$/.test(params.id ?? '') ? Number(params.id) : 0);

  desk.person('GET', base, 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    return campaign ? showAll(visit, campaign, { tour: '', tableau: '' }) : visit.notFound();
  });

  desk.person('GET', `${base}/modele.csv`, 'campaigns:edit', (visit) => {
    if (!find(visit)) return visit.notFound();
    return visit.reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="listes.csv"')
      .send(`${tableHeader}\n`);
  });

  desk.upload(base, { ability: 'campaigns:edit', maxBytes: largest }, async (visit, upload) => {
    const campaign = find(visit);
    if (!campaign) return visit.notFound();
    const typed = typedImport.parse(visit.body ?? {});
    if (upload?.tooLarge) return showAll(visit, campaign, typed, 'fichier', 'Ce fichier dépasse 200 Mo : ce n’est pas le bon.');
    const table = typed.tableau === tableHeader ? '' : typed.tableau;
    if (!upload && table === '')
      return showAll(visit, campaign, typed, 'fichier', 'Choisissez un fichier, ou collez un tableau.');
    return read(visit, campaign, typed, upload);
  });

  async function read(visit: PersonsVisit, campaign: Authorized<EditedCampaign>, typed: TypedImport, upload: Upload | null) {
    const file = upload ?? (await tableFile(typed.tableau));
    const round = typed.tour === '' ? null : typed.tour === '1' ? 1 : 2;
    try {
      const id = await imports.read(campaign, file, round);
      return visit.go(`${links.imports(campaign.thing.slug, String(id))}?fait=import-lu`);
    } catch (error) {
      if (!(error instanceof WrongFile)) throw error;
      return showAll(visit, campaign, typed, upload ? 'fichier' : 'tableau', deskWords(error.message));
    } finally {
      if (!upload) await discard(file);
    }
  }

  desk.person('GET', `${base}/:id`, 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    return campaign ? showOne(visit, campaign) : visit.notFound();
  });

  desk.person('POST', `${base}/:id/application`, 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    if (!campaign) return visit.notFound();
    const outcome = imports.apply(campaign, idOf(visit), readSending(visit.body).key);
    if ('done' in outcome) return visit.go(`${links.imports(campaign.thing.slug, outcome.done)}?fait=import-applique`);
    return showOne(visit, campaign, 'Cet import est déjà appliqué ou annulé.');
  });

  desk.person('POST', `${base}/:id/annulation`, 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    if (!campaign) return visit.notFound();
    try {
      const outcome = imports.undo(campaign, idOf(visit), readSending(visit.body).key);
      if ('done' in outcome) return visit.go(`${links.imports(campaign.thing.slug, outcome.done)}?fait=import-annule`);
      return showOne(visit, campaign, 'held' in outcome ? heldInWords(outcome.held) : 'Cet import n’est pas appliqué.');
    } catch (error) {
      if (error instanceof HeldBatch) return showOne(visit, campaign, heldInWords(error.held));
      throw error;
    }
  });

  function showAll(visit: PersonsVisit, campaign: Authorized<EditedCampaign>, typed: TypedImport, field = '', refusal = '') {
    const form = { ...formOf(visit, campaign), problems: new Map(refusal ? [[field, refusal]] : []) };
    return visit.show('desk/imports', presentImports(form, imports.listBatches(campaign), typed), refusal ? 422 : 200);
  }

  function showOne(visit: PersonsVisit, campaign: Authorized<EditedCampaign>, refusal = '') {
    const found = imports.findBatch(campaign, idOf(visit));
    if (!found) return visit.notFound();
    const form = { ...formOf(visit, campaign), problems: new Map(refusal ? [['contenu', refusal]] : []) };
    return visit.show('desk/import', presentImport(form, found), refusal ? 409 : 200);
  }
}

/** A pasted table goes the way of a file: the same readers, the same words. */
async function tableFile(table: string): Promise<Upload> {
  const file = await placeFor('Tableau collé');
  await writeFile(file.path, `${table}\n`);
  return file;
}

/** The readers speak to whoever runs the import from a terminal, too. */
function deskWords(message: string): string {
  return message
    .replace('ajoutez --tour 1 ou --tour 2', 'choisissez le tour ci-dessous')
    .replace('voyez npm run import -- --help', 'voyez le modèle ci-dessous');
}
