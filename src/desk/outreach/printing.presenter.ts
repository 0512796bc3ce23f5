import type { Person } from '../../accounts/can.ts';
import { frenchDate } from '../../lib/dates.ts';
import { type QrCode, qrCode } from '../../lib/qr.ts';
import { counted, french } from '../../lib/typography.ts';
import { type AskedCampaign, type AskedMovement, postAddress } from '../../outreach/asked-campaign.ts';
import type { Letter } from '../../outreach/outreach.service.ts';
import { personalLetter } from '../../outreach/personal-letter.ts';
import { type TextField, textField } from '../../web/form.ts';
import type { DeskFrame } from '../frame.presenter.ts';
import { links } from '../links.ts';
import { askingFrame } from './asking.presenter.ts';
import { typedDay } from './asking-form.ts';

export interface PrintingPage {
  frame: DeskFrame;
  key: string;
  back: string;
  heading: string;
  letters: { slug: string; name: string; address: string; place: string; subject: string; body: string; code: QrCode | null }[];
  posted: { action: string; day: TextField };
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/outreach/printing': PrintingPage;
  }
}

export interface PrintingState {
  person: Person;
  token: string;
  key: string;
  campaign: AskedCampaign;
  letter: Letter;
  today: string;
  publicUrl: string;
  /** Each movement with the whole address of its new link; empty when the letter holds none. */
  movements: readonly { movement: AskedMovement; link: string }[];
}

/** Letters on paper, one sheet each, with a code that a telephone reads so that nobody types the link. */
export function presentPrinting(view: PrintingState): PrintingPage {
  const { campaign, letter, today, publicUrl, movements } = view;
  return {
    frame: askingFrame('Lettres à imprimer', { ...view, done: '' }),
    key: view.key,
    back: links.asking(campaign.slug),
    heading: french(`${counted(movements.length, 'lettre')} à imprimer`),
    letters: movements.map(({ movement, link }) => ({
      slug: movement.slug,
      name: french(movement.name),
      address: postAddress(movement)?.value ?? '',
      place: french(`${campaign.town}, le ${frenchDate(today)}`),
      ...personalLetter(letter, campaign, movement, { today, publicUrl, link }),
      code: link ? qrCode(link) : null,
    })),
    posted: {
      action: links.askingPart(campaign.slug, 'postees'),
      day: textField({ id: 'happenedOn', label: 'Postées le', value: typedDay(today) }, new Map()),
    },
  };
}
