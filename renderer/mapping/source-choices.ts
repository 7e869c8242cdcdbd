import { type ColumnKey, columnOf, columns } from '../../shared/person/catalogue.ts';
import { columnsOf, isDecision, type SourceUse } from '../../shared/mapping/assign-source.ts';
import type { Source } from '../../shared/mapping/list-sources.ts';
import type { ColumnMapping, MappedColumn } from '../../shared/mapping/mapping.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What a source can be used for, as a list to choose from; each says what it would take the place of. */
export function sourceChoices(mapping: ColumnMapping, sources: readonly Source[], index: number) {
  const headersOf = (entry: MappedColumn): string => {
    // What another column only decides gives way without a word: it is not lost.
    const others = isDecision(entry.from) ? [] : columnsOf(entry.from).filter((column) => column !== index);
    const [only, ...more] = others;
    if (only === undefined) return '';
    return more.length === 0 ? `“${shortHeader(sources[only]?.header ?? '')}”` : `${others.length} others`;
  };
  const items = columns.flatMap(({ key, header, short = header }): Choice[] => {
    const others = mapping.filter((entry) => entry.key === key).map(headersOf);
    const [other = ''] = others;
    if (other === '') return [{ value: valueOf({ kind: 'column', key }), label: header }];
    const joined = { value: valueOf({ kind: 'joined', key }), label: `${short} with ${other}` };
    if (columnOf(key).field === 'groups') return [joined];
    const instead = { value: valueOf({ kind: 'column', key }), label: `${header} instead of ${other}` };
    return canJoin(key) ? [instead, joined] : [instead];
  });
  return [
    { value: valueOf({ kind: 'none' }), label: 'Not needed' },
    { value: valueOf({ kind: 'name' }), label: 'First and last name' },
    { value: valueOf({ kind: 'channels' }), label: 'Phone, chat and email' },
    { group: 'A column of Agent Connect', items },
  ];
}

/** Characters of a header in a list of choices, which is as wide as a short name. */
const LONGEST_HEADER = 16;

/** A header as it is named in a list of choices. */
export function shortHeader(header: string): string {
  return header.length > LONGEST_HEADER ? `${header.slice(0, LONGEST_HEADER - 1)}…` : header;
}

/** Columns whose texts make sense with others after them. */
function canJoin(key: ColumnKey): boolean {
  const { field } = columnOf(key);
  return field === 'text' || field === 'longText';
}

/** The value of a choice. */
export function valueOf(use: SourceUse): string {
  return 'key' in use ? `${use.kind} ${use.key}` : use.kind;
}

/** The choice of a value. */
export function chosenUse(value: string): SourceUse {
  const [kind, name] = value.split(' ');
  const key = columns.find((column) => column.key === name)?.key;
  if (key !== undefined && (kind === 'column' || kind === 'joined')) return { kind, key };
  return { kind: kind === 'name' || kind === 'channels' ? kind : 'none' };
}
