import { expect, test } from 'vitest';
import { letterFields, merge, startingLetters, unknownFields, usesField } from '../../src/outreach/letter-template.ts';

const values = {
  liste: 'Pré {{lien}} Vert',
  tete: 'Alix Verne',
  lien: 'https://example.org/repondre/abc',
  date: '7 mars 2020',
  ville: 'Valmont',
  lettre: 'https://example.org/valmont/lettre',
  scrutin: '15 mars 2020',
  signataires: 'Les Amis',
};

test('each field becomes its value, and a value is never read again', () => {
  expect(merge('{{liste}} : {{ lien }} $& {{tete}}', values)).toBe(
    'Pré {{lien}} Vert : https://example.org/repondre/abc $& Alix Verne',
  );
});

test('a field that nothing fills is named, once', () => {
  expect(unknownFields('Bonjour {{prenom}}, {{liste}} {{ prenom }} {{}} {{constructor}}')).toEqual(['prenom', '', 'constructor']);
});

test('the letters that one starts from hold no unknown field, and the link', () => {
  for (const { subject, body } of Object.values(startingLetters)) {
    expect(unknownFields(subject + body)).toEqual([]);
    expect(usesField(body, 'lien')).toBe(true);
  }
  expect(Object.keys(letterFields)).toEqual(Object.keys(values));
});
