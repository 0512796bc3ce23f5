import type { FastifyInstance } from 'fastify';
import { openWorkQueue } from '../lib/work-queue.ts';
import type { Services } from '../web/services.ts';
import { registerApi } from './api/api.ts';
import { registerCitations } from './citations.routes.ts';
import { registerEmbeds } from './embeds/embed.routes.ts';
import { registerFeeds } from './feeds/feed.routes.ts';
import { registerChangesFiles } from './files/changes.routes.ts';
import { registerFiles } from './files/files.routes.ts';
import { openTextFiles, openWritingQueue } from './files/text-files.ts';
import { registerWithoutLanguage } from './files/without-language.routes.ts';
import { registerPackage } from './package/package.routes.ts';
import { registerPages } from './pages/pages.routes.ts';
import { registerPictures } from './pictures/pictures.routes.ts';
import { registerRegister } from './register/register.routes.ts';

/** Pictures, spreadsheets and archives that nobody asked for yet: two at a time leave the pages their share, whoever asks for them. */
const heavyWork = { atOnce: 2, waiting: 24 };

/** What may be taken away: files, the register, the interface for programs, what others place on their own pages. */
export async function registerData(app: FastifyInstance, services: Services): Promise<void> {
  const queue = openWorkQueue(heavyWork);
  const writing = openWritingQueue();
  const texts = openTextFiles(services.keeps, writing);
  registerChangesFiles(app, services, texts);
  registerFiles(app, services, queue, texts);
  registerWithoutLanguage(app);
  registerFeeds(app, services, texts);
  registerCitations(app, services);
  registerRegister(app, services, texts);
  registerPackage(app, services, queue, texts);
  registerPages(app, services);
  registerEmbeds(app, services);
  registerPictures(app, services, queue);
  await app.register(async (api) => registerApi(api, services, writing), { prefix: '/api/v1' });
}
