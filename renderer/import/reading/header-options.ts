import type { HeaderChoice } from '../../../shared/roster/find-header.ts';
import { isBlankRow } from '../../../shared/roster/find-header.ts';
import { visible } from './readings.ts';
import type { Understood } from './understand-preview.ts';

/** Lines that can be chosen; a header further down is chosen from the preview. */
const MOST_LINES = 40;
const MOST_CELLS = 3;

/** What can be chosen as the header row: the first lines with text, each with its first cells, and none. */
export function headerOptions({
  rows,
  header,
  detectedHeader,
}: Understood): { readonly value: string; readonly label: string }[] {
  const lines = rows
    .filter(({ cells, line }) => line > 0 && !isBlankRow(cells) && (line <= MOST_LINES || line === header))
    .map(({ line, cells }) => ({
      value: String(line),
      label: `Line ${line}${line === detectedHeader ? ' – detected' : ''}: ${beginning(cells)}`,
    }));
  return [{ value: 'none', label: 'There is no header row' }, ...lines];
}

/** What a chosen option says; nothing where it is what was found. */
export function headerSaid({ detectedHeader }: Understood, value: string): HeaderChoice | undefined {
  if (value === 'none') return 'none';
  return Number(value) === detectedHeader ? undefined : Number(value);
}

function beginning(cells: readonly string[]): string {
  const texts = cells.filter((text) => text.trim() !== '');
  const shown = texts.slice(0, MOST_CELLS).map(visible).join(', ');
  return texts.length > MOST_CELLS ? `${shown}, …` : shown;
}
