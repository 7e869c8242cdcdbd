import { AT, type ColumnKey, columns, isColumnKey } from '../person/catalogue.ts';
import { parseJson } from '../text/plain-text.ts';
import { type DraftRecord, draftRecord } from './draft-record.ts';

/** The fields of a roster in the order of this Rollcall's catalogue, which is that of the cells of its records. */
const FIELDS: readonly ColumnKey[] = columns.map(({ key }) => key);

/** The fields in the order of the drafts of versions 1 and 2, which do not name theirs. It never changes. */
const UNNAMED_FIELDS: readonly ColumnKey[] = [
  ...(['role', 'canManageTeams', 'email', 'employeeId', 'firstName', 'lastName', 'homeTown'] as const),
  ...(['stateOrCountry', 'profile', 'phoneChannel', 'chatChannel', 'emailChannel', 'teamLeader'] as const),
  ...(['employmentStatus', 'startDate', 'groups', 'temporaryPassword', 'licenseType'] as const),
  ...(['deactivated', 'photoUrl'] as const),
];

/** Says in which order of fields the records after it stand: this Rollcall's. */
export const FIELDS_RECORD: DraftRecord = { kind: 'fields', fields: [...FIELDS] };

/** A line of a draft: its record, `newer` where it names a field that this Rollcall does not have, or `damaged`. */
export type ReadLine = DraftRecord | 'newer' | 'damaged';

/**
 * Reads the lines of a draft, the first first, and gives their records the order of this Rollcall's fields: positions
 * are those of the catalogue that wrote them, and a later one may have more fields, or others between them.
 */
export class DraftLineReader {
  #fields = UNNAMED_FIELDS;
  #isReordered = !isSameOrder(UNNAMED_FIELDS);

  /** Whether records stand in another order than this Rollcall would write them; it has to name its own before it adds any. */
  get isReordered(): boolean {
    return this.#isReordered;
  }

  read(line: string): ReadLine {
    const parsed = draftRecord.safeParse(parseJson(line));
    if (!parsed.success) return 'damaged';
    if (parsed.data.kind === 'fields') return this.#name(parsed.data.fields);
    return this.#isReordered ? this.#reorder(parsed.data) : parsed.data;
  }

  #name(fields: readonly string[]): ReadLine {
    const known = fields.filter(isColumnKey);
    if (known.length < fields.length) return 'newer';
    if (new Set(known).size < known.length) return 'damaged';
    this.#fields = known;
    this.#isReordered = !isSameOrder(known);
    return FIELDS_RECORD;
  }

  #reorder(record: Exclude<DraftRecord, { kind: 'fields' }>): DraftRecord {
    switch (record.kind) {
      case 'origin':
        return {
          ...record,
          columns: this.#columns(record.columns),
          sources: record.sources.map((source) => ({ ...source, position: this.#at(source.position) })),
        };
      case 'rows':
        return { ...record, rows: record.rows.map(([id, cells]) => [id, this.#cells(cells)]) };
      case 'part':
        return { ...record, ...this.#piece(record) };
      case 'past':
      case 'step':
        return {
          ...record,
          ...this.#piece(record),
          ...(record.columns && {
            columns: { from: this.#columns(record.columns.from), to: this.#columns(record.columns.to) },
          }),
        };
      default:
        return record;
    }
  }

  #piece({ cells, removed, inserted, excluded }: Piece): Piece {
    return {
      ...(cells && { cells: cells.map(([row, position, from, to]) => [row, this.#at(position), from, to]) }),
      ...(removed && { removed: removed.map(([row, index, texts]) => [row, index, this.#cells(texts)]) }),
      ...(inserted && { inserted: inserted.map(([row, index, texts]) => [row, index, this.#cells(texts)]) }),
      ...(excluded && {
        excluded: excluded.map(([row, header, text, texts]) => [row, header, text, this.#cells(texts)]),
      }),
    };
  }

  #columns(told: Columns): Columns {
    return {
      ...told,
      carried: told.carried.map(({ position, header }) => ({ position: this.#at(position), header })),
      ...(told.moved && {
        moved: told.moved.map(({ place, position }) => ({
          place,
          position: position === null ? null : this.#at(position),
        })),
      }),
    };
  }

  #cells(texts: readonly string[]): string[] {
    const cells = Array<string>(FIELDS.length + Math.max(0, texts.length - this.#fields.length)).fill('');
    texts.forEach((text, position) => {
      cells[this.#at(position)] = text;
    });
    return cells;
  }

  /** The position of a field, or of a column of the file, which stand after all fields. */
  #at(position: number): number {
    const field = this.#fields[position];
    return field === undefined ? position - this.#fields.length + FIELDS.length : AT[field];
  }
}

type Piece = Omit<Extract<DraftRecord, { kind: 'part' }>, 'kind'>;
type Columns = Extract<DraftRecord, { kind: 'origin' }>['columns'];

function isSameOrder(fields: readonly ColumnKey[]): boolean {
  return fields.length === FIELDS.length && fields.every((key, position) => AT[key] === position);
}
