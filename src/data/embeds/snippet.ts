import { escapeHtml } from '../../lib/html.ts';
import { addressOf, type Place } from '../place/place.ts';

/** How high a frame is until it tells its height itself, by what it shows. */
export function usualHeight({ path }: Place): number {
  return path === '' || path.startsWith('/secteurs/') ? 760 : 460;
}

/** What is copied into another site's page: a frame that works by itself, then the script that fits its height. */
export function snippetOf(
  place: Place,
  title: string,
  origin: string,
  size = { width: '100%', height: usualHeight(place) },
): string {
  const measures = `width="${size.width}" height="${size.height}"`;
  const source = escapeHtml(origin + addressOf(place, '/integrer'));
  return [
    `<iframe src="${source}" title="${escapeHtml(title)}" ${measures} loading="lazy" style="border:0" data-parole-tenue></iframe>`,
    `<script src="${escapeHtml(origin)}/integrer/cadres.js" async></script>`,
  ].join('\n');
}
