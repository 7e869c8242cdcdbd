import { Button } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { runCommand } from '../app/commands/command.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { describeFilter } from './find-words.ts';
import css from './filter.module.css';

/**
 * The line below the grid that says which rows are shown and why, with the way back to all; at the foot, so that no
 * row moves.
 */
export function FilterBar() {
  const session = useSession();
  const document = useSessionState((state) => state.document);
  if (!document?.shown) return null;
  const { rows, filter } = document.shown;
  const total = document.roster.rows.length;
  return (
    <section data-part="filter" className={css['filterBar']} aria-label="Filter">
      <IconFilter size={15} aria-hidden />
      <span role="status">
        {rows.length.toLocaleString('en-US')} of {total.toLocaleString('en-US')} rows shown
      </span>
      <span className={css['filterWhy']}>{describeFilter(document.roster, filter)}</span>
      <Button
        size="compact-sm"
        title="Rows that were mended or changed meanwhile go and come"
        onClick={() => {
          runCommand(session, 'view.filterAgain');
        }}
      >
        Apply again
      </Button>
      <Button
        size="compact-sm"
        onClick={() => {
          runCommand(session, 'view.filterClear');
        }}
      >
        Clear
      </Button>
    </section>
  );
}
