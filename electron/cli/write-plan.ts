import { type ExportPlan, leftOutCount, planRows } from '../../shared/export/plan-export.ts';
import type { Failure } from '../../shared/failures/failures.ts';
import { type Result, success } from '../../shared/failures/result.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import type { Delimiter, WriteFormat } from '../../shared/text/formats.ts';
import { serializeInBatches } from '../../shared/text/serialize.ts';
import { writeOut } from './write-out.ts';

/** Where and in which form to write. */
export interface Target {
  readonly path: string;
  readonly format: WriteFormat;
  readonly delimiter: Delimiter;
  /** Whether the delimiter is that of a template. */
  readonly hasTemplate: boolean;
}

/** Rows that are made text at once. */
const ROWS_A_BATCH = 5000;

/** What was written. */
export interface Written {
  readonly path: string;
  readonly format: WriteFormat;
  /** People, the header not counted. */
  readonly rows: number;
  readonly bytes: number;
}

/** Writes one of the plan's two files safely: whole and read back, or not at all. */
export async function writePlan(
  roster: Roster,
  plan: ExportPlan,
  { path, format, delimiter, hasTemplate }: Target,
  which: 'written' | 'leftOut' = 'written',
): Promise<Result<Written, Failure>> {
  const rows = planRows(roster, plan, which);
  const texts = Array.from(serializeInBatches(rows, delimiter, ROWS_A_BATCH), ({ text }) => text);
  const written = await writeOut(path, format, texts, { hasTemplate });
  const people = which === 'written' ? plan.written.length : leftOutCount(plan);
  return written.ok ? success({ path, format, rows: people, bytes: written.value.bytes }) : written;
}
