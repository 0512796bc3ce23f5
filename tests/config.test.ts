import { describe, expect, test } from 'vitest';
import { BadSettings, legalSettings, mustNamePublisher, readConfig } from '../src/config.ts';

describe('settings', () => {
  test('all have a value that works on one machine', () =>
    expect(readConfig({})).toEqual({
      HOST: '127.0.0.1',
      PORT: 3000,
      DATA_DIR: './data',
      SMTP_URL: '',
      MAIL_FROM: '',
      SECOND_FACTOR_KEY: '',
      CONTACT_EMAIL: '',
      PUBLISHER_NAME: '',
      PUBLISHER_ADDRESS: '',
      PUBLISHER_PHONE: '',
      PUBLICATION_DIRECTOR: '',
      HOSTING_NAME: '',
      HOSTING_ADDRESS: '',
      HOSTING_PHONE: '',
      SOURCE_URL: '',
      LINK_UPLOADS_MB: 500,
      NODE_ENV: 'development',
      TRUSTED_PROXIES: 0,
      LOG_LEVEL: 'warn',
      publicUrl: 'http://127.0.0.1:3000',
    }));

  test('an empty one counts as not given', () => expect(readConfig({ PORT: '', PUBLIC_URL: '' }).PORT).toBe(3000));

  test.each([
    ['the address people type', { PUBLIC_URL: 'https://parole.example.org' }, 'https://parole.example.org'],
    ['without its final slash', { PUBLIC_URL: 'https://example.org/parole/' }, 'https://example.org/parole'],
    ['else that of the server', { HOST: 'localhost', PORT: '8080' }, 'http://localhost:8080'],
    ['of IPv6 too', { HOST: '::1' }, 'http://[::1]:3000'],
    ['and for a server that listens everywhere, this machine', { HOST: '0.0.0.0' }, 'http://127.0.0.1:3000'],
  ])('links start with %s', (_name, environment, url) => expect(readConfig(environment).publicUrl).toBe(url));

  test('mail needs a sender', () => {
    expect(() => readConfig({ SMTP_URL: 'smtp://127.0.0.1' })).toThrow(/^MAIL_FROM: /);
    expect(() => readConfig({ SMTP_URL: 'smtp://127.0.0.1', MAIL_FROM: 'personne' })).toThrow(/^MAIL_FROM: /);
    expect(readConfig({ SMTP_URL: 'smtp://127.0.0.1', MAIL_FROM: 'Ici <a@example.org>' }).MAIL_FROM).toBe('Ici <a@example.org>');
  });

  test('a site in production says who publishes it, or does not start: one sentence names all that is missing', () => {
    const whole = Object.fromEntries(legalSettings.map((name) => [name, name === 'CONTACT_EMAIL' ? 'ici@example.org' : 'Ici']));
    const start = (environment: Record<string, string>) => () => mustNamePublisher(readConfig(environment));
    expect(start({})).not.toThrow();
    expect(start({ ...whole, NODE_ENV: 'production' })).not.toThrow();
    expect(start({ NODE_ENV: 'production' })).toThrow(BadSettings);
    for (const name of legalSettings) {
      expect(start({ ...whole, NODE_ENV: 'production', [name]: '' })).toThrow(new RegExp(`^In production .* set ${name}\\.$`));
    }
  });

  test('each wrong one is named', () => {
    const wrong = {
      PORT: '70000',
      NODE_ENV: 'staging',
      PUBLIC_URL: 'javascript:alert(1)',
      TRUSTED_PROXIES: '-1',
      LINK_UPLOADS_MB: 'beaucoup',
      LOG_LEVEL: 'loud',
    };
    expect(() => readConfig(wrong)).toThrow(BadSettings);
    for (const name of Object.keys(wrong)) expect(() => readConfig(wrong)).toThrow(new RegExp(`^${name}: `, 'm'));
  });
});
