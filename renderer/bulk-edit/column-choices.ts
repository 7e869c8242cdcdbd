import { AT, columns } from '../../shared/columns/catalogue.ts';
import { cellAt, type Row } from '../../shared/roster/roster.ts';
import type { Document } from '../session/state.ts';

/** A text that a column may get, and what it stands for where that is not plain. */
interface Choice {
  readonly value: string;
  readonly detail: string;
}

/** Different texts listed at most; a column of more is not one to choose from. */
const MOST = 5000;

/** What to offer for a column: its possible leaders, y and n, or the texts that stand in it, the most frequent first. */
export function columnChoices({ roster }: Document, position: number): readonly Choice[] {
  const field = columns[position]?.field;
  if (field === 'password') return [];
  if (field === 'yesNo') return [plain('y'), plain('n')];
  if (field === 'deactivated') return [plain('y')];
  if (field === 'leader') return leadersOf(roster.rows);
  const counts = new Map<string, number>();
  for (const row of roster.rows) {
    const text = cellAt(row, position);
    if (text !== '' && (counts.size < MOST || counts.has(text)))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return Array.from(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([text]) => plain(text));
}

function plain(value: string): Choice {
  return { value, detail: '' };
}

/** Those who can manage teams, by address or else by ID, each once. */
function leadersOf(rows: readonly Row[]): readonly Choice[] {
  const choices = new Map<string, Choice>();
  for (const row of rows) {
    if (cellAt(row, AT.canManageTeams) !== 'y') continue;
    const value = cellAt(row, AT.email) || cellAt(row, AT.employeeId);
    const detail = `${cellAt(row, AT.firstName)} ${cellAt(row, AT.lastName)}`.trim();
    if (value !== '' && !choices.has(value)) choices.set(value, { value, detail });
  }
  return Array.from(choices.values());
}
