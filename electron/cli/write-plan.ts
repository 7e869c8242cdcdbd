import { type ExportPlan, planRows } from '../../shared/export/plan-export.ts';
import type { Failure } from '../../shared/failures.ts';
import { type Result, success } from '../../shared/result.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import type { Delimiter, WriteFormat } from '../../shared/text/formats.ts';
import { serialize } from '../../shared/text/serialize.ts';
import { writeRoster } from '../files/write-roster.ts';

/** Where and in which form to write. */
export interface Target {
  readonly path: string;
  readonly format: WriteFormat;
  readonly delimiter: Delimiter;
}

/** What was written. */
export interface Written {
  readonly path: string;
  readonly format: WriteFormat;
  /** People, the header not counted. */
  readonly rows: number;
  readonly bytes: number;
}

/** Writes the plan's file safely: whole and read back, or not at all. */
export async function writePlan(
  roster: Roster,
  plan: ExportPlan,
  { path, format, delimiter }: Target,
): Promise<Result<Written, Failure>> {
  const texts = [...serializedSlices(planRows(roster, plan, 'written'), delimiter)];
  const written = await writeRoster(path, format, texts, { overwrite: true });
  return written.ok
    ? success({ path, format, rows: plan.written.length, bytes: written.value.bytes })
    : written;
}

/** Rows a slice: no text grows to the longest that the engine can hold. */
const ROWS_A_SLICE = 5000;

function* serializedSlices(rows: Iterable<readonly string[]>, delimiter: Delimiter): Generator<string> {
  let slice: (readonly string[])[] = [];
  for (const row of rows) {
    slice.push(row);
    if (slice.length < ROWS_A_SLICE) continue;
    yield serialize(slice, delimiter);
    slice = [];
  }
  if (slice.length > 0) yield serialize(slice, delimiter);
}
