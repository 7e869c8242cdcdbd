import { describe, expect, it } from 'vitest';
import { plausibility } from '../../../../electron/files/encoding/plausibility.ts';

describe('plausibility', () => {
  it('is whole where nothing is beyond ASCII, whatever stands there', () => {
    for (const text of ['', 'Role', 'aB cD,x"y', 'a\u0001b']) expect(plausibility(text)).toBe(1);
  });

  it.each([
    // The right reading, and the same bytes in another encoding.
    ['Zoë Müller', 'ZoÃ« MÃ¼ller'],
    ['Zoë', 'Zoλ'],
    ['Иванов Иван', 'Èâàíîâ Èâàí'],
    ['Иванов Иван', 'хБЮМНБ хБЮМ'],
    ['Őze Éva', 'Õze Éva\u0081'],
    ['François', 'Fran‡ois'],
    ['Łukasz', '£ukasz'],
    ['it’s', 'it\u0092s'],
    ['Ørsted', 'ørsted'],
  ])('of %j is more than of %j', (right, wrong) => {
    expect(plausibility(right)).toBeGreaterThan(plausibility(wrong));
  });

  it('counts a sign inside a word for more than one beside it, and a quote for less', () => {
    expect(plausibility('Ann ± Lee')).toBeGreaterThan(plausibility('Ann± Lee'));
    expect(plausibility('Ann “Lee”')).toBeGreaterThan(plausibility('Ann“Lee'));
    expect(plausibility('Ann´s')).toBeLessThanOrEqual(plausibility('Ann’s'));
  });
});
