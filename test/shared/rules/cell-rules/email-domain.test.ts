import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meantDomain } from '../../../../shared/rules/cell-rules/email-domain.ts';

const PROVIDERS = ['gmail', 'googlemail', 'hotmail', 'yahoo', 'outlook', 'icloud'];

/** A provider and a place in its name. */
const placeInName = fc
  .constantFrom(...PROVIDERS)
  .chain((name) => fc.record({ name: fc.constant(name), at: fc.nat(name.length - 1) }));
const letter = fc.constantFrom(...Array.from('bcdfjkpqrstvwxz'));

describe('meantDomain', () => {
  it.each([
    ['a letter that is wrong', 'gnail.com', 'gmail.com'],
    ['a letter too few', 'hotmal.com', 'hotmail.com'],
    ['a letter too many', 'outloook.com', 'outlook.com'],
    ['the first two letters swapped', 'mgail.com', 'gmail.com'],
    ['two letters in the middle swapped', 'yhaoo.com', 'yahoo.com'],
    ['the last two letters swapped', 'iclodu.com', 'icloud.com'],
    ['an ending that is none', 'yahoo.cmo', 'yahoo.com'],
    ['an ending that is none, of any domain', 'acme.example.ogr', 'acme.example.org'],
    ['a slip in the name and one in the ending', 'gmial.con', 'gmail.com'],
  ])('finds %s: %s', (_, typed, meant) => {
    expect(meantDomain(typed)).toBe(meant);
    expect(meantDomain(typed.toUpperCase())).toBe(meant);
  });

  // All of them are real domains, two steps from a provider: `tmall` from `gmail`, `kahoot` from `yahoo`.
  it.each([
    'tmall.com',
    'kahoot.com',
    'gmall.co',
    'email.de',
    'small.com',
    'moodle.com',
    'yahoo.fr',
    'mail.com',
  ])('leaves %s alone', (domain) => {
    expect(meantDomain(domain)).toBeNull();
  });

  it.each(['mxail.com', 'xgail.com', 'gmaxi.com', 'gmalx.com'])(
    'leaves %s alone, which is half a swap',
    (domain) => {
      expect(meantDomain(domain)).toBeNull();
    },
  );

  it('leaves what is no slip of a provider alone, even where two letters are wrong', () => {
    fc.assert(
      fc.property(placeInName, letter, letter, fc.nat(), ({ name, at }, one, other, step) => {
        const second = (at + 1 + (step % (name.length - 1))) % name.length;
        const letters = Array.from(name);
        letters[at] = one;
        letters[second] = other;
        fc.pre(letters[at] !== name[at] && letters[second] !== name[second]);
        fc.pre(letters.join('') !== name);
        expect(meantDomain(`${letters.join('')}.com`)).toBeNull();
      }),
    );
  });

  it('finds two letters that are swapped, wherever they stand', () => {
    for (const name of PROVIDERS) {
      for (let at = 0; at + 1 < name.length; at += 1) {
        const swapped = `${name.slice(0, at)}${name[at + 1] ?? ''}${name[at] ?? ''}${name.slice(at + 2)}.com`;
        const domain = `${name}.com`;
        expect(meantDomain(swapped)).toBe(swapped === domain ? null : domain);
      }
    }
  });

  it('answers the same once it has forgotten the domains it knew', () => {
    for (let count = 0; count < 10_001; count += 1) meantDomain(`team-${count}.example`);
    expect(meantDomain('gmial.com')).toBe('gmail.com');
    expect(meantDomain('team-1.example')).toBeNull();
  });
});
