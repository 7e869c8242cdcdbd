import type { ColumnKey } from '../person/catalogue.ts';
import { matchHeaders } from '../person/match-headers.ts';
import { type Delimiter, WRITE_FORMATS, type WriteFormat } from '../text/formats.ts';

/** One column of an organization's template: its header exactly, and the column of the catalogue that it names. */
export interface TemplateColumn {
  readonly header: string;
  readonly key: ColumnKey | null;
}

/** What is needed of a template to write a file in its form. */
export interface Template {
  readonly headers: readonly string[];
  readonly delimiter: Delimiter;
}

/** The columns of a template by their header texts, wherever they stand. */
export function templateColumns({ headers }: Pick<Template, 'headers'>): TemplateColumn[] {
  return matchHeaders(headers).map(({ header, key }) => ({ header, key }));
}

/** The columns of the catalogue that a template has. */
export function templateKeys(template: Pick<Template, 'headers'>): ColumnKey[] {
  return templateColumns(template).flatMap(({ key }) => key ?? []);
}

/** What separates the cells of a file: the template's delimiter wins over the form's, as its headers do. A workbook's text has tabs. */
export function delimiterOf(format: WriteFormat, template: Pick<Template, 'delimiter'> | null): Delimiter {
  const form = WRITE_FORMATS[format];
  return form.kind === 'workbook' ? '\t' : (template?.delimiter ?? form.delimiter);
}
