import type { DraftRecord } from '../../shared/drafts/draft-record.ts';
import { columnsOf } from '../../shared/drafts/write-records.ts';
import type { Step } from '../../shared/roster/history.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { isOnDisk } from '../app/session/save-roster.ts';
import type { Document } from '../app/session/document.ts';
import { RowsAsTheyWere } from './rows-as-they-were.ts';

/** A roster as it was when its draft began. */
export interface Beginning {
  readonly name: string;
  readonly file: string | null;
  readonly origin: Extract<DraftRecord, { kind: 'origin' }>;
  readonly mode: Settings['mode'];
  readonly rows: RowsAsTheyWere;
  /** The step that the rows hold already. */
  readonly first: Step;
  /** Whether the file holds the rows as they were before it. */
  readonly isInFile: boolean;
}

/** Longest name of a roster that the host is told, in characters. */
const MAX_NAME_LENGTH = 300;

/** What is told of a roster right after its first step. */
export function beginningOf(document: Document, first: Step, mode: Settings['mode']): Beginning {
  const { roster, file, form, delimiter, how, sourceColumns } = document;
  return {
    name: document.name.slice(0, MAX_NAME_LENGTH),
    file: file?.handle ?? null,
    origin: {
      ...{ kind: 'origin', columns: columnsOf(roster.columns), nextId: roster.nextId },
      rows: roster.rows.length,
      ...{ form, delimiter, how, sources: sourceColumns.map((column) => ({ ...column })) },
    },
    mode,
    rows: new RowsAsTheyWere(roster),
    first,
    isInFile: file !== null && isOnDisk(file) && isFresh(document),
  };
}

/** Whether a roster is as it was read, but for its one step. */
function isFresh({ history, saves }: Document): boolean {
  return saves === 0 && history.done.length === 1 && history.undone.length === 0;
}
