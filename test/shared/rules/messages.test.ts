import { describe, expect, it } from 'vitest';
import { fixLabel, sentenceOf, shownValue, titleOf } from '../../../shared/rules/messages.ts';
import { RULE_CODES } from '../../../shared/rules/rules.ts';
import { type Cells, checkPeople } from './build-roster.ts';

function spoken(person: Cells): string[] {
  const { checker, people } = checkPeople([person]);
  return checker
    .problemsOf(2)
    .flatMap((problem) => [
      sentenceOf(problem, people),
      ...problem.fixes.map((fix) => fixLabel(problem, fix, people)),
      JSON.stringify(problem.facts),
    ]);
}

describe('messages', () => {
  it('every code has a short heading of its own', () => {
    const titles = RULE_CODES.map(titleOf);
    expect(new Set(titles).size).toBe(RULE_CODES.length);
    for (const title of titles) expect(title).toMatch(/^[A-Z].{4,40}[^.]$/);
  });

  it('security 18: never show a temporary password, whatever is wrong with it', () => {
    for (const secret of ['S3cr', '\u200bS3cr', ' S3cr ', 'S3cr\u0000et\n', 'S3cr  et']) {
      const all = spoken({ temporaryPassword: secret, lastName: 'S3cr' }).slice(0);
      expect(all.length).toBeGreaterThan(0);
      expect(all.join(' ')).not.toContain('S3cr');
    }
    expect(shownValue('temporaryPassword', 'S3cr')).toBe('••••••••');
    expect(shownValue('temporaryPassword', '')).toBe('');
    expect(shownValue('lastName', 'Ray')).toBe('Ray');
  });

  it('cut long values and put them on one line', () => {
    const [sentence = ''] = spoken({ email: `a\n${'b'.repeat(1000)}` });
    expect(sentence).toBe(
      `“a ${'b'.repeat(58)}…” has no @ sign; give the whole address, such as name@company.com.`,
    );
  });

  it('say what a fix will do', () => {
    const { checker, people } = checkPeople([
      { email: 'bob@@acme.com', homeTown: ' A', stateOrCountry: ' ', teamLeader: 'lae@acme.com' },
    ]);
    const labels = checker
      .problemsOf(2)
      .flatMap((problem) => problem.fixes.map((fix) => fixLabel(problem, fix, people)));
    expect(labels).toEqual([
      'Change to bob@acme.com',
      'Remove the spaces',
      'Remove the spaces',
      'Change to lea@acme.com',
    ]);
  });

  it('end with a full stop or a question, in sentence case, without exclamation marks', () => {
    const sentences = [
      ...spoken({ email: 'x', role: '', startDate: 'soon', groups: 'A', temporaryPassword: 'a' }),
      ...spoken({ phoneChannel: 'Yes', employmentStatus: 'FT', licenseType: 'Gold', firstName: '=x\u0000' }),
    ].filter((text) => !text.startsWith('{') && !/^(Change|Remove|Make)/.test(text));
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z“].*[.?]$/);
    expect(sentences.join('')).not.toContain('!');
  });
});
