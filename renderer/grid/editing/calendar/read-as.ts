import type { CellFinding } from '../../../../shared/rules/finding.ts';

/** How a typed date is read: the day to show, where there is one, and a sentence on what is not plain about it. */
export interface ReadAs {
  readonly date: string | null;
  readonly sentence: string;
}

/** How a typed text is read as a date, given what the rules find in it. */
export function readAs(text: string, findings: readonly CellFinding[]): ReadAs {
  if (text.trim() === '') return { date: null, sentence: '' };
  for (const finding of findings) {
    if (finding.code === 'date.format')
      return { date: finding.facts.date, sentence: `Reads as ${finding.facts.date}.` };
    if (finding.code === 'date.ambiguous') {
      const [first = null] = finding.facts.readings;
      return { date: first, sentence: `Could be ${finding.facts.readings.join(' or ')}.` };
    }
    if (finding.code === 'date.invalid') {
      const { reason } = finding.facts;
      const what = reason === 'noSuchDate' ? 'There is no such day.' : 'Not a date.';
      return { date: null, sentence: `${what} It stays as you type it, and is flagged.` };
    }
    if (finding.code === 'date.implausible')
      return {
        date: finding.facts.date,
        sentence:
          finding.facts.when === 'past'
            ? `${finding.facts.date} is long ago.`
            : `${finding.facts.date} is far ahead.`,
      };
  }
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? text.trim() : null;
  return { date: iso, sentence: '' };
}
