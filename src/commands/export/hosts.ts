import type { Config } from '../../config.ts';
import { securityHeaders } from '../../web/security.ts';

/**
 * The headers that the server would send, for hosts that read `_headers` (Netlify, Cloudflare Pages and others). Some of them join what
 * two rules say, and two policies would both hold: so no rule for everything, but one for each folder at the top, and frames apart.
 */
export function headersFile(config: Pick<Config, 'NODE_ENV'>, folders: readonly string[], formsGoTo: string | null): string {
  const always = Object.entries(headersOf(config, formsGoTo)).filter(([name]) => name !== resourcePolicy);
  const framed = always.map(([name, value]): [string, string] => [name, name === policy ? framedByAll(value) : value]);
  const kept = [...always.map(([name, value]): [string, string] => [name, name === policy ? sandbox : value]), asFile];
  const own = new Map([
    ['/integrer/*', framed],
    ['/pieces/*', kept],
  ]);
  const blocks: [string, [string, string][]][] = [
    ...rulesFor(folders).map((path): [string, [string, string][]] => [path, own.get(path) ?? always]),
    ...['csv', 'json', 'xlsx', 'ods', 'zip', 'atom', 'png', 'svg', 'bib', 'ris'].map((ending): [string, [string, string][]] => [
      `/*.${ending}`,
      [['access-control-allow-origin', '*']],
    ]),
    ['/*.atom', [['content-type', 'application/atom+xml; charset=utf-8']]],
  ];
  return blocks.map(([path, headers]) => `${path}\n${headers.map(lineOf).join('\n')}\n`).join('\n');
}

const policy = 'content-security-policy';
/** Nothing in a document may run, load or look like a page of ours. */
const sandbox = "sandbox; default-src 'none'";
const asFile: [string, string] = ['content-disposition', 'attachment'];
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
  return `DirectoryIndex index.html index.json
RedirectMatch 404 /\\.export/
AddType application/atom+xml .atom
AddType application/x-bibtex .bib
AddType application/x-research-info-systems .ris
AddCharset utf-8 .html .css .js .json .csv .txt .svg .atom .xml .bib .ris
<IfModule mod_headers.c>
${headers.join('\n')}
  <If "%{REQUEST_URI} =~ m#/integrer/#">
    Header set content-security-policy "${framed}"
    Header set cross-origin-resource-policy "cross-origin"
  </If>
  <If "%{REQUEST_URI} =~ m#/pieces/#">
    ForceType application/octet-stream
    Header set content-security-policy "${sandbox}"
    Header set ${asFile.join(' ')}
  </If>
  <FilesMatch "\\.(csv|json|xlsx|ods|zip|atom|png|svg|bib|ris)(\\.br|\\.gz)?$">
    Header set access-control-allow-origin "*"
    Header set cross-origin-resource-policy "cross-origin"
  </FilesMatch>
  <FilesMatch "\\.(html|css|js|json|csv|txt|svg|xml|atom|bib|ris)(\\.br|\\.gz)?$">
    Header merge vary "Accept-Encoding"
  </FilesMatch>
  <IfModule mod_rewrite.c>
    RewriteEngine On
    RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
    RewriteCond %{REQUEST_FILENAME}.br -f
    RewriteRule ^(.+)$ $1.br [L]
    RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
    RewriteCond %{REQUEST_FILENAME}.gz -f
    RewriteRule ^(.+)$ $1.gz [L]
    <FilesMatch "\\.br$">
      # What is packed is not packed again.
      SetEnv no-gzip 1
      SetEnv no-brotli 1
      Header set content-encoding br
      RemoveLanguage .br
    </FilesMatch>
    <FilesMatch "\\.gz$">
      SetEnv no-gzip 1
      SetEnv no-brotli 1
      Header set content-encoding gzip
      RemoveType .gz
      RemoveEncoding .gz
    </FilesMatch>
  </IfModule>
</IfModule>
`;
}

const lineOf = ([name, value]: [string, string]): string => `  ${name}: ${value}`;
