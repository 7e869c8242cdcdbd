import { describe, expect, it } from 'vitest';
import { channelsOf, listEntries, standingOf } from '../../../../shared/import/mapping/known-words.ts';

/** The channels that a list names, each once; the entries that nobody understands in brackets. */
function named(list: string): string {
  const entries = listEntries(list).map((entry) => channelsOf(entry)?.join('+') ?? `[${entry}]`);
  return entries.join(' ');
}

describe('channels by their words', () => {
  it.each([
    ['Telefon/Chat', 'phone chat'],
    ['Phone;Email', 'phone email'],
    ['E-Mail, Telefon', 'email phone'],
    ['Telefon-Chat', 'phone+chat'],
    ['Voice + Live Chat', 'phone chat'],
    ['Inbound phone | E‑mail', 'phone email'],
    ['Téléphone et courriel', 'phone+email'],
    ['Teléfono, chat y correo electrónico', 'phone chat+email'],
    ['Telefono e posta elettronica', 'phone+email'],
    ['Bellen/Mails', 'phone email'],
    ['Telefon • Czat • E-post', 'phone chat email'],
    ['Телефон, чат', 'phone chat'],
    ['电话、邮件', 'phone email'],
    ['전화/채팅', 'phone chat'],
    ['メール', 'email'],
    ['Alle', 'phone+chat+email'],
    ['Keine', ''],
    ['Fax/Chat', '[Fax] chat'],
    ['Non-voice', '[Non-voice]'],
    ['', ''],
  ])('finds in “%s” %s', (list, found) => {
    expect(named(list)).toBe(found);
  });

  it.each(['Support', 'Tier 2', 'Technik', 'Ana', 'Person', 'Mailand', 'Teller', 'Chatham'])(
    'takes “%s” for none',
    (word) => {
      expect(channelsOf(word)).toBeNull();
    },
  );
});

describe('how somebody stands with the employer', () => {
  it.each([
    [
      'left',
      ['Terminated', 'Left', 'ausgeschieden', 'Ausgeschieden zum 31.12.', 'Inaktiv', 'Inactive', 'Retraité'],
    ],
    [
      'left',
      ['Démissionné', 'Baja definitiva', 'Cessato', 'Uit dienst', 'Zwolniony', 'Former employee', '離職'],
    ],
    [
      'onLeave',
      ['Elternzeit', 'LOA', 'On Leave', 'Maternity leave', 'Mutterschutz', 'Congé parental', 'Excedencia'],
    ],
    [
      'onLeave',
      [
        'Aspettativa',
        'Licença médica',
        'Verlof',
        'Urlop macierzyński',
        'Föräldraledig',
        'Leave',
        'beurlaubt',
      ],
    ],
    [
      'working',
      ['Active', 'Aktiv', 'Actif', 'Activo', 'In service', 'Im Dienst', 'Aktywny', 'en poste', 'Present'],
    ],
    [
      null,
      ['Full Time', 'Teilzeit', 'Cleaver', 'Reactor', 'Support', 'Praktikum', 'Temp', '', 'Leavenworth'],
    ],
  ] as const)('is %s for %j', (standing, texts) => {
    expect(texts.map((text) => [text, standingOf(text)])).toEqual(texts.map((text) => [text, standing]));
  });
});
