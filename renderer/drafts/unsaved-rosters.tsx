import { Button } from '@mantine/core';
import { IconFileAlert, IconFilePencil } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Reply } from '../../shared/contract/contract.ts';
import type { KeptDraft } from '../../shared/contract/draft-calls.ts';
import { failureSentence } from '../../shared/failures/failures.ts';
import { ConfirmButton } from '../organization/confirm-button.tsx';
import { showFailure } from '../app/session/dialogs.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { KeptLine, KeptList } from '../ui/kept-list.tsx';
import { sayWhen } from '../ui/say-when.ts';
import { describeChanges } from './describe-changes.ts';
import { openDraft } from './open-draft.ts';
import { useSituation } from '../app/session/situation.ts';

type Listed = Reply<'draft.list'>;

/** Rosters that were left with unsaved changes, by a crash or a power cut, offered again. */
export function UnsavedRosters() {
  const session = useSession();
  const here = useSituation();
  const [{ drafts, unreadable }, setListed] = useState<Listed>({ drafts: [], unreadable: [] });
  // One that was not opened is listed again.
  const isOpening = useSessionState((state) => state.task !== null);
  useEffect(() => {
    let gone = false;
    if (!isOpening)
      void session.host.call('draft.list', {}).then((answer) => {
        if (!gone && answer.ok) setListed(answer.value);
      });
    return () => {
      gone = true;
    };
  }, [session, isOpening]);
  const discard = (id: string, anyway = false): void => {
    const isOther = (draft: { readonly id: string }): boolean => draft.id !== id;
    setListed({ drafts: drafts.filter(isOther), unreadable: unreadable.filter(isOther) });
    void session.host.call('draft.discard', { id, anyway }).then((answer) => {
      if (answer.ok) return;
      setListed({ drafts, unreadable });
      showFailure(session, 'Nothing was discarded', answer.failure);
    });
  };
  if (drafts.length + unreadable.length === 0) return null;
  return (
    <KeptList title="Unsaved rosters">
      {drafts.map((draft) => (
        <DraftLine key={draft.id} draft={draft} onDiscard={discard} />
      ))}
      {unreadable.map(({ id, path, why }) => (
        <KeptLine
          key={id}
          icon={<IconFileAlert size={20} stroke={1.6} aria-hidden />}
          name="Changes that cannot be opened"
          facts={[failureSentence(why, here), `They are kept as ${path}.`]}
        >
          <ConfirmButton
            action="Delete them"
            consequence="Nobody can get them back then."
            onConfirm={() => {
              discard(id);
            }}
          />
        </KeptLine>
      ))}
    </KeptList>
  );
}

interface LineProps {
  readonly draft: KeptDraft;
  readonly onDiscard: (id: string, anyway: boolean) => void;
}

function DraftLine({ draft, onDiscard }: LineProps) {
  const session = useSession();
  const { id, name, file, changes, writtenAt, lastUsedOn } = draft;
  const isElsewhere = lastUsedOn !== null;
  const facts = [
    ...(file === null ? [] : [file.folder]),
    `${describeChanges(changes)}, last changed ${sayWhen(writtenAt)}`,
    ...(isElsewhere ? [`Last used on ${lastUsedOn}, where it may still be open`] : []),
  ];
  return (
    <KeptLine icon={<IconFilePencil size={20} stroke={1.6} aria-hidden />} name={name} facts={facts}>
      <Button variant="filled" onClick={() => void openDraft(session, draft)}>
        {isElsewhere ? 'Open anyway' : 'Open'}
      </Button>
      <ConfirmButton
        action="Discard"
        consequence={
          (isElsewhere ? `It may be open on ${lastUsedOn}. ` : '') +
          (file === null ? 'The roster is then gone.' : 'The file stays as it was last saved.')
        }
        onConfirm={() => {
          onDiscard(id, isElsewhere);
        }}
      />
    </KeptLine>
  );
}
