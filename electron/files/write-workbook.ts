import { writeXlsxStream } from 'hucre/xlsx';

/** The `_` of what a reader would take for an escape, and the two characters that XML cannot hold and hucre lets pass. */
const MUST_ESCAPE = /_(?=x[0-9a-f]{4}_)|[\uFFFE\uFFFF]/gi;

/**
 * Writes rows as an .xlsx workbook of one sheet whose header row stays in view. Every cell is text by its number
 * format, too, so that a spreadsheet keeps the zeros of an ID that is edited in it.
 */
export async function writeWorkbook(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const stream = writeXlsxStream(escapedRows(rows), {
    name: 'Roster',
    columns: Array.from({ length: width }, () => ({ style: { numFmt: '@' } })),
    freezePane: { rows: 1 },
  });
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function* escapedRows(rows: readonly (readonly string[])[]): Generator<string[]> {
  for (const row of rows) yield row.map(escapeText);
}

/** ECMA-376 part 1, 22.9.2.19: `_x0041_` stands for the letter A unless its first `_` is written as `_x005F_`. */
function escapeText(text: string): string {
  return text.replaceAll(MUST_ESCAPE, (character) => {
    return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}
