import type { Reply, SourceForm } from '../../shared/contract.ts';

/** A few lines of a file as one encoding reads them. */
export type Reading = Reply<'file.readings'>['readings'][number];

/**
 * The readings worth showing: the one the file was opened in, the likely ones, then those that hold every byte. An
 * encoding that cannot be the one stands last.
 */
export function inOrder(
  readings: readonly Reading[],
  form: Extract<SourceForm, { kind: 'text' }> | null,
): Reading[] {
  const first = form === null ? [] : [form.encoding, ...form.others];
  const rank = ({ encoding, whole }: Reading): number => {
    const place = first.indexOf(encoding);
    return place !== -1 ? place : first.length + (whole ? 0 : 1);
  };
  return readings.toSorted((a, b) => rank(a) - rank(b));
}

/** Cells apart by a middle dot, so that the names of a line stand out; control characters as a sign that can be seen. */
export function visibleLine(line: string): string {
  return line
    .replaceAll(/["\r\n]/g, '')
    .split(/[\t,;|]/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' · ')
    .replaceAll(/[\0-\u001f\u007f-\u009f]/g, '␦');
}
