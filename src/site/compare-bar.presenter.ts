import type { Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { boardWords } from './words/board.ts';

/** What ends the form around the boards, whose boxes choose what is compared. The form itself may ask for another order. */
export interface CompareBar {
  action: string;
  hint: string;
  submit: string;
  all: Link;
}

export function presentCompareBar({ links, language }: View): CompareBar {
  const words = boardWords[language];
  return {
    action: links.compare,
    hint: words.compareHint,
    submit: words.compareChosen,
    all: { href: `${links.compare}?liste=toutes`, label: words.compareAll },
  };
}
