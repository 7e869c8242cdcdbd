import { EMAIL_CHARACTERS, LONGEST_EMAIL, LONGEST_EMAIL_NAME } from '../assumptions.ts';
import type { EmailSlip } from '../facts.ts';
import type { CellFix, CellCheck } from '../finding.ts';
import { cleaned, comparable, isBlank, isPlain } from './clean-text.ts';
import { meantDomain } from './email-domain.ts';
import { trimSpaces } from './mend-text.ts';

const ADDRESS =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/i;
const WIDE_ADDRESS =
  /^[\w!#$%&'*+/=?^`{|}~\u0080-\uffff-]+(?:\.[\w!#$%&'*+/=?^`{|}~\u0080-\uffff-]+)*@(?:[a-z0-9\u0080-\uffff-]{1,63}\.)+[a-z\u0080-\uffff]{2,63}$/i;

/** Whether a mail system would take the address, as far as its form tells; a domain that is a known slip is not taken. */
export function isEmail(value: string): boolean {
  const at = value.indexOf('@');
  if (at < 1 || at > LONGEST_EMAIL_NAME || value.length > LONGEST_EMAIL) return false;
  if (ADDRESS.test(value)) return !isSlip(value, at + 1);
  return EMAIL_CHARACTERS === 'any' && WIDE_ADDRESS.test(value);
}

/** Nearly everyone in a roster has the same domain: that is told without cutting it out of each address. */
let lastSound = '';

function isSlip(address: string, from: number): boolean {
  if (address.length - from === lastSound.length && address.endsWith(lastSound)) return false;
  const domain = address.slice(from);
  if (meantDomain(domain) !== null) return true;
  lastSound = domain;
  return false;
}

/** Most addresses have only these characters; whether it is one or not, nothing about such a text can be mended. */
const USUAL_CHARACTERS = /^[a-z0-9@._+-]*$/;

/** What two cells with the same address have in common: case and the slips with a safe fix do not count. */
export function emailKey(typed: string): string {
  if (USUAL_CHARACTERS.test(typed) && !typed.endsWith('.')) return typed;
  if (isPlain(typed) && isEmail(typed)) return typed.toLowerCase();
  const value = cleaned(typed);
  return (safelyMended(value) ?? value).toLowerCase();
}

/** The address without the slips that cannot hide another one, or null if that leaves no address. */
function safelyMended(value: string): string | null {
  if (value.length > 2 * LONGEST_EMAIL) return null;
  let mended = halfWidth(value).trim();
  for (let before = ''; before !== mended;) {
    before = mended;
    mended = mended
      .replace(/^mailto:/i, '')
      .replace(/^<(.*)>$/s, '$1')
      .replace(/[.,;]$/, '')
      .trim();
  }
  return isEmail(mended) ? mended : null;
}

/** Full-width forms, which East Asian keyboards write, as the ASCII characters they stand for (U+FF01 to U+FF5E). */
function halfWidth(value: string): string {
  return value.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** `email.invalid`: not an address that a mail system would take. */
export const checkEmail: CellCheck = (typed) => {
  if (isEmail(typed) || isBlank(typed)) return null;
  const value = comparable(typed);
  const isPadded = trimSpaces(typed) !== typed && isEmail(value);
  if (isEmail(value) && !isPadded) return null;
  const fixes = fixesOf(value);
  const [slip, part] = isPadded ? (['spacesAround', ''] as const) : slipOf(value, fixes);
  return { code: 'email.invalid', facts: { value, slip, part }, fixes };
};

function fixesOf(value: string): CellFix[] {
  const safe = safelyMended(value);
  if (safe !== null) return [{ safe: true, to: safe }];
  const likely = likelyMeant(value);
  return likely === null ? [] : [{ safe: false, to: likely }];
}

/** Longer texts are no address with a note. */
const MAX_NOTE_LENGTH = 1000;

/** What stands around an address in a note, and is never part of one that people have. */
const AROUND_ADDRESSES = /[\s<>()[\]{}"“”„‘’,;:|]+/;

/** The address that was most likely meant, or null where no guess is one. */
function likelyMeant(value: string): string | null {
  if (value.length > MAX_NOTE_LENGTH) return null;
  const plain = withPlainAt(value);
  const inside = addressesIn(plain);
  if (inside.length > 0) return inside.length === 1 && !goesOnBefore(plain) ? (inside[0] ?? null) : null;
  return /\s/.test(plain) ? null : addressOf(plain.replace(/[,;]/g, '.'));
}

function withPlainAt(value: string): string {
  const at = halfWidth(value)
    .replace(/\s*(?:\(at\)|\[at\])\s*/i, '@')
    .replace(/@{2,}/g, '@');
  // “bob @ acme.com” is one address, “Bob Ray @ acme.com” is a name and half of one.
  return /^\S+\s*@\s*\S+$/.test(at) ? at.replace(/\s+/g, '') : at;
}

/** The different addresses in a text, each as it would be right. */
function addressesIn(text: string): string[] {
  const found = text.split(AROUND_ADDRESSES).flatMap((part) => addressOf(part) ?? []);
  return [...new Map(found.map((address) => [address.toLowerCase(), address])).values()];
}

/** The address that a part of a text is but for slips in its letters and dots; null where it is none. */
function addressOf(part: string): string | null {
  if (!part.includes('@')) return null;
  const address = part
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\?.*$/s, '')
    .replace(/\.{2,}/g, '.')
    .replace(/^[.'/=-]+|[.'/-]+$/g, '')
    .replace(/\.@|@\./g, '@');
  const at = address.indexOf('@') + 1;
  const domain = meantDomain(address.slice(at));
  const meant = domain === null ? address : address.slice(0, at) + domain;
  return isEmail(meant) ? meant : null;
}

/** Whether a word in small letters stands right before the address, as in “bob ray@acme.com”: it may be part of it. */
function goesOnBefore(text: string): boolean {
  return /(?:^|\s)\p{Ll}[^\s@]*\s+[^\s@]+@/u.test(text);
}

/** Whether an address that is offered stands in a text with something else. */
function isInNote(value: string, fix: CellFix | undefined): boolean {
  return fix?.safe === false && value.includes(fix.to) && AROUND_ADDRESSES.test(value.trim());
}

/** What to say about an address that is not one, with the part of it that is wrong. */
function slipOf(value: string, [fix]: readonly CellFix[]): readonly [EmailSlip, string] {
  if (/^mailto:/i.test(value)) return ['mailto', ''];
  if (value.endsWith('>')) return ['brackets', ''];
  if (isInNote(value, fix)) return ['note', ''];
  if (/[\uff01-\uff5e]/.test(value)) return ['fullWidth', ''];
  const at = value.indexOf('@');
  if (at < 0) return ['noAt', ''];
  if (value.includes('@', at + 1)) return ['manyAts', String(value.split('@').length - 1)];
  if (/[.,;]$/.test(value)) return ['trailingMark', value.slice(-1)];
  if (at === 0) return ['noName', ''];
  if (at === value.length - 1) return ['noDomain', ''];
  if (/\s/.test(value)) return ['space', ''];
  if (value.length > LONGEST_EMAIL || at > LONGEST_EMAIL_NAME) return ['tooLong', ''];
  return slipOfParts(value, value.slice(at + 1));
}

function slipOfParts(value: string, domain: string): readonly [EmailSlip, string] {
  const strange = /[^\u0000-\u007f]/u.exec(value)?.[0];
  if (strange !== undefined) return ['nonAscii', strange];
  if (/^\.|\.\.|\.@|@\./.test(value)) return ['dots', ''];
  const character = /[^\w!#$%&'*+/=?^`{|}~.@-]/.exec(value)?.[0];
  if (character !== undefined) return ['character', character];
  if (!domain.includes('.')) return ['noDot', domain];
  return meantDomain(domain) === null ? ['domain', domain] : ['misspelt', domain];
}
