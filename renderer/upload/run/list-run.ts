import { AT } from '../../../shared/person/catalogue.ts';
import type { ToldRow } from '../../../shared/contract/upload-calls.ts';
import { whyEnded } from '../../../shared/upload/report/report-rows.ts';
import type { ListedRow } from '../list/listed-row.ts';
import type { FollowedRun } from '../upload-state.ts';

/** A row of an upload as the list shows it; it leads to the grid where the roster is open and still has it. */
export function listRun(row: ToldRow, { own }: FollowedRun): ListedRow {
  const id = own?.ids[row.place];
  const isThere = id !== undefined && own?.roster.byId.has(id) === true;
  const why = whyEnded(row);
  return {
    line: row.line.toLocaleString('en-US'),
    name: row.name || row.email || row.employeeId,
    mark: row.state,
    changes: [],
    sentences: why === '' ? [] : [why],
    place: isThere ? { row: id, position: AT.firstName } : null,
  };
}
