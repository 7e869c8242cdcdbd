/** Rows at the end of a file that are looked at: a total, who made the list and when, a note on secrecy. */
export const MOST_CLOSING = 6;

/** Words that begin the lines below a list, in the languages of the usual exports; never a role or a name by itself. */
const BEGINNING =
  /^(?:(?:grand |sub-?)?totals?|sum|count|records?|rows|number of|(?:gesamt|end)?summe|gesamt|anzahl|total(?:e|es)?|nombre|número|suma|razem|celkem|összesen|toplam|итого|всего|generated|exported|printed|created (?:on|by|at)|headcount|effectifs?|antal|aantal|totaal|summa|yhteensä|report|erstellt|stand|confidential|internal use|vertraulich|confidentiel|end of|page \d+|©|合計|总计|總計|합계)(?:\b|[\s:：(=]|$)/iu;

/** A row of people has more cells than this share of the columns; a closing one has fewer. */
const FEW_CELLS = 1 / 3;

/** A cell longer than this is prose; a closing line is short. */
const LONGEST = 200;

/**
 * Whether a row at the end of a file closes the list rather than naming a person: a few cells among many columns, none
 * of them an address, the first beginning as totals and footers do.
 */
export function isClosingRow(cells: readonly string[], columns: number): boolean {
  const texts = cells.map((text) => text.trim()).filter((text) => text !== '');
  const [first = ''] = texts;
  if (texts.length > Math.max(1, columns * FEW_CELLS) || columns < 3) return false;
  return first.length <= LONGEST && BEGINNING.test(first) && !texts.some((text) => text.includes('@'));
}
