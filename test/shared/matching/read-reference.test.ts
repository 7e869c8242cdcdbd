import { describe, expect, it } from 'vitest';
import { bareId, looseId, readReference } from '../../../shared/matching/read-reference.ts';

describe('readReference', () => {
  it.each<[string, string[], string[], string[]]>([
    // Text, addresses, IDs, names.
    ['Mara Quill', [], [], ['Mara Quill']],
    ['mquill', [], ['mquill'], ['mquill']],
    ['Write to Mara@Example.com.', ['mara@example.com'], [], ['Write to']],
    ['Mara Quill mara@example.com…', ['mara@example.com'], [], ['Mara Quill']],
    ['smtp:mara@example.com', ['mara@example.com'], [], []],
    ['a@example.com, b@example.com', ['a@example.com', 'b@example.com'], [], []],
    ['Mara Quill ( 001001 )', [], ['001001'], ['Mara Quill']],
    ['Mara Quill ()', [], [], ['Mara Quill']],
    ['Mara Quill ,, (001001)', [], ['001001'], ['Mara Quill']],
    ['(001001) ,, Mara Quill', [], ['001001'], ['Mara Quill']],
    ['“Mara” Quill', [], [], ['Mara  Quill']],
    ['001001 ,, Mara Quill ,,', [], ['001001 ,, Mara Quill ,,', '001001'], ['Mara Quill']],
    ['Mara Quill .,001001:,', [], ['Mara Quill .,001001', '001001'], ['Mara Quill']],
    ['12 34', [], ['12 34', '12', '34'], []],
    ['001001 – Mara Quill', [], ['001001'], ['Mara Quill']],
    ['-Mara-Ann Quill-', [], [], ['Mara-Ann Quill']],
    ['ACME\\mara', [], ['ACME', 'mara'], ['ACME', 'mara']],
    [',', [], [], []],
  ])('%s', (text, emails, ids, names) => {
    expect(readReference(text)).toEqual({ whole: text, emails, ids, names });
  });

  it.each<[string, string[], string[], string[]]>([
    ['CN=Mara Quill,OU=Staff,DC=example', [], [], ['Mara Quill']],
    ['cn = Quill\\, Mara + mail = Mara@Example.com', ['mara@example.com'], [], ['Quill, Mara']],
    ['uid=mquill;employeeNumber=001001', [], ['mquill', '001001'], []],
    ['E=m@example.com,sAMAccountName=mq,EmployeeID=7', ['m@example.com'], ['mq', '7'], []],
    ['CN=Mara Quill (001001) m@example.com', ['m@example.com'], ['001001'], ['Mara Quill']],
    ['CN=J\\C3\\BCrgen', [], ['Jürgen'], ['Jürgen']],
    ['CN=Mara \\FF Quill', [], [], ['Mara FF Quill']],
    ['/O=ACME/cn=Recipients/cn=Mara Quill', [], ['Recipients'], ['Recipients', 'Mara Quill']],
  ])('takes a distinguished name apart: %s', (text, emails, ids, names) => {
    expect(readReference(text)).toEqual({ whole: text, emails, ids, names });
  });

  it('says nobody of a text that is longer than 300 characters without the spaces around it', () => {
    expect(readReference(` ${'x'.repeat(300)} `).names).toHaveLength(1);
    expect(readReference('x'.repeat(301))).toEqual({
      whole: 'x'.repeat(301),
      emails: [],
      ids: [],
      names: [],
    });
  });
});

describe('looseId', () => {
  it.each([
    ['1001', '1001'],
    [' 1001.0 ', '1001'],
    ['1001,00', '1001'],
    ['0.0', '0'],
    ['E1001.0', 'e10010'],
    ['E 1001/A_2', 'e1001a2'],
    ['a.b', 'ab'],
    ['１００１', '1001'],
    ['1001.5', '10015'],
  ])('of %j is %j', (id, loose) => {
    expect(looseId(id)).toBe(loose);
  });
});

describe('bareId', () => {
  it.each([
    ['001001', '1001'],
    ['00-10', '10'],
    ['000', '0'],
    ['1001', '1001'],
    ['0E12', '0e12'],
    ['E0012', 'e0012'],
  ])('of %j is %j', (id, bare) => {
    expect(bareId(id)).toBe(bare);
  });
});
