import type { ContactStatus, Stance } from '../positions/stance.ts';

/** The colours of the site by day: a picture is printed and shared, it has no night. */
export const ink = {
  paper: '#fbf9f3',
  raised: '#ffffff',
  text: '#17173a',
  soft: '#50506b',
  line: '#cfcbbd',
  band: '#17173a',
  marker: '#ffd23f',
} as const;

const silent = '#5c5c6c';

/** The tone of an answer; never told by its tone alone. */
export const tones: Record<Stance | ContactStatus, string> = {
  commits: '#1b3fa8',
  commits_in_part: '#1b3fa8',
  unclear: '#555a66',
  refuses: '#9a3b06',
  contradicts: '#73227f',
  not_asked: silent,
  asked: silent,
  being_checked: silent,
  declined: silent,
  answered: silent,
};

/** The outlines of the site's icons, on a square of 24; `cut` is drawn in the paper's colour, `line` is stroked and not filled. */
const shapes: Record<Stance | ContactStatus, string> = {
  commits: '<circle cx="12" cy="12" r="11"/><path class="cut" d="m6.5 12.5 4 4 7.5-8.5"/>',
  commits_in_part: '<circle class="line" cx="12" cy="12" r="10"/><path d="M12 2a10 10 0 0 1 0 20z"/>',
  unclear:
    '<path d="M3 2h18a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-8l-6 5v-5H3a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2z"/><path class="cut" d="M6 11c2-4 4-4 6-1s4 3 6-1"/>',
  refuses: '<rect x="1" y="1" width="22" height="22" rx="2"/><path class="cut" d="M6 12h12"/>',
  contradicts: '<path d="M12 0 24 12 12 24 0 12z"/><path class="cut" d="M7.5 10h9M14 7.5l2.5 2.5M16.5 14.5h-9M10 17l-2.5-2.5"/>',
  not_asked: '<circle class="line" cx="12" cy="12" r="10" stroke-dasharray="3 3.3"/>',
  asked: '<circle class="line" cx="12" cy="12" r="10"/><path class="line" d="M7 12h.01M12 12h.01M17 12h.01"/>',
  being_checked: '<circle class="line" cx="10" cy="10" r="7.5"/><path class="line" d="m16 16 6 6"/>',
  declined: '<circle class="line" cx="12" cy="12" r="10"/><path class="line" d="m5 5 14 14"/>',
  answered: '<path class="line" d="M2 6h20v14H2zM2 6l10 8 10-8"/>',
};

/** One icon at a place, as wide as `size`. Attributes only: a picture carries no style of its own. */
export function icon(state: Stance | ContactStatus, x: number, y: number, size: number): string {
  const stroke = 'stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round" fill="none"';
  const drawn = shapes[state]
    .replaceAll('class="cut"', `${stroke} stroke="${ink.raised}"`)
    .replaceAll('class="line"', `${stroke} stroke="${tones[state]}"`);
  return `<g transform="translate(${x} ${y}) scale(${size / 24})" fill="${tones[state]}">${drawn}</g>`;
}
