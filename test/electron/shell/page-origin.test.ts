import { describe, expect, it } from 'vitest';
import { isOwnFrame, isOwnPage } from '../../../electron/shell/page-origin.ts';

const own = { url: 'app://rollcall/', origin: 'app://rollcall', parent: null };

describe('security 14: only the page that fills its window may call', () => {
  it('our page, also with a place in it', () => {
    expect(isOwnFrame(own)).toBe(true);
    expect(isOwnFrame({ ...own, url: 'app://rollcall/#problems' })).toBe(true);
  });

  it.each([
    ['a frame that is gone', null],
    ['about:blank', { ...own, url: 'about:blank' }],
    ['an opaque origin', { ...own, origin: 'null' }],
    ['a frame in our page', { ...own, parent: own }],
    ['a foreign origin', { ...own, url: 'https://rollcall/', origin: 'https://rollcall' }],
    ['a foreign origin that shows our address', { ...own, origin: 'https://example.com' }],
    ['a look-alike host', { ...own, url: 'app://rollcall.example.com/' }],
  ])('%s', (_title, frame) => {
    expect(isOwnFrame(frame)).toBe(false);
  });
});

describe('security 13: the page is one address', () => {
  it.each([
    'app://rollcall',
    'app://rollcall@example.com/',
    'app://rollcall:80/',
    'app://rollcall/index.html',
    'app://rollcall/?x',
    'app://other/',
    'file:///index.html',
    '',
  ])('not %s', (url) => {
    expect(isOwnPage(url)).toBe(false);
  });
});
