import { buildApp } from '../../src/app.ts';
import { openDataFolder } from '../../src/commands/open-data-folder.ts';
import { readConfig } from '../../src/config.ts';
import { answerTheBench } from './reporting.ts';

/** The real server, as in production, over the database of DATA_DIR. */
answerTheBench();
const config = readConfig({ ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'silent', PORT: '0' });
const app = await buildApp(config, openDataFolder(config));
process.send?.(await app.listen({ host: config.HOST, port: config.PORT }));
