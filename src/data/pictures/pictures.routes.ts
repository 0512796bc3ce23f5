import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../../lib/network.ts';
import type { WorkQueue } from '../../lib/work-queue.ts';
import type { PictureShape } from '../../pictures/picture.ts';
import { pictureOf, pngOf, svgOf } from '../../pictures/pictures.service.ts';
import { sendErrorPage } from '../../web/errors.ts';
import type { Services } from '../../web/services.ts';
import { sendAbsentFile } from '../files/absent-file.ts';
import { openDossiers } from '../files/dossiers.ts';
import { licence } from '../files/json.ts';
import { keepFiles } from '../files/kept-files.ts';
import { type PublicFile, sendFile } from '../files/send-file.ts';
import { addressOf, readPlace, subjectAt } from '../place/place.ts';

interface PictureRequest {
  Params: { '*': string };
}

const shapes: ReadonlyMap<string, PictureShape> = new Map([
  ['carte', 'card'],
  ['planche', 'sheet'],
]);

/**
 * `/images/` + a page's address + `/carte` or `/planche` + `.png`, `.svg`, or `.txt` for the words of it. As the newest edition has
 * it, or as an old one left it.
 */
export function registerPictures(app: FastifyInstance, services: Services, queue: WorkQueue): void {
  const dossiers = openDossiers(services);
  const kept = keepFiles(services.keeps, queue);
  const host = new URL(services.config.publicUrl).host;

  app.get<PictureRequest>('/images/*', async (request: FastifyRequest<PictureRequest>, reply: FastifyReply) => {
    const [, rest = '', name = '', ending = ''] = /^(.+)\/([a-z]+)\.(png|svg|txt)$/.exec(request.params['*']) ?? [];
    const place = readPlace(rest);
    const subject = place && subjectAt(place.path);
    const found = place && dossiers.find(place.campaign, place.edition);
    const shape = shapes.get(name);
    if (!subject || !found || !shape) return sendErrorPage(app, reply, 404);
    const { state } = found.dossier;
    const source = `${host}${addressOf({ ...place, path: '', edition: undefined })}`;
    const picture = pictureOf(state, { subject, shape, language: place.language, source });
    if (!picture) {
      const addressNow = (path: string) => `${addressOf({ ...place, path }, '/images')}/${name}.${ending}`;
      return sendAbsentFile(app, reply, services, { found, ...place }, addressNow);
    }
    const version = `${found.version} ${addressOf(place)} ${name}.${ending}`;
    const forms: Record<string, Pick<PublicFile, 'type' | 'compress' | 'body'>> = {
      png: { type: 'image/png', compress: false, body: () => kept.get(version, () => pngOf(picture), networkOf(request.ip)) },
      svg: {
        type: 'image/svg+xml; charset=utf-8',
        compress: true,
        body: () => kept.get(version, async () => Buffer.from(svgOf(picture)), networkOf(request.ip)),
      },
      txt: { type: 'text/plain; charset=utf-8', compress: true, body: () => `${picture.alt}\n` },
    };
    const form = forms[ending];
    if (!form) return sendErrorPage(app, reply, 404);
    const links = [`<${licence.url}>; rel="license"`];
    return sendFile(request, reply, { ...form, version, freshness: found.freshness, saveAs: null, links });
  });
}
