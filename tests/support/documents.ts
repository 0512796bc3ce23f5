import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Small true files, made here: what a volunteer drops on a form. */

/** A PDF of one empty page, with its table of references where it says it is. */
export function pdf(): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** What a telephone writes into its pictures. */
export const exif = {
  IFD0: { Make: 'TelephoneDeTest', Artist: 'Camille Secrete', Copyright: 'quelqu’un' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 17/1 47/1' },
};

const picture = () => sharp({ create: { width: 40, height: 20, channels: 3, background: '#b5361c' } }).withExif(exif);

export const png = (): Promise<Buffer> => picture().png().toBuffer();
export const jpeg = (): Promise<Buffer> => picture().withMetadata({ orientation: 6 }).withExif(exif).jpeg().toBuffer();

export const mail = (): Buffer =>
  Buffer.from(
    'Return-Path: <alix@example.org>\r\nFrom: Alix Verne <alix@example.org>\r\nDate: Mon, 9 Mar 2020 10:00:00 +0100\r\nSubject: =?utf-8?q?R=C3=A9ponse?=\r\n\r\nNous nous engageons.\r\n',
  );

export const text = (): Buffer => Buffer.from('Compte rendu de la réunion du 9 mars : « Nous retirerons tout. »\n');

/** A page that says it is a PDF, by its name alone. */
export const page = (): Buffer => Buffer.from('<!doctype html><title>Tract</title><script>alert(document.domain)</script>');

/** Six megabytes that no compression makes small. */
export const heavy = (): Buffer => Buffer.concat([pdf(), deflateSync(Buffer.alloc(16)), Buffer.alloc(6 * 1024 * 1024, 'x')]);
