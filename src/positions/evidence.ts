/** A document as everyone names it: by the SHA-256 of what is stored. */
export interface Evidence {
  sha256: string;
  /** What it is called, made of the name it came with and of the ending of its true type. */
  name: string;
  type: EvidenceType;
  bytes: number;
}

/** What a document may be, by its content; never by its name or by what a browser says of it. */
export const evidenceTypes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'message/rfc822',
  'text/plain',
] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

/** Why a document is not taken. */
export type EvidenceRefusal = 'empty' | 'too_large' | 'unknown_type' | 'broken';

/** 5 MiB: a scan of a few pages, a screenshot, a letter. */
export const largestEvidence = 5 * 1024 * 1024;

const endings: Record<EvidenceType, string> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'message/rfc822': 'eml',
  'text/plain': 'txt',
};

export function isEvidenceType(type: string): type is EvidenceType {
  return Object.hasOwn(endings, type);
}

/** `Tract (mars).PDF.exe` of a PDF → `Tract (mars).pdf`: no path, no ending but the true one, at most 100 characters. */
export function evidenceName(givenName: string, type: EvidenceType): string {
  const base = givenName.split(/[/\\]/).at(-1) ?? '';
  const plain = base
    .normalize('NFC')
    .replace(/[\p{C}"<>|:*?]+/gu, ' ')
    .replace(/(?:\.[a-z0-9]{1,5})+$/i, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .trim()
    .slice(0, 100);
  return `${plain || 'document'}.${endings[type]}`;
}

/** An e-mail shows the addresses of people: it becomes public only when someone says so. */
export function isPublicByDefault(type: EvidenceType): boolean {
  return type !== 'message/rfc822';
}

/**
 * What a file without a signature of its own is: an e-mail, plain text, or null when it is neither. A page (HTML, SVG, XML) is no text:
 * it could act in a reader's browser.
 */
export function textType(content: Buffer): 'message/rfc822' | 'text/plain' | null {
  const text = readText(content);
  if (text === null || /^\s*<(?:!doctype|html|head|body|script|svg|\?xml|iframe)/i.test(text)) return null;
  return isMail(text) ? 'message/rfc822' : 'text/plain';
}

/** UTF-8, else what Windows writes; null when it holds what no text does. */
function readText(content: Buffer): string | null {
  const text = decoded(content, 'utf-8') ?? decoded(content, 'windows-1252');
  return text === null || /[^\P{Cc}\s]/u.test(text) ? null : text;
}

function decoded(content: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    return null;
  }
}

/** RFC 5322: header lines first, each a name and a colon; From and Date are the two that must be there. */
function isMail(text: string): boolean {
  const [head = ''] = text.split(/\r?\n\r?\n/, 1);
  const lines = head.split(/\r?\n/);
  const isHeader = (line: string) => /^[!-9;-~]+:/.test(line) || /^[ \t]/.test(line);
  return lines.every(isHeader) && /^from:/im.test(head) && /^date:/im.test(head);
}
