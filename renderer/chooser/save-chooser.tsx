import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { FolderEntry } from '../../shared/contract.ts';
import { failureSentence } from '../../shared/failures/failures.ts';
import { DialogFrame } from '../app/dialogs/dialog-frame.tsx';
import { useSession } from '../app/session/session.ts';
import type { Chooser } from '../app/session/dialog-kinds.ts';
import { completeName } from './entry-names.ts';
import { FolderView } from './folder-view.tsx';
import { useFolder } from './use-folder.ts';
import { useSituation } from '../app/session/situation.ts';

/** Asks where to write a file and under which name; says so where one of that name is there already. */
export function SaveChooser({
  chooser,
}: {
  readonly chooser: Extract<Chooser, { readonly purpose: 'save' }>;
}) {
  const session = useSession();
  const here = useSituation();
  const folder = useFolder({ selectFirst: false, what: chooser.what });
  const [typed, setTyped] = useState(chooser.suggestedName);
  const [said, setSaid] = useState('');
  const [replaceable, setReplaceable] = useState('');
  // Enter was pressed before the folder was there.
  const isHasty = useRef(false);
  const { listing } = folder;
  const entries = listing?.entries ?? [];
  const name = completeName(typed, chooser.suggestedName);
  const exists = replaceable === name || entries.some((entry) => isSame(entry, name));
  const save = async (): Promise<void> => {
    if (name === '') return;
    if (listing === null) {
      isHasty.current = true;
      return;
    }
    const target = await session.host.call('folder.target', { folder: listing.folder.handle, name });
    if (!target.ok) setSaid(failureSentence(target.failure, here));
    // Someone has put a file there since the folder was listed: that is said before it is replaced.
    else if (target.value.exists && !exists) setReplaceable(name);
    else chooser.done(target.value.file);
  };
  useEffect(() => {
    if (!isHasty.current || listing === null) return;
    isHasty.current = false;
    // What is there already is said first.
    // oxlint-disable-next-line react/set-state-in-effect -- the state is set when the host has answered
    if (!exists) void save();
  });
  const choose = ({ handle, kind, name: chosen }: FolderEntry): void => {
    if (kind === 'folder') folder.go(handle);
    else setTyped(chosen);
  };
  const cancel = (): void => {
    chooser.done(null);
  };
  return (
    <DialogFrame
      title="Save as"
      size="large"
      onClose={cancel}
      actions={
        <>
          <span className="chooser-said at-start" role="status">
            {said !== '' ? said : exists && `“${name}” is in this folder already. Saving replaces it.`}
          </span>
          <Button onClick={cancel}>Cancel</Button>
          <Button
            variant="filled"
            className="chooser-main"
            disabled={name === '' || listing === null}
            onClick={() => void save()}
          >
            {exists ? 'Replace' : 'Save'}
          </Button>
        </>
      }
    >
      <TextInput
        className="chooser-name"
        label="Name"
        value={typed}
        spellCheck={false}
        maxLength={250}
        data-autofocus
        onFocus={selectStem}
        onChange={({ currentTarget: { value } }) => {
          setSaid('');
          setTyped(value);
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void save();
        }}
      />
      <FolderView
        folder={folder}
        entries={entries}
        onChoose={choose}
        onActive={(entry) => {
          if (entry?.kind === 'file') setTyped(entry.name);
        }}
        empty="Nothing in this folder yet."
      />
    </DialogFrame>
  );
}

/** Most systems take names that differ in case alone for one; where one does not, the host has the last word. */
function isSame(entry: FolderEntry, name: string): boolean {
  return entry.kind === 'file' && entry.name.toLowerCase() === name.toLowerCase();
}

/** Selects the name without its ending, which is seldom what is to change. */
function selectStem({ currentTarget }: { readonly currentTarget: HTMLInputElement }): void {
  const dot = currentTarget.value.lastIndexOf('.');
  currentTarget.setSelectionRange(0, dot > 0 ? dot : currentTarget.value.length);
}
