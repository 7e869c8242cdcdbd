import { describe, expect, it } from 'vitest';
import { uploadCost } from '../../../../shared/upload/orders/upload-cost.ts';

function costOf(create: number, changed: number, teamSize: number, lookUps = 2 * (create + changed)) {
  const counts = { create, changed, exists: 0, blocked: 0, held: 0 };
  return uploadCost({ counts, requests: { writes: create + changed, lookUps } }, teamSize, 60);
}

describe('what an upload costs', () => {
  it('is one request a person and a few pages, or three where each is looked up', () => {
    expect(costOf(100, 0, 45)).toEqual({
      usual: { requests: 106, minutes: 106 / 60 },
      careful: { requests: 300, minutes: 5 },
    });
    expect(costOf(0, 1000, 2000).usual.requests).toBe(1000 + 2 * 9);
    expect(costOf(10_000, 0, 45).usual.requests / 10_000).toBeLessThan(1.05);
  });

  it('is one look-up for each of whom one identifier alone is known', () => {
    expect(costOf(100, 0, 45, 100).careful.requests).toBe(200);
    expect(costOf(12, 0, 45, 12)).toMatchObject({ usual: { requests: 12 + 6 }, careful: { requests: 24 } });
    // With six pages to read, six look-ups are no dearer.
    expect(costOf(6, 0, 45, 6).usual.requests).toBe(12);
  });

  it('is that of looking up where few people are sent to a large team', () => {
    const { usual, careful } = costOf(10, 0, 50_000);
    expect(usual).toEqual(careful);
    expect(costOf(0, 0, 45).usual.requests).toBe(0);
  });
});
