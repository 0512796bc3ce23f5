import { asFrench, partsOf, plainOf } from '../lib/french-parts.ts';
import { speechIn } from '../lib/speech.ts';
import type { PublicState } from '../standings/fold.ts';
import { contentsOf } from './contents.ts';
import { icon, ink } from './ink.ts';
import { type Block, escaped, type Pen, rectangle, rule } from './pen.ts';
import type { Contents, JudgedSince, Picture, PictureAnswer, PictureOrder, PictureRow } from './picture.ts';
import { pictureWords } from './words.ts';

const width = 1200;
const margin = 56;
const inner = width - margin * 2;
const cardHeight = 630;
const footer = 76;

/** Draws a subject with its title, its date, its edition and its source. Pure: one state, one picture. Null when there is no such thing. */
export function drawPicture(pen: Pen, state: PublicState, order: PictureOrder): Picture | null {
  const contents = contentsOf(state, order.subject, order.language);
  if (!contents) return null;
  const isCard = order.shape === 'card';
  const head = drawHead(pen, contents, isCard);
  const room = isCard ? cardHeight - footer - head.height : Number.POSITIVE_INFINITY;
  const body = contents.proof || contents.quote || contents.rows[0]?.name === '' ? drawProof : drawRows;
  const drawn = body(pen, contents, head.height, room, order);
  const height = isCard ? cardHeight : Math.ceil(head.height + drawn.height + footer);
  const said = altOf(contents, state, order);
  const inside = [rectangle(0, 0, width, height, ink.paper), head.svg, drawn.svg, drawFoot(pen, state, order, height)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside.join('')}</svg>`;
  return { svg, width, height, title: contents.title, alt: plainOf(said), altParts: partsOf(said) };
}

function drawHead(pen: Pen, { eyebrow, title }: Contents, isCard: boolean): Block {
  const above = pen.fitting(eyebrow, margin, 36, inner, { size: 24, fill: ink.soft }, eyebrowSizes);
  const top = 36 + above.height + 4;
  const name = pen.fitting(title, margin, top, inner, { size: 46, bold: true }, isCard ? titleSizes.slice(1) : titleSizes);
  const svg = rectangle(0, 0, width, 14, ink.band) + above.svg + name.svg;
  return { svg, height: top + name.height + 18 };
}

/** The longest name a real list was filed under has 97 letters, all capitals: nothing of a name is cut. */
const titleSizes = [
  { size: 46, most: 2 },
  { size: 40, most: 2 },
  { size: 34, most: 2 },
  { size: 28, most: 3 },
];
const nameSizes = [
  { size: 20, most: 2 },
  { size: 17, most: 3 },
  { size: 15, most: 5 },
];
const eyebrowSizes = [
  { size: 24, most: 1 },
  { size: 20, most: 1 },
  { size: 18, most: 2 },
];
const footSizes = [19, 17, 15].map((size) => ({ size, most: 1 }));

function drawFoot(pen: Pen, { campaign, edition }: PublicState, { language, source }: PictureOrder, height: number): string {
  const words = pictureWords[language];
  const when = speechIn(language).instant(edition.publishedAt, campaign.timeZone);
  const said = [
    ...(campaign.fictional ? [words.fiction] : []),
    words.edition(edition.number, when),
    words.fingerprint(edition.hash.slice(0, 12)),
  ];
  const top = height - footer;
  const right = pen.ending(source, margin + inner, top + 28, { size: 19, bold: true });
  const left = pen.fitting(said.join(' · '), margin, top + 28, inner - right.width - 24, { size: 19, fill: ink.soft }, footSizes);
  return rule(margin, top + 12, inner) + left.svg + right.svg;
}

/** Rows with one answer or several. What a card cannot hold is counted in its last line. */
function drawRows(pen: Pen, { columns, rows }: Contents, top: number, room: number, { language }: PictureOrder): Block {
  const count = Math.max(1, columns.length);
  const isCard = room < Number.POSITIVE_INFINITY;
  const scale = isCard && columns.length === 0 && rows.length <= 4 ? 1.4 : 1;
  const nameWidth = columns.length > 0 ? Math.max(290, inner - count * 285) : 400;
  const answerWidth = (inner - nameWidth) / count;
  const heading = columns.map((column, index) =>
    pen.block(column, margin + nameWidth + index * answerWidth, top, answerWidth - 16, { size: 19, bold: true }, 3),
  );
  const headHeight = heading.length > 0 ? Math.max(...heading.map((block) => block.height)) + 12 : 0;
  let svg = heading.map((block) => block.svg).join('');
  let y = top + headHeight;
  const last = top + room;
  for (const [index, row] of rows.entries()) {
    const drawn = drawRow(pen, row, { y, nameWidth, answerWidth, isCard, scale });
    const left = rows.length - index;
    if (y + drawn.height + (left > 1 ? 30 : 0) > last) {
      return { svg: svg + pen.block(pictureWords[language].others(left), margin, y + 4, inner, moreStyle, 1).svg, height: room };
    }
    svg += rule(margin, y, inner) + drawn.svg;
    y += drawn.height;
  }
  return { svg, height: y - top };
}

const moreStyle = { size: 19, fill: ink.soft };

interface RowPlace {
  y: number;
  nameWidth: number;
  answerWidth: number;
  isCard: boolean;
  /** A card with few rows fills its room. */
  scale: number;
}

const nothing: Block = { svg: '', height: 0 };

function drawRow(pen: Pen, row: PictureRow, { y, nameWidth, answerWidth, isCard, scale }: RowPlace): Block {
  const top = y + 9 * scale;
  const room = nameWidth - 20;
  const sizes = isCard && scale === 1 ? nameSizes : [{ size: 21 * scale, most: 3 }, ...nameSizes.slice(-2)];
  const name = pen.fitting(row.name, margin, top, room, { size: 20, bold: true }, sizes);
  const about =
    row.about && !isCard ? pen.block(row.about, margin, top + name.height, room, { size: 18, fill: ink.soft }, 1) : nothing;
  const answers = row.answers.map((answer, index) =>
    drawAnswer(pen, answer, { x: margin + nameWidth + index * answerWidth, y: top, room: answerWidth, scale }),
  );
  const height = Math.max(name.height + about.height, ...answers.map((block) => block.height));
  return { svg: name.svg + about.svg + answers.map((block) => block.svg).join(''), height: height + 16 * scale };
}

/** `Pas de réponse à ce jour` is what most cells say: on one line, more of them fit. */
const labelSizes = (scale: number) => [
  { size: 19 * scale, most: 1 },
  { size: 17.5 * scale, most: 1 },
  { size: 19 * scale, most: 2 },
];

interface AnswerPlace {
  x: number;
  y: number;
  room: number;
  scale: number;
}

function drawAnswer(pen: Pen, { state, label, detail, since }: PictureAnswer, { x, y, room, scale }: AnswerPlace): Block {
  const left = x + 34 * scale;
  const width = room - 42 * scale;
  const said = pen.fitting(label, left, y + 2, width, { size: 19 * scale, bold: true }, labelSizes(scale));
  const more = detail ? pen.block(detail, left, y + 2 + said.height, width, { size: 18 * scale, fill: ink.soft }, 2) : nothing;
  const height = said.height + more.height + 2;
  const after = since ? pen.block(wholeOf(since), left, y + height, width, { size: 18 * scale }) : nothing;
  return { svg: icon(state, x, y, 26 * scale) + said.svg + more.svg + after.svg, height: Math.max(28, height + after.height) };
}

/** One answer, large, with its very words under the marker. */
function drawProof(pen: Pen, { rows, quote, proof }: Contents, top: number, room: number): Block {
  const answer = rows[0]?.answers[0];
  if (!answer) return nothing;
  const said = pen.block(answer.label, margin + 82, top + 6, inner - 82, { size: 44, bold: true }, 2);
  const detail = pen.block(answer.detail, margin + 82, top + 10 + said.height, inner - 82, { size: 24, fill: ink.soft }, 2);
  const under = top + 10 + said.height + detail.height;
  const after = answer.since ? pen.block(wholeOf(answer.since), margin + 82, under, inner - 82, { size: 24 }) : nothing;
  let y = under + 16 + after.height;
  const most = room < Number.POSITIVE_INFINITY ? Math.max(1, Math.floor((top + room - y - 60) / 38)) : undefined;
  const words = pen.block(quote, margin + 28, y, inner - 28, { size: 29 }, most);
  const bar = words.height > 0 ? rectangle(margin, y, 8, words.height, ink.marker) : '';
  y += words.height + 14;
  const from = pen.block(proof, margin + 28, y, inner - 28, { size: 22, fill: ink.soft }, 2);
  const svg = icon(answer.state, margin, top + 8, 58) + said.svg + detail.svg + after.svg + bar + words.svg + from.svg;
  return { svg, height: y + from.height + 16 - top };
}

/**
 * The same in words, in full: a card leaves out what does not fit, its text does not. What people wrote is marked (`partsOf` reads it):
 * the title of a board and of a sector is ours.
 */
function altOf(
  { eyebrow, title, columns, rows, quote, proof, names }: Contents,
  state: PublicState,
  order: PictureOrder,
): string {
  const words = pictureWords[order.language];
  const lines = rows.map(({ name, answers }) => {
    const said = answers.map(({ label, detail, since }, index) => {
      const own = detail ? `${label} (${detail})` : label;
      const whole = since ? `${own}. ${since.told}${since.who && asFrench(since.who)}` : own;
      return columns[index] ? `${asFrench(columns[index])}${words.colon}${whole}` : whole;
    });
    return name ? `${asFrench(name)}${words.colon}${said.join(' ; ')}.` : `${said.join()}.`;
  });
  const when = speechIn(order.language).instant(state.edition.publishedAt, state.campaign.timeZone);
  const { kind } = order.subject;
  // The longest first: one name may stand within another.
  const any = new RegExp(
    names
      .toSorted((a, b) => b.length - a.length)
      .map((name) => RegExp.escape(name))
      .join('|') || '(?!)',
    'g',
  );
  const named = (text: string) => text.replaceAll(any, asFrench);
  const heading = kind === 'board' || kind === 'sector' ? named(title) : asFrench(title);
  const quoted = quote === '' ? '' : asFrench(quote);
  const parts = [
    `${asFrench(eyebrow)}. ${heading}.`,
    ...lines,
    quoted,
    ended(named(proof)),
    `${words.edition(state.edition.number, when)}.`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

const wholeOf = ({ told, who }: JudgedSince): string => told + who;

function ended(sentence: string): string {
  return sentence === '' || /[.!?…»]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** Puts the title and the description where readers of the file find them. */
export function withWords(svg: string, { title, alt }: Pick<Picture, 'title' | 'alt'>): string {
  const words = `<title>${escaped(title)}</title><desc>${escaped(alt)}</desc>`;
  return svg.replace(/<svg\b[^>]*>/, (start) => `${start.slice(0, -1)} role="img">${words}`);
}
