import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronDown, IconChevronRight, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { keyLabel } from '../app/commands/keys.ts';
import type { GridView } from '../grid/view/grid-view.ts';
import { focusCell } from '../grid/selection/select-cells.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import type { Selection } from '../app/session/document.ts';
import { goToFound, selectedRange, setFind } from './find-commands.ts';
import { FindOptions, FindOutcome } from './find-options.tsx';
import { followFind } from './follow-find.ts';
import { replaceAll, replaceHere } from './replace-found.ts';
import css from './find-bar.module.css';

/** The search in the grid of an open roster, and its bar while it is shown: as wide as the window, at `FindPlace`. */
export function FindBar({ view }: { readonly view: GridView }) {
  const isShown = useSessionState(({ find }) => find.isShown);
  useEffect(() => followFind(view), [view]);
  const place = document.getElementById(PLACE);
  return isShown && place !== null ? createPortal(<OpenBar view={view} />, place) : null;
}

const PLACE = 'find-place';

/** Where the bar stands, below the grid and its panel: it covers nothing that is found, and no row moves when it comes. */
export function FindPlace() {
  return <div id={PLACE} />;
}

function OpenBar({ view }: { readonly view: GridView }) {
  const session = useSession();
  const find = useSessionState((state) => state.find);
  const bar = useRef<HTMLDivElement>(null);
  // The search itself selects what it finds, so what was selected when it began is remembered.
  const openedOn = useRef<Selection | null>(null);
  useEffect(() => {
    openedOn.current = session.store.getState().selection;
    const field = bar.current?.querySelector<HTMLInputElement>(`[data-field="${find.focus.field}"]`);
    field?.focus();
    field?.select();
  }, [session, find.focus]);
  return (
    <div
      ref={bar}
      role="search"
      aria-label="Find and replace"
      data-part="find"
      className={css['find']}
      onKeyDown={(event) => {
        onFindKey(event, view);
      }}
    >
      <ReplaceSwitch />
      <FindField />
      {find.isReplacing && <ReplaceField />}
      <div className={css['findLine']}>
        <Step step={-1} label="Previous" keys="Shift+F3" icon={<IconArrowUp size={16} />} />
        <Step step={1} label="Next" keys="F3" icon={<IconArrowDown size={16} />} />
        <FindOptions view={view} rangeNow={() => selectedRange(view, openedOn.current)} />
        <FindOutcome />
      </div>
      {find.isReplacing && <ReplaceButtons />}
      <ActionIcon
        className={css['findClose']}
        aria-label="Close find"
        onClick={() => {
          closeFind(view);
        }}
      >
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}

/** Shows or hides what concerns replacing. */
function ReplaceSwitch() {
  const session = useSession();
  const isReplacing = useSessionState(({ find }) => find.isReplacing);
  return (
    <ActionIcon
      aria-label="Replace"
      aria-expanded={isReplacing}
      onClick={() => {
        setFind(session, { isReplacing: !isReplacing });
      }}
    >
      {isReplacing ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
    </ActionIcon>
  );
}

function FindField() {
  const session = useSession();
  const query = useSessionState(({ find }) => find.query);
  const isFailed = useSessionState(({ find }) => find.progress.kind === 'failed');
  return (
    <TextInput
      className={css['findField']}
      aria-label="Find"
      placeholder="Find"
      data-field="find"
      value={query.text}
      error={isFailed}
      aria-describedby="find-outcome"
      onChange={({ currentTarget }) => {
        setFind(session, { query: { ...query, text: currentTarget.value } });
      }}
    />
  );
}

interface StepProps {
  readonly step: 1 | -1;
  readonly label: string;
  readonly keys: string;
  readonly icon: ReactNode;
}

function Step({ step, label, keys, icon }: StepProps) {
  const session = useSession();
  const isEmpty = useSessionState(({ find }) => find.found.count === 0);
  return (
    <Tooltip label={`${label} (${keyLabel(keys, session.app.platform)})`}>
      <ActionIcon
        aria-label={label}
        aria-disabled={isEmpty}
        data-disabled={isEmpty}
        onClick={() => {
          goToFound(session, step, true);
        }}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

/** What keys do anywhere in the bar: Enter and F3 walk through what is found, Escape closes the bar. */
function onFindKey(event: KeyboardEvent, view: GridView): void {
  const act = actOf(event, view);
  if (act === null) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

function actOf(event: KeyboardEvent, view: GridView): (() => void) | null {
  if (event.nativeEvent.isComposing) return null;
  if (event.key === 'Escape')
    return () => {
      closeFind(view);
    };
  const inFind = event.target instanceof HTMLElement && event.target.dataset['field'] === 'find';
  if (event.key === 'F3' || (event.key === 'Enter' && inFind))
    return () => {
      goToFound(view.session, event.shiftKey ? -1 : 1, true);
    };
  return null;
}

/** Closes the bar; what was found last is selected and has the focus. */
function closeFind(view: GridView): void {
  setFind(view.session, { isShown: false });
  const { selection } = view.session.store.getState();
  if (selection !== null) focusCell(view, selection.anchor);
}

/** What to put in place of what is found; the next field after what to find, as everywhere. */
function ReplaceField() {
  const session = useSession();
  const replacement = useSessionState(({ find }) => find.replacement);
  const isExpression = useSessionState(({ find }) => find.query.isExpression);
  return (
    <TextInput
      className={css['findField']}
      aria-label="Replace with"
      placeholder={isExpression ? 'Replace with, $1 for the first group' : 'Replace with'}
      data-field="replace"
      value={replacement}
      onChange={({ currentTarget }) => {
        setFind(session, { replacement: currentTarget.value });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        void (event.ctrlKey || event.metaKey ? replaceAll(session) : replaceHere(session));
      }}
    />
  );
}

/** Replaces what is found, here or everywhere. */
function ReplaceButtons() {
  const session = useSession();
  const count = useSessionState(({ find }) => find.found.count);
  // Marked, not disabled: replacing the last one must not take the focus from its button.
  const off = { 'aria-disabled': count === 0, 'data-disabled': count === 0 };
  return (
    <div className={css['findLine']}>
      <Button size="compact-sm" {...off} onClick={() => void replaceHere(session)}>
        Replace
      </Button>
      <Button size="compact-sm" {...off} onClick={() => void replaceAll(session)}>
        Replace all
      </Button>
    </div>
  );
}
