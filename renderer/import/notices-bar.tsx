import { Button, NativeSelect } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { standingNotices } from '../../shared/roster/notices.ts';
import { type DayOrderQuestion, dayOrderQuestion } from '../../shared/rules/day-order-question.ts';
import { sheetCount, whySheet } from '../../shared/text/source-form.ts';
import { runCommand } from '../app/commands/command.ts';
import { chosenOrganization } from '../organization/organizations.ts';
import { takeTemplate, templateIn } from '../organization/take-template.ts';
import { whenSafe } from '../app/session/dialogs.ts';
import type { Document } from '../app/session/document.ts';
import { hasSheets, openFile } from '../app/session/open-roster.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { changeProfile } from '../organization/profile.ts';
import { isAboutColumns, type NoticeLine, noticeLines } from './notice-sentences.ts';
import { Notice } from '../ui/notice.tsx';
import css from '../ui/notice.module.css';

/**
 * Says above the grid how the file was understood and what of it was left out; nothing of a file goes unsaid. One line
 * says the weightiest, the rest comes with “Details”; once that was read, the bar goes with “Got it” or the next edit.
 */
export function NoticesBar() {
  const document = useSessionState((state) => state.document);
  const shown = useSessionState((state) => state.noticesShown);
  if (document === null || !shown) return null;
  const notices = standingNotices(document.notices, document.roster.columns);
  const lines = noticeLines(notices, document.form, document.fileLines?.[0] ?? null);
  const question = dayOrderQuestion(document.roster, document.checker);
  if (lines.length === 0 && question === null && !hasSheets(document)) return null;
  return (
    <Bar
      key={document.file?.handle}
      document={document}
      lines={lines}
      question={question}
      aboutColumns={notices.some(isAboutColumns)}
    />
  );
}

interface BarProps {
  readonly document: Document;
  readonly lines: readonly NoticeLine[];
  readonly question: DayOrderQuestion | null;
  /** Whether the user can answer one of them by saying what a column is. */
  readonly aboutColumns: boolean;
}

function Bar({ document, lines, question, aboutColumns }: BarProps) {
  const session = useSession();
  const [openedAt, setOpenedAt] = useState<Document['history'] | null>(null);
  const isOpen = openedAt !== null;
  const isRead = isOpen && openedAt !== document.history && question === null;
  const hide = (): void => {
    session.store.setState({ noticesShown: false });
  };
  useEffect(() => {
    if (isRead) session.store.setState({ noticesShown: false });
  }, [session, isRead]);
  const parts = [
    ...(question === null ? [] : [<DayOrderNotice key="question" question={question} />]),
    ...(hasSheets(document) ? [<SheetPicker key={`sheet ${document.name}`} document={document} />] : []),
  ];
  // What asks for an answer has the line; else the weightiest sentence.
  const lead = parts.length > 0 ? parts[0] : <Sentence line={lines[0]} />;
  const rest = parts.length > 0 ? lines : lines.slice(1);
  const hasDetails = rest.length > 0 || parts.length > 1 || aboutColumns || document.file !== null;
  return (
    <Notice
      label="How the file was understood"
      icon={<IconInfoCircle size={18} stroke={1.7} aria-hidden />}
      text={
        <>
          <div className={css['noticesLead']}>{lead}</div>
          {isOpen && (
            <>
              {parts.slice(1)}
              <ul>
                {rest.map((line) => (
                  <li key={line.sentence} data-doubt={line.isDoubt}>
                    <Sentence line={line} />
                  </li>
                ))}
              </ul>
              <Ways document={document} aboutColumns={aboutColumns} />
            </>
          )}
        </>
      }
      closing="Hide how the file was understood"
      onClose={hide}
      isOpen={isOpen}
    >
      <TemplateOffer document={document} />
      {hasDetails && (
        <Button
          aria-expanded={isOpen}
          onClick={() => {
            if (isOpen) hide();
            else setOpenedAt(document.history);
          }}
        >
          {isOpen ? 'Got it' : rest.length > 0 ? `Details (${rest.length})` : 'Details'}
        </Button>
      )}
    </Notice>
  );
}

function Sentence({ line }: { readonly line: NoticeLine | undefined }) {
  return line && <p title={line.sentence}>{line.sentence}</p>;
}

/** Where what was read can be said otherwise. */
function Ways({ document, aboutColumns }: Pick<BarProps, 'document' | 'aboutColumns'>) {
  const session = useSession();
  return (
    <div className={css['noticesWays']}>
      {document.file !== null && (
        <Button
          onClick={() => {
            runCommand(session, 'file.reading');
          }}
        >
          Read it another way…
        </Button>
      )}
      {aboutColumns && (
        <Button
          onClick={() => {
            runCommand(session, 'columns.map');
          }}
        >
          Columns…
        </Button>
      )}
    </div>
  );
}

/** Offers to take a file without people, as Agent Connect's own template is, for what it likely is. */
function TemplateOffer({ document }: { readonly document: Document }) {
  const session = useSession();
  const organization = useSessionState((state) => chosenOrganization(state.organizations));
  const [taken, setTaken] = useState(false);
  const template = templateIn(document);
  if (template === null || taken) return null;
  return (
    <Button
      onClick={() => {
        setTaken(true);
        void takeTemplate(session, template);
      }}
    >
      {organization === null ? 'Use it as the template' : `Use it as the template of ${organization.name}`}
    </Button>
  );
}

/** Says which sheet of the workbook is open and opens another. */
function SheetPicker({ document }: { readonly document: Document }) {
  const session = useSession();
  const { form, file } = document;
  if (form?.kind !== 'workbook' || file === null) return null;
  return (
    <label className={css['noticesSheet']}>
      The workbook has {sheetCount(form)}. This is
      <NativeSelect
        aria-label="Sheet"
        value={form.sheet}
        data={[...form.sheets, ...form.hidden]}
        onChange={({ currentTarget: { value } }) => {
          whenSafe(session, () => void openFile(session, file, { sheet: value }));
        }}
      />
      {whySheet(form)}
    </label>
  );
}

type DayOrder = 'dmy' | 'mdy';

/** Asks once what dates such as 03/04/2026 mean where those of the file do not tell; says the answer, and takes another. */
function DayOrderNotice({ question }: { readonly question: DayOrderQuestion }) {
  const session = useSession();
  const told = useSessionState(({ organizations }) => organizations.profile.dayOrder);
  const tell = (dayOrder: DayOrder): void => {
    void changeProfile(session, (profile) => ({ ...profile, dayOrder }));
  };
  const { value } = question;
  const answer = (order: DayOrder, words: string) => (
    <Button
      size="compact-xs"
      onClick={() => {
        tell(order);
      }}
    >
      {words}
    </Button>
  );
  if (told === null)
    return (
      <p className={css['noticesQuestion']}>
        <span>“{value}” could be two days, and no date of this file tells which. It means</span>
        {answer('dmy', inWords(question.dmy))}
        {answer('mdy', inWords(question.mdy))}
      </p>
    );
  const other = told === 'dmy' ? 'mdy' : 'dmy';
  return (
    <p className={css['noticesQuestion']}>
      <span>
        Dates such as “{value}” are read with the {told === 'dmy' ? 'day' : 'month'} first, as you said:{' '}
        {inWords(question[told])}.
      </span>
      {answer(other, `Read it as ${inWords(question[other])}`)}
    </p>
  );
}

/** Such as “3 April 2026”. */
function inWords(date: string): string {
  const parts = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(date).toLocaleDateString('en-GB', parts);
}
