import type { Config } from '../../config.ts';
import { framedAnywhere, securityHeaders } from '../../web/security.ts';

/**
 * The headers that the server would send, for hosts that read `_headers` (Netlify, Cloudflare Pages and others). Some of them join what
 * two rules say, and two policies would both hold: so no rule for everything, but one for each folder at the top, and frames apart.
 */
export function headersFile(config: Pick<Config, 'NODE_ENV'>, files: readonly string[]): string {
  const always = Object.entries(securityHeaders(config)).filter(([name]) => name !== resourcePolicy);
  const framed = always.map(([name, value]): [string, string] => [name, name === policy ? framedAnywhere[policy] : value]);
  const blocks: [string, [string, string][]][] = [
    ...rulesFor(files).map((path): [string, [string, string][]] => [path, path === '/integrer/*' ? framed : always]),
    ...['csv', 'json', 'xlsx', 'ods', 'zip', 'atom', 'png', 'svg'].map((ending): [string, [string, string][]] => [
      `/*.${ending}`,
      [['access-control-allow-origin', '*']],
    ]),
    ...rulesFor(files)
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

/** `/marseille-2020/*` for what stands in a folder, `/` for the page at the top. */
function rulesFor(files: readonly string[]): string[] {
  const folders = new Set(files.filter((file) => file.includes('/')).map((file) => `/${file.split('/')[0]}/*`));
  return ['/', ...[...folders].sort()];
}

/** The same for Apache, with the precompressed forms served when the browser takes them. */
export function htaccess(config: Pick<Config, 'NODE_ENV'>): string {
  const headers = Object.entries(securityHeaders(config)).map(([name, value]) => `  Header set ${name} "${value}"`);
  const framed = framedAnywhere['content-security-policy'];
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
