/** What a list of names is of; a group's name holds no comma and no brace, since those part groups in a cell. */
export type NamesOf = 'roles' | 'groups';

/**
 * The names in a text that was pasted from a spreadsheet or typed, one to a line or a cell; groups also as a cell of a
 * roster has them, `{Support, Tier 2}`. Each once, without the spaces around it; its spelling is its own.
 */
export function readNames(text: string, of: NamesOf): string[] {
  const parts = text.split(of === 'groups' ? /[\n\r\t,{}]/ : /[\n\r\t]/);
  const names = parts.map((part) => unquoted(part.trim()).normalize('NFC').trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

/** A spreadsheet quotes a cell with a comma or a quote in it, and doubles the quotes. */
function unquoted(cell: string): string {
  const isQuoted = cell.length > 1 && cell.startsWith('"') && cell.endsWith('"');
  return isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
