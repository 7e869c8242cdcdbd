import { describe, expect, it } from 'vitest';
import { endingSentence } from '../../../../shared/upload/journal/ending-sentence.ts';
import { OUTCOMES, reason as reasons } from '../../../../shared/upload/journal/outcome.ts';

describe('why a row has ended', () => {
  it('is said in whole sentences, for every reason and outcome', () => {
    for (const outcome of OUTCOMES)
      for (const reason of reasons.options)
        for (const words of ['', '“acme” has failed.']) {
          const sentence = endingSentence({ outcome, reason, words });
          if (sentence !== words) expect(sentence).toMatch(/^[A-Z].*[.”]\.?$/);
          expect(sentence).not.toContain('undefined');
        }
  });

  it('repeats the server’s words and the reasons of the plan', () => {
    const said = endingSentence({ outcome: 'failed', reason: 'notAccepted', words: 'role not found: X' });
    expect(said).toBe(
      'Agent Connect did not accept this person: “role not found: X”. Correct the row and upload it again.',
    );
    const held = { outcome: 'held', reason: 'planned', words: 'The Team Leader is blocked.' } as const;
    expect(endingSentence(held)).toBe('The Team Leader is blocked.');
    expect(endingSentence({ outcome: 'created', reason: null, words: '' })).toBe('');
  });

  it('names each field that was stored otherwise, whatever else there is to say', () => {
    const stored = [
      { column: 'firstName', sent: 'Alexandria', stored: 'Alexandr' },
      { column: 'homeTown', sent: 'Oslo', stored: '' },
    ] as const;
    const created = { outcome: 'created', reason: null, words: '', stored } as const;
    const differences =
      'First Name: sent “Alexandria”, stored “Alexandr”. Home Town: sent “Oslo”, nothing stored.';
    expect(endingSentence(created)).toBe(differences);
    const found = endingSentence({ ...created, outcome: 'updated', reason: 'notConfirmed' });
    expect(found).toBe(`No usable answer came, but Agent Connect has what was to be changed. ${differences}`);
    expect(found).not.toMatch(/nothing was sent/i);
  });
});
