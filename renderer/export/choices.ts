import type { ExportOptions } from '../../shared/export/plan-export.ts';
import type { Template } from '../../shared/export/template.ts';
import { WRITE_FORMATS, type WriteFormat } from '../../shared/text/formats.ts';

/** What the user has chosen in the export dialog. */
export interface Choices extends Pick<ExportOptions, 'rows' | 'leadersFirst' | 'passwords'> {
  readonly format: WriteFormat;
  /** The organization's own, whose form the file is to have; null for the standard one. */
  readonly template: Template | null;
  /** Leaves out the rows of a bulk update that would change nothing. */
  readonly changedOnly: boolean;
}

/** What Agent Connect's article advises, and nothing left out. */
export const USUAL: Choices = {
  changedOnly: true,
  format: 'unicode-text',
  rows: 'all',
  leadersFirst: true,
  passwords: true,
  template: null,
};

/** The name that a file of the chosen form is offered, from the roster's. */
export function exportName(name: string, format: WriteFormat): string {
  return `${stemOf(name)}.${WRITE_FORMATS[format].extension}`;
}

function stemOf(name: string): string {
  const stem = name.replace(/\.(txt|csv|tsv|tab|xlsx|xls)$/i, '').trim();
  return stem === '' ? 'roster' : stem;
}
