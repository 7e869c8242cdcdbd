import { expect, it } from 'vitest';
import { isSecretHeader } from '../../../shared/person/match-headers.ts';

it.each([
  ...[
    'Temporary Password',
    'Kennwort',
    'Altes Passwort (VPN)',
    'password2',
    'Mot de passe Wi-Fi',
    'PIN',
    'pwd',
  ],
  ...['Contraseña', 'Hasło do poczty', 'VPN passcode', 'initial_password*'],
])('security 18: “%s” speaks of passwords', (header) => {
  expect(isSecretHeader(header)).toBe(true);
});

it.each(['Shipping', 'Compass', 'Passport', 'Secretary', 'Desk', '', 'Passion', 'Opinion'])(
  '“%s” does not',
  (header) => {
    expect(isSecretHeader(header)).toBe(false);
  },
);
