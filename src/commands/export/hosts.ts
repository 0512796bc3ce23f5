import type { Config } from '../../config.ts';
import { framedAnywhere, securityHeaders } from '../../web/security.ts';

/** The headers that the server would send, for hosts that read `_headers` (Netlify, Cloudflare Pages and others). */
export function headersFile(config: Pick<Config, 'NODE_ENV'>): string {
  const always = Object.entries(securityHeaders(config));
  const open = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
  const blocks: [string, [string, string][]][] = [
    ['/*', always],
    ['/integrer/*', Object.entries(framedAnywhere)],
    ...['/*.csv', '/*.json', '/*.xlsx', '/*.ods', '/*.zip', '/*.atom', '/images/*', '/integrer/cadres.js'].map(
      (path): [string, [string, string][]] => [path, Object.entries(open)],
    ),
    ['/*/editions/*', [['cache-control', 'public, max-age=31536000, immutable']]],
    ['/*.atom', [['content-type', 'application/atom+xml; charset=utf-8']]],
  ];
  return blocks.map(([path, headers]) => `${path}\n${headers.map(lineOf).join('\n')}\n`).join('\n');
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
