import { headerKey, matchHeaders } from './match-headers.ts';

/** Words of passwords in the languages of `FOREIGN_HEADERS`, as `headerKey` has them. */
const WORDS = [
  ...['password', 'passwd', 'passcode', 'passphrase', 'passwort', 'kennwort', 'motdepasse', 'contraseña'],
  ...['senha', 'wachtwoord', 'hasło', 'lösenord', 'adgangskode', 'passord', 'salasana'],
];
/** Words that are parts of others which mean something else. */
const WHOLE_WORDS: ReadonlySet<string> = new Set(['pwd', 'pw', 'pin', 'secret']);

/** Whether a header says that passwords stand below it, whether or not the catalogue knows the column. */
export function isSecretHeader(header: string): boolean {
  if (matchHeaders([header])[0]?.claims === 'temporaryPassword') return true;
  const key = headerKey(header.slice(0, LONGEST));
  return WHOLE_WORDS.has(key) || WORDS.some((word) => key.includes(word));
}

/** Characters of a header that are looked at. */
const LONGEST = 200;
