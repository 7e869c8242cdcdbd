import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileQuery, type FindQuery, matches } from '../../../shared/find/compile-query.ts';

const PLAIN: FindQuery = { text: '', matchCase: false, wholeCell: false, isExpression: false };

function finds(query: Partial<FindQuery>, text: string): boolean {
  const compiled = compileQuery({ ...PLAIN, ...query });
  if (!compiled.ok) throw new Error(compiled.failure);
  return matches(new RegExp(compiled.value.source, compiled.value.flags), text);
}

describe('compileQuery', () => {
  it('finds plain text whatever signs it has', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), fc.string(), (text, before, after) => {
        expect(finds({ text, matchCase: true }, before + text + after)).toBe(true);
        expect(finds({ text, matchCase: true, wholeCell: true }, text)).toBe(true);
        expect(finds({ text, matchCase: true, wholeCell: true }, `${text}!`)).toBe(false);
      }),
    );
  });

  it('takes a plain text for no expression', () => {
    expect(finds({ text: '.*' }, 'anything')).toBe(false);
    expect(finds({ text: '$1' }, 'costs $1')).toBe(true);
  });

  it('minds the case only when told', () => {
    expect(finds({ text: 'ACME' }, 'ana@acme.example')).toBe(true);
    expect(finds({ text: 'ACME', matchCase: true }, 'ana@acme.example')).toBe(false);
    expect(finds({ text: 'ÅS' }, 'Øyvind Ås')).toBe(true);
  });

  it('takes the whole cell for all alternatives of an expression, line breaks and all', () => {
    const either = { text: 'a|b', isExpression: true, wholeCell: true };
    expect([finds(either, 'b'), finds(either, 'ab'), finds(either, 'a\nb')]).toEqual([true, false, false]);
  });

  it('finds empty cells by an expression', () => {
    expect([
      finds({ text: '^$', isExpression: true }, ''),
      finds({ text: '^$', isExpression: true }, 'x'),
    ]).toEqual([true, false]);
  });

  it('reads an expression leniently where the strict grammar refuses it', () => {
    expect(finds({ text: 'bob\\@acme', isExpression: true }, 'bob@acme.example')).toBe(true);
  });

  it.each([
    ['(a', 'unterminated group'],
    ['[z-a]', 'range out of order in character class'],
    ['a)|(b', "unmatched ')'"],
    ['*', 'nothing to repeat'],
  ])('says what is wrong with %s', (text, complaint) => {
    expect(compileQuery({ ...PLAIN, text, isExpression: true, wholeCell: true })).toEqual({
      ok: false,
      failure: complaint,
    });
  });
});

describe('matches', () => {
  it('begins at the start each time, though the expression remembers where it was', () => {
    const expression = /a/g;
    expect([matches(expression, 'a'), matches(expression, 'a')]).toEqual([true, true]);
  });
});

it('finds all places of a cell, in either case or in the one that is written', () => {
  const flags = (query: Partial<FindQuery>) => {
    const compiled = compileQuery({ ...PLAIN, ...query });
    return compiled.ok ? compiled.value.flags : compiled.failure;
  };
  expect(flags({ text: 'a' })).toBe('giu');
  expect(flags({ text: 'a', matchCase: true })).toBe('gu');
  expect(flags({ text: '\\-', matchCase: true, isExpression: true })).toBe('g');
  expect(flags({ text: '\\-', isExpression: true })).toBe('gi');
});
