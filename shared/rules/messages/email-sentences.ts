import type { EmailSlip } from '../facts.ts';
import { quoted } from './words.ts';

/** What is wrong with something that should be a mail address, as the second half of a sentence, by slip. */
const SLIPS: Readonly<Record<EmailSlip, (part: string) => string>> = {
  mailto: () => 'begins with “mailto:”; only the address belongs here',
  brackets: () => 'has angle brackets; only the address belongs here',
  spacesAround: () => 'has spaces around it; remove them',
  note: () => 'holds more than an address; only the address belongs here',
  trailingMark: (part) => `ends with ${quoted(part)}; remove it`,
  fullWidth: () => 'has full-width characters; mail systems take plain ones only',
  noAt: () => 'has no @ sign; give the whole address, such as name@company.com',
  manyAts: (part) => `has ${part === '2' ? 'two' : part} @ signs; it needs exactly one`,
  space: () => 'has a space in it; an address has none',
  dots: () => 'has a dot too many',
  noName: () => 'has nothing before the @ sign',
  noDomain: () => 'has nothing after the @ sign',
  noDot: (part) => `has no dot after the @ sign; ${quoted(part)} is not a whole domain`,
  character: (part) => `has ${quoted(part)} in it, which no mail system takes there`,
  nonAscii: (part) => `has ${quoted(part)} in it, which most mail systems do not take`,
  domain: (part) => `ends in ${quoted(part)}, which is not a mail domain`,
  misspelt: (part) => `goes to ${quoted(part)}, which looks misspelt`,
  tooLong: () => 'is longer than mail systems take',
};

/** The sentence for an address that is not one. */
export function emailSentence(value: string, slip: EmailSlip, part: string): string {
  return `${quoted(value)} ${SLIPS[slip](part)}.`;
}
