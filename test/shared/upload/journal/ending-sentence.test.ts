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
      'First Name was sent as “Alexandria”, stored as “Alexandr”. Home Town was sent as “Oslo”, and is empty there.';
    expect(endingSentence(created)).toBe(differences);
    const found = endingSentence({ ...created, outcome: 'updated', reason: 'notConfirmed' });
    expect(found).toBe(`No usable answer came, but Agent Connect has what was to be changed. ${differences}`);
    expect(found).not.toMatch(/nothing was sent/i);
  });

  it('names what is not confirmed of somebody who was found, and no more than that', () => {
    const found = { outcome: 'created', reason: 'notConfirmed', words: '' } as const;
    const there = 'No usable answer came, but the person is in Agent Connect.';
    expect(endingSentence(found)).toBe(there);
    expect(endingSentence({ ...found, unverifiable: ['password'] })).toBe(
      `${there} Whether the temporary password was taken is not confirmed.`,
    );
    expect(endingSentence({ ...found, unverifiable: ['invitation', 'password'] })).toBe(
      `${there} Whether the invitation went out and the temporary password was taken is not confirmed.`,
    );
  });
});
