import type { SourceForm } from '../contract.ts';

type Workbook = Extract<SourceForm, { kind: 'workbook' }>;

/** How many sheets a workbook has, for a person. */
export function sheetCount({ sheets, hidden }: Workbook): string {
  const all = `${sheets.length} ${sheets.length === 1 ? 'sheet' : 'sheets'}`;
  return hidden.length === 0 ? all : `${all} and ${hidden.length} hidden`;
}

/** Why the sheet that was opened is the one; null where there was nothing to choose. */
export function whySheet({ sheet, hidden, picked }: Workbook): string | null {
  if (hidden.includes(sheet))
    return picked === 'chosen' ? 'It is hidden in Excel.' : 'It is hidden; the visible ones are empty.';
  return picked === 'likeliest' ? 'It looks more like a roster than the sheets before it.' : null;
}
