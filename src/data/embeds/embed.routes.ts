import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { pathOfSubject } from '../../standings/page-subject.ts';
import { absenceOf } from '../../web/absent.ts';
import { assets } from '../../web/assets.ts';
import { sendErrorPage } from '../../web/errors.ts';
import { framedAnywhere } from '../../web/security.ts';
import type { Services } from '../../web/services.ts';
import { siteAddress, viewOf } from '../../web/view.ts';
import { render } from '../../web/views.ts';
import { openDossiers } from '../files/dossiers.ts';
import { keepFiles } from '../files/kept-files.ts';
import { openToAll, sendFile } from '../files/send-file.ts';
import { addressOf, type Place, readPlace } from '../place/place.ts';
import { presentEmbed } from './embed.presenter.ts';
import { presentGoneFrame } from './gone-frame.presenter.ts';
import { oembedOf, oembedXml } from './oembed.ts';

interface EmbedRequest {
  Params: { '*': string };
}

/** What makes no sense as a size is as if it were not said. */
const pixels = z.coerce.number().int().min(1).max(4000).optional().catch(undefined);
const asked = z.object({
  url: z.url({ protocol: /^https?$/ }),
  format: z.string().default('json'),
  maxwidth: pixels,
  maxheight: pixels,
});

/** Frames for other sites' pages, at `/integrer/` + a page's address; and oEmbed, which gives them to programs. */
export function registerEmbeds(app: FastifyInstance, services: Services): void {
  const { standings, config } = services;
  const dossiers = openDossiers(services);
  const kept = keepFiles(services.keeps);

  function pageOf(place: Place | null) {
    const found = place && dossiers.find(place.campaign, place.edition);
    const newest = place && standings.find(place.campaign);
    const page = place && found && newest && presentEmbed(found.dossier.state, newest, place, config.publicUrl);
    return page && found ? { page, found, place } : null;
  }

  /** The frame of what was withdrawn says so where it stands; one under an old name goes on under the new. */
  async function sendAbsentFrame(reply: FastifyReply, place: Place | null): Promise<FastifyReply> {
    const found = place && dossiers.find(place.campaign, place.edition);
    if (!place || !found) return sendErrorPage(app, reply, 404);
    const { state } = found.dossier;
    const heldAt = place.edition === undefined ? null : state.edition.number;
    const view = viewOf(state, { ...place, heldAt, site: siteAddress(config) });
    const absence = absenceOf(view);
    if (!absence) return sendErrorPage(app, reply, 404);
    reply.headers({ ...openToAll, ...framedAnywhere, 'cache-control': 'public, max-age=60' });
    if ('movedTo' in absence) {
      return reply.redirect(addressOf({ ...place, path: pathOfSubject(absence.movedTo) }, '/integrer'), 301);
    }
    const html = await render(app, 'data/embed-gone', presentGoneFrame(view, absence.gone));
    return reply.code(410).type('text/html; charset=utf-8').send(html);
  }

  app.get<EmbedRequest>('/integrer/*', (request: FastifyRequest<EmbedRequest>, reply: FastifyReply) => {
    const place = readPlace(request.params['*']);
    const shown = pageOf(place);
    if (!shown) return sendAbsentFrame(reply, place);
    const version = `${shown.found.version} ${addressOf(shown.place, '/integrer')}`;
    return sendFile(request, reply, {
      type: 'text/html; charset=utf-8',
      version,
      // A frozen frame says how much has changed since: it is never kept for ever.
      freshness: 'living',
      saveAs: null,
      compress: true,
      headers: framedAnywhere,
      body: () => kept.get(version, async () => Buffer.from(await render(app, 'data/embed', shown.page))),
    });
  });

  app.get('/integrer/cadres.js', (_request, reply) => {
    const script = assets.get('js/frames.js');
    return reply
      .headers({ ...openToAll, 'cache-control': 'public, max-age=3600' })
      .type('text/javascript; charset=utf-8')
      .send(script?.plain ?? '');
  });

  app.get('/oembed', (request, reply) => {
    const { success, data } = asked.safeParse(request.query);
    const shown = success && data.url.startsWith(`${config.publicUrl}/`) ? pageOf(placeAt(data.url)) : null;
    if (!success || !shown) return sendErrorPage(app, reply, 404);
    if (data.format !== 'json' && data.format !== 'xml')
      return sendErrorPage(app, reply, 501, 'oEmbed : format=json, format=xml.');
    const answer = oembedOf(shown, config.publicUrl, { width: data.maxwidth, height: data.maxheight });
    reply.headers({ ...openToAll, 'cache-control': 'public, max-age=3600' });
    return data.format === 'xml' ? reply.type('text/xml; charset=utf-8').send(oembedXml(answer)) : reply.send(answer);
  });
}

/** From a page's whole address to the place it names; decoded, as a route gives it. */
function placeAt(url: string): Place | null {
  try {
    return readPlace(decodeURIComponent(new URL(url).pathname.slice(1).replace(/\/$/, '')));
  } catch {
    return null;
  }
}
