import { describe, expect, it } from 'vitest';
import * as names from '../../../shared/matching/person-name.ts';

describe('foldName', () => {
  it.each([
    ['Siobhán O’Brien', 'siobhan obrien'],
    ['GROẞE Straße', 'grosse strasse'],
    ['Łukasz Đorđe', 'lukasz dorde'],
    ['Þóra Æsa Œuvre Ørn ıd', 'thora aesa oeuvre orn id'],
    ['김 서준', '김 서준'],
  ])('%s: %s', (name, folded) => {
    expect(names.foldName(name)).toBe(folded);
  });
});

describe('wordsOf', () => {
  it('leaves out titles as long as other words are left', () => {
    expect(names.wordsOf('dr. prof mara quill')).toEqual(['mara', 'quill']);
    expect(names.wordsOf('dr. mara', 2)).toEqual(['dr', 'mara']);
    expect(names.wordsOf('dr prof')).toEqual(['prof']);
    expect(names.wordsOf('mara dr')).toEqual(['mara', 'dr']);
  });

  it('takes eight words at most, and none of nothing', () => {
    expect(names.wordsOf('a b c d e f g h i')).toHaveLength(8);
    expect(['', ' ', '- ,'].map((text) => names.wordsOf(text))).toEqual([[], [], []]);
  });
});

describe('readName', () => {
  it('is the words in any order, and those with two letters for one where that makes a difference', () => {
    expect(names.readName('Quill, Mara').keys).toEqual(['mara quill']);
    expect(names.readName('Jürgen Møller').keys).toEqual(['jurgen moller', 'juergen moeller']);
    expect(names.readName('A\u030asa').keys).toEqual(['asa', 'aasa']);
    expect(names.readName(' ,').keys).toEqual([]);
  });
});

describe('ownName', () => {
  it('has a key for each way of spelling, whichever name it is in', () => {
    expect(names.ownName('Hans', 'Müller').keys).toEqual(['hans muller', 'hans mueller']);
    expect(names.ownName('Jörg', 'Bann').keys).toEqual(['bann jorg', 'bann joerg']);
    expect(names.ownName('Jörg', 'Müller').keys).toEqual(['jorg muller', 'joerg mueller']);
    expect(names.ownName('Mara', 'Quill').keys).toEqual(['mara quill']);
  });

  it('has the family’s name before the given one as one word where scripts write it so', () => {
    expect(names.ownName('美咲', '佐藤').keys).toEqual(['佐藤 美咲', '佐藤美咲']);
    expect(names.ownName('Mara', '佐藤').keys).toEqual(['mara 佐藤']);
    expect(names.ownName('美咲', 'Quill').keys).toEqual(['quill 美咲']);
  });
});

describe('isShortName', () => {
  it('is one word, unless a whole name is written so', () => {
    const isShort = (first: string, last: string) => names.isShortName(names.ownName(first, last));
    expect([isShort('Mara', ''), isShort('', 'Quill'), isShort('', ''), isShort('美', '')]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([isShort('Mara', 'Quill'), isShort('佐藤美咲', ''), isShort('', '佐藤')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('spokenOrders', () => {
  const orders = (name: string) => names.spokenOrders(names.readName(name));

  it('turns the first or the last word to the other end, unless a comma says the order', () => {
    expect(orders('Mara Ann Quill')).toEqual(['mara ann quill', 'ann quill mara', 'quill mara ann']);
    expect(orders('Quill Bann, Mara Ann')).toEqual(['mara ann quill bann']);
    expect(orders('Quill, ')).toEqual(['quill']);
    expect(orders('')).toEqual(['']);
  });
});

describe('waysToSplit', () => {
  const ways = (name: string) =>
    names
      .waysToSplit(names.readName(name))
      .map(({ given, family }) => `${given.join(' ')} | ${family.join(' ')}`);

  it('is at each place and both ways round, or at the comma', () => {
    expect(ways('Mara Ann Quill')).toEqual([
      'mara | ann quill',
      'ann quill | mara',
      'mara ann | quill',
      'quill | mara ann',
    ]);
    expect(ways('Quill Bann, Mara')).toEqual(['mara | quill bann']);
    expect(ways('Mara')).toEqual([]);
  });
});

describe('the keys of parts of a name', () => {
  const own = (given: string, family: string) => names.ownName(given, family).partKeys;
  const sought = (given: string, family: string) => names.soughtPartKeys(given.split(' '), family.split(' '));
  const asText = (keys: readonly string[]) => keys.map((key) => key.replace('\n', ' '));

  it('are the family’s name with the initial and with what the given one may be short for', () => {
    expect(asText(own('uwe', 'bann'))).toEqual(['bann u']);
    expect(asText(own('bill', 'bann'))).toEqual(['bann b', 'bann en william']);
    expect(asText(own('', 'bann'))).toEqual([]);
    expect(asText(own('uwe', ''))).toEqual([]);
  });

  it('are the first and the last word of a longer family name, marked on one side, without particles', () => {
    const initials = (keys: readonly string[]) => asText(keys).filter((key) => key.endsWith(' u'));
    expect(initials(own('uwe', 'smith van jones'))).toEqual(['smith van jones u', '~smith u', '~jones u']);
    expect(initials(own('uwe', 'von der heide'))).toEqual(['von der heide u', '~von u', '~heide u']);
    expect(initials(own('uwe', 'de lu'))).toEqual(['de lu u']);
    expect(initials(sought('uwe', 'smith jones'))).toEqual([
      'smith jones u',
      '~smith jones u',
      'smith u',
      'jones u',
    ]);
    expect(initials(sought('uwe', 'bann'))).toEqual(['bann u', '~bann u']);
  });
});

describe('likenessOf', () => {
  it.each([
    ['mara', 'mara', 'nameParts'],
    ['m', 'm', 'initials'],
    ['bill', 'william', 'nickname'],
    ['bill', 'will', 'nickname'],
    ['m', 'mara', 'initials'],
    ['mara', 'm', 'initials'],
    ['mara', 'marie', null],
    ['m', 'ivo', null],
    ['mara', 'i', null],
    ['', 'm', null],
    ['m', '', null],
    ['', '', null],
  ])('of %j and %j: %s', (named, own, likeness) => {
    expect(names.likenessOf([named, 'x'], [own])).toBe(likeness);
  });
});
