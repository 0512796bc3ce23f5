import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** A host of plain files that knows nothing of us: the index of a folder, types by their endings, and what the folder's `_headers` says. */
export async function serveFolder(folder: string) {
  const rules = readRules(readFileSync(join(folder, '_headers'), 'utf8'));

  function answer({ url = '/' }: IncomingMessage, response: ServerResponse): void {
    const path = decodeURIComponent(new URL(url, 'http://host').pathname);
    const file = join(folder, path);
    const isFolder = statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
    if (isFolder && !path.endsWith('/')) return void response.writeHead(301, { location: `${path}/` }).end();
    const named = isFolder ? join(file, 'index.html') : file;
    if (!statSync(named, { throwIfNoEntry: false })?.isFile()) return void response.writeHead(404).end('404');
    const type = types[extname(named)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, ...headersFor(rules, path) }).end(readFileSync(named));
  }

  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    base: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

interface Rule {
  path: RegExp;
  headers: [name: string, value: string][];
}

function readRules(text: string): Rule[] {
  return text.split('\n\n').map((block) => {
    const [path = '', ...lines] = block.trim().split('\n');
    const headers = lines.map((line): [string, string] => {
      const [name = '', ...value] = line.split(':');
      return [name.trim(), value.join(':').trim()];
    });
    return { path: new RegExp(`^${path.split('*').map(RegExp.escape).join('.*')}$`), headers };
  });
}

/** Every rule that fits holds, as on the hosts that read such a file: a later one that says the same header adds to it. */
function headersFor(rules: readonly Rule[], path: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of rules.filter((rule) => rule.path.test(path)).flatMap((rule) => rule.headers)) {
    headers[name] = headers[name] ? `${headers[name]}, ${value}` : value;
  }
  return headers;
}
