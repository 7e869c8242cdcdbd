import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Situation } from '../../shared/failures/entry.ts';
import { failureSentence } from '../../shared/failures/failures.ts';
import { DialogFrame } from '../app/dialogs/dialog-frame.tsx';
import { describeWritten } from '../app/session/describe-written.ts';
import { useSession } from '../app/session/session.ts';
import type { Document } from '../app/session/document.ts';
import { VerdictNote } from '../verdict/verdict-note.tsx';
import type { Exported } from './export-roster.ts';
import { useSituation } from '../app/session/situation.ts';

interface Props {
  readonly exported: Exported;
  readonly roster: Document['roster'];
  readonly onClose: () => void;
}

/** Says what was written, what Agent Connect would make of it, and how it goes on there. */
export function ExportedDialog({ exported, roster, onClose }: Props) {
  const { main, leftOut, accepted, mode, verdict } = exported;
  const here = useSituation();
  return (
    <DialogFrame
      title={`${main.rows.toLocaleString('en-US')} ${main.rows === 1 ? 'row' : 'rows'} written to “${main.file.name}”`}
      size="medium"
      onClose={onClose}
      actions={
        <>
          <ShowInFolder handle={main.file.handle} />
          <Button variant="filled" data-autofocus onClick={onClose}>
            Back to the roster
          </Button>
        </>
      }
    >
      <div className="exported">
        <VerdictNote verdict={verdict} roster={roster} />
        <p>{describeWritten(main.replaced)}</p>
        {leftOut !== null && <p>{describeLeftOut(leftOut, here)}</p>}
        {accepted && <p>{NEXT[mode]}</p>}
      </div>
    </DialogFrame>
  );
}

/** How it goes on, after the vendor's pages on bulk creation and on bulk updates. */
const NEXT = {
  create:
    'In Agent Connect: Manage Team, Add Users, Bulk Create Users; upload the file, select Preview, check what it shows, then Continue. Everyone gets a welcome email unless you use Delay Welcome Emails.',
  update:
    'In Agent Connect: Manage Team, where “Download Current Team” is; upload the file and look through the preview, where red is an error and green a change, then Confirm. It takes some minutes, and an email says what went wrong.',
} as const satisfies Record<Exported['mode'], string>;

function describeLeftOut(leftOut: NonNullable<Exported['leftOut']>, here: Situation): string {
  if ('failure' in leftOut)
    return `The rows that are left out were not written to a file of their own: ${failureSentence(leftOut.failure, here)} Nothing is lost: export again to write them.`;
  const { rows, file } = leftOut;
  return `${rows === 1 ? 'The 1 row' : `The ${rows.toLocaleString('en-US')} rows`} that ${rows === 1 ? 'is' : 'are'} left out went to “${file.name}” beside it, read back as well.`;
}

function ShowInFolder({ handle }: { readonly handle: string }) {
  const session = useSession();
  const here = useSituation();
  const [said, setSaid] = useState('');
  const show = async (): Promise<void> => {
    const answer = await session.host.call('file.showInFolder', { file: handle });
    setSaid(answer.ok ? '' : failureSentence(answer.failure, here));
  };
  return (
    <>
      <span className="at-start" role="status">
        {said}
      </span>
      <Button onClick={() => void show()}>Show in folder</Button>
    </>
  );
}
