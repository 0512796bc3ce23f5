import { type Config, type LegalSetting, legalSettings } from '../config.ts';
import { inLanguage, type Language } from '../lib/language.ts';
import { demandsOf } from '../standings/scoreboard.ts';
import { campaignFrame, crumbs } from '../web/campaign-frame.ts';
import { type Frame, type Link, plainFrame } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { methodFillings } from './method.presenter.ts';
import { type Filling, type TextName, textIn } from './texts.ts';
import { trustWords } from './words/trust.ts';

export interface TextPage {
  frame: Frame;
  crumbs: Link[];
  heading: string;
  /** Our own Markdown, rendered by lib/markdown.ts, its holes filled with escaped text. */
  bodyHtml: string;
  more: { heading: string; links: Link[]; french: boolean } | null;
}

declare module '../web/views.ts' {
  interface Views {
    'site/text': TextPage;
  }
}

export type CampaignText = Extract<TextName, 'methode' | 'droit-de-reponse' | 'en-mots-simples'>;
export type SiteText = Exclude<TextName, CampaignText>;

/** A text that speaks of one campaign: its signatories, its demands. */
export function presentCampaignText(view: View, name: CampaignText): TextPage {
  const { state, language, links, say, site } = view;
  const words = trustWords[language];
  const path = { methode: links.method, 'droit-de-reponse': links.rightOfReply, 'en-mots-simples': links.simply }[name];
  const signatories = state.current('signatory').toSorted((a, b) => a.rank - b.rank);
  const demands = demandsOf(state);
  const { title, description } = words[name];
  return {
    frame: campaignFrame(view, { path, title, description }),
    crumbs: crumbs(view),
    heading: title,
    bodyHtml: textIn(language, name, {
      ...methodFillings(view),
      signatories: { text: signatories.map((each) => each.name).join(', '), french: true },
      demands: { text: demands.map((demand) => demand.shortTitle), french: true },
      demandCount: { text: language === 'fr' ? say.counted(demands.length, 'chose') : say.counted(demands.length, 'thing') },
      wrote: { text: signatories.length === 1 ? words.oneWrote : words.manyWrote },
      legal: { text: words.legalNotice, href: inLanguage('/mentions-legales', language) },
      form: { text: words.form, href: links.replyForm() },
      contact: contactFilling(site.contact, language),
    }),
    more: moreOf(view, name),
  };
}

function moreOf({ state, language, links }: View, name: CampaignText): TextPage['more'] {
  if (name !== 'methode') return null;
  const rules = demandsOf(state).map(({ slug, shortTitle }) => ({ href: links.demand(slug), label: shortTitle }));
  return { heading: trustWords[language].rules, links: rules, french: true };
}

/** A text that speaks of the whole site: who publishes it, what it keeps, what was tested. */
export function presentSiteText(name: SiteText, language: Language, config: Config): TextPage {
  const { title, description } = trustWords[language][name];
  const path = inLanguage(`/${name}`, language);
  return {
    frame: plainFrame(title, { language, path, description, origin: config.publicUrl }),
    crumbs: [],
    heading: title,
    bodyHtml: textIn(language, name, legalFillings(language, config)),
    more: null,
  };
}

function legalFillings(language: Language, config: Config): Record<string, Filling> {
  const missing = trustWords[language].missing;
  const filled = (name: LegalSetting): [string, Filling] => [
    name,
    { text: config[name] || missing, french: config[name] !== '' },
  ];
  return {
    ...Object.fromEntries(legalSettings.map(filled)),
    contact: contactFilling(config.CONTACT_EMAIL, language),
    source: sourceFilling(config.SOURCE_URL, language),
  };
}

/** Where the source is; on request where no address is set, since nobody may be left without it. */
function sourceFilling(url: string, language: Language): Filling {
  return url === '' ? { text: trustWords[language].sourceOnRequest } : { text: url, href: url };
}

function contactFilling(contact: string, language: Language): Filling {
  return contact === '' ? { text: trustWords[language].missing } : { text: contact, href: `mailto:${contact}` };
}
