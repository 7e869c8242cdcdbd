import { describe, expect, it } from 'vitest';
import { uploadCost } from '../../../../shared/upload/orders/upload-cost.ts';

const costOf = (create: number, changed: number, teamSize: number, rate = 60) =>
  uploadCost({ counts: { create, changed, exists: 0, blocked: 0, held: 0 } }, teamSize, rate);

describe('what an upload costs', () => {
  it('is one request a person and a few pages, or three where each is looked up', () => {
    expect(costOf(100, 0, 45)).toEqual({
      usual: { requests: 106, minutes: 106 / 60 },
      careful: { requests: 300, minutes: 5 },
    });
    expect(costOf(0, 1000, 2000).usual.requests).toBe(1000 + 2 * 9);
    expect(costOf(10_000, 0, 45).usual.requests / 10_000).toBeLessThan(1.05);
  });

  it('is that of looking up where few people are sent to a large team', () => {
    const { usual, careful } = costOf(10, 0, 50_000);
    expect(usual).toEqual(careful);
    expect(costOf(0, 0, 45).usual.requests).toBe(0);
  });
});
