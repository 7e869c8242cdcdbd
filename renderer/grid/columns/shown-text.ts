import { columns, type FieldKind } from '../../../shared/person/catalogue.ts';

/** What stands for a temporary password: always as long, so that it does not even tell its length. */
const MASK = '••••••••';

const SHOWN: Partial<Record<FieldKind, (text: string) => string>> = {
  password: (text) => (text === '' ? '' : MASK),
  yesNo: (text) => (text === 'y' ? '✓' : text === 'n' ? '–' : text),
  deactivated: (text) => (text === 'y' ? '✓' : text),
};

/** Characters of a text that a cell shows: more than the widest one has room for, and few enough to draw at once. */
const LONGEST_SHOWN = 5000;

/** A cell's text as the grid shows it: line breaks as a sign, y and n as marks, temporary passwords never. */
export function shownText(position: number, text: string): string {
  const field = columns[position]?.field;
  const show = field && SHOWN[field];
  if (show) return show(text);
  const start = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  return LINE_BREAK.test(start) ? start.replace(LINE_BREAKS, ' ↵ ') : start;
}

const LINE_BREAK = /[\r\n]/;
const LINE_BREAKS = /\r\n|\r|\n/g;
