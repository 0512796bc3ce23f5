import type { Config } from '../../config.ts';
import { securityHeaders } from '../../web/security.ts';

/**
 * The headers that the server would send, for hosts that read `_headers` (Netlify, Cloudflare Pages and others). Some of them join what
 * two rules say, and two policies would both hold: so no rule for everything, but one for each folder at the top, and frames apart.
 */
export function headersFile(config: Pick<Config, 'NODE_ENV'>, folders: readonly string[], formsGoTo: string | null): string {
  const always = Object.entries(headersOf(config, formsGoTo)).filter(([name]) => name !== resourcePolicy);
  const framed = always.map(([name, value]): [string, string] => [name, name === policy ? framedByAll(value) : value]);
  const blocks: [string, [string, string][]][] = [
    ...rulesFor(folders).map((path): [string, [string, string][]] => [path, path === '/integrer/*' ? framed : always]),
    ...['csv', 'json', 'xlsx', 'ods', 'zip', 'atom', 'png', 'svg'].map((ending): [string, [string, string][]] => [
      `/*.${ending}`,
      [['access-control-allow-origin', '*']],
    ]),
    ...rulesFor(folders)
      .filter((path) => !/^\/(?:(?:assets|integrer|images|api|en)\/\*)?$/.test(path))
      .flatMap((path) => [path, `/en${path}`])
      .map((path): [string, [string, string][]] => [path.replace('*', 'editions/*'), [['cache-control', immutable]]]),
    ['/*.atom', [['content-type', 'application/atom+xml; charset=utf-8']]],
  ];
  return blocks.map(([path, headers]) => `${path}\n${headers.map(lineOf).join('\n')}\n`).join('\n');
}

const immutable = 'public, max-age=31536000, immutable';
const policy = 'content-security-policy';
const resourcePolicy = 'cross-origin-resource-policy';

/** Forms that only the server answers are sent to it, from wherever the copy stands. */
function headersOf(config: Pick<Config, 'NODE_ENV'>, formsGoTo: string | null): Record<string, string> {
  const headers = { ...securityHeaders(config) };
  const own = headers[policy] ?? '';
  return formsGoTo
    ? { ...headers, [policy]: own.replace("form-action 'self'", `form-action 'self' ${new URL(formsGoTo).origin}`) }
    : headers;
}

const framedByAll = (own: string): string => own.replace("frame-ancestors 'none'", 'frame-ancestors *');

/** `/marseille-2020/*` for what stands in a folder, `/` for the page at the top. */
function rulesFor(folders: readonly string[]): string[] {
  return ['/', ...folders.map((folder) => `/${folder}/*`).sort()];
}

/** The same for Apache, with the precompressed forms served when the browser takes them. */
export function htaccess(config: Pick<Config, 'NODE_ENV'>, formsGoTo: string | null): string {
  const always = headersOf(config, formsGoTo);
  const headers = Object.entries(always).map(([name, value]) => `  Header set ${name} "${value}"`);
  const framed = framedByAll(always[policy] ?? '');
  return `<IfModule mod_headers.c>
${headers.join('\n')}
  <If "%{REQUEST_URI} =~ m#/integrer/#">
    Header set content-security-policy "${framed}"
  </If>
  <FilesMatch "\\.(csv|json|xlsx|ods|zip|atom|png|svg)$">
    Header set access-control-allow-origin "*"
    Header set cross-origin-resource-policy "cross-origin"
  </FilesMatch>
</IfModule>
AddType application/atom+xml .atom
AddCharset utf-8 .html .css .js .json .csv .txt .svg .atom .xml
<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteCond %{HTTP:Accept-Encoding} br
  RewriteCond %{REQUEST_FILENAME}.br -f
  RewriteRule ^(.+)$ $1.br [L]
</IfModule>
<FilesMatch "\\.br$">
  Header set content-encoding br
  RemoveLanguage .br
</FilesMatch>
`;
}

const lineOf = ([name, value]: [string, string]): string => `  ${name}: ${value}`;
