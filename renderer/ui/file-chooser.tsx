import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { FolderEntry } from '../../shared/contract/file-calls.ts';
import { failed, failureSentence } from '../../shared/failures/failures.ts';
import { describeFileForm } from '../../shared/text/file-endings.ts';
import { WRITE_FORMATS } from '../../shared/text/formats.ts';
import { DialogFrame } from '../app/dialogs/dialog-frame.tsx';
import { QuestionDialog } from '../app/dialogs/question-dialog.tsx';
import type { Chooser as ChooserState } from '../app/session/dialog-kinds.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { useSituation } from '../app/session/situation.ts';
import { completeName } from './entry-names.ts';
import { FolderView, useFolder } from './folder-view.tsx';
import css from './file-chooser.module.css';
import { classes } from './classes.ts';

/** What a question about a choice is shown with. */
interface QuestionProps<Purpose> {
  readonly question: Extract<ChooserState, { purpose: Purpose }>;
}

/** The window's own dialog for choosing a file, where the system's cannot be had, and the question about a choice. */
export function Chooser() {
  const chooser = useSessionState((state) => state.chooser);
  if (chooser === null) return null;
  switch (chooser.purpose) {
    case 'open':
      return <OpenChooser chooser={chooser} />;
    case 'save':
      return <SaveChooser chooser={chooser} />;
    case 'ending':
      return <EndingQuestion question={chooser} />;
    case 'source':
      return <SourceQuestion question={chooser} />;
  }
}

/** Asks about a name whose ending says something else than what is to be written; nothing has been written. */
function EndingQuestion({ question }: QuestionProps<'ending'>) {
  const { chosen, says, form, better, exists, done } = question;
  const isAccepted = form !== 'profile' && WRITE_FORMATS[form].accepted;
  return (
    <QuestionDialog
      title={`Save as “${better.name}” instead?`}
      size="medium"
      apart={{
        label: 'Choose another name…',
        onChoose: () => {
          done('again');
        },
      }}
      main={{
        // The title has the name, which may be longer than the dialog is wide.
        label: exists ? 'Replace' : 'Save',
        onChoose: () => {
          done(better);
        },
      }}
      onClose={() => {
        done(null);
      }}
    >
      <p>
        “{chosen.name}” is the name of {says}, and what is to be written is {describeFileForm(form)}
        {isAccepted && ', which Agent Connect takes'}. Nothing has been written.
      </p>
      {exists && <p>“{better.name}” is in this folder already. Saving replaces it.</p>}
    </QuestionDialog>
  );
}

/** Says that an export would lose rows of the file that was chosen, which is the roster's own, and offers another choice. */
function SourceQuestion({ question: { chosen, what, done } }: QuestionProps<'source'>) {
  const here = useSituation();
  return (
    <QuestionDialog
      title={`“${chosen.name}” was not replaced`}
      size="medium"
      main={{
        label: 'Choose another file…',
        onChoose: () => {
          done('again');
        },
      }}
      onClose={() => {
        done(null);
      }}
    >
      <p>{failureSentence(failed('write.overSource', { name: chosen.name, what }), here)}</p>
    </QuestionDialog>
  );
}

const TITLES = {
  roster: 'Open a roster',
  team: 'Read the current team from a file',
  people: 'Add people from a file',
  template: 'Open an organization’s template',
  profile: 'Import a profile',
} as const;

/** Asks which file to open. */
function OpenChooser({ chooser }: { readonly chooser: Extract<ChooserState, { readonly purpose: 'open' }> }) {
  const folder = useFolder({ selectFirst: true, what: chooser.what });
  const { listing, active } = folder;
  const entries = listing?.entries ?? [];
  const entry = entries.find(({ handle }) => handle === active);
  const choose = ({ handle, name, kind }: FolderEntry): void => {
    if (kind === 'folder') folder.go(handle);
    else chooser.done({ handle, name, folder: listing?.folder.path ?? '' });
  };
  return (
    <DialogFrame
      title={TITLES[chooser.what]}
      size="large"
      onClose={() => {
        chooser.done(null);
      }}
      actions={
        <>
          <Button
            onClick={() => {
              chooser.done(null);
            }}
          >
            Cancel
          </Button>
          <Button
            variant="filled"
            className={css['chooserMain']}
            disabled={entry === undefined}
            onClick={() => {
              if (entry) choose(entry);
            }}
          >
            {entry?.kind === 'folder' ? 'Open folder' : 'Open'}
          </Button>
        </>
      }
    >
      <FolderView
        folder={folder}
        entries={entries}
        onChoose={choose}
        empty={
          chooser.what === 'profile'
            ? 'No profiles in this folder.'
            : 'No text files or Excel workbooks in this folder.'
        }
      />
    </DialogFrame>
  );
}

/** Asks where to write a file and under which name; says so where one of that name is there already. */
function SaveChooser({ chooser }: { readonly chooser: Extract<ChooserState, { readonly purpose: 'save' }> }) {
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
          <span className={classes(css['chooserSaid'], 'at-start')} role="status">
            {said !== '' ? said : exists && `“${name}” is in this folder already. Saving replaces it.`}
          </span>
          <Button onClick={cancel}>Cancel</Button>
          <Button
            variant="filled"
            className={css['chooserMain']}
            disabled={name === '' || listing === null}
            onClick={() => void save()}
          >
            {exists ? 'Replace' : 'Save'}
          </Button>
        </>
      }
    >
      <TextInput
        className={css['chooserName']}
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
