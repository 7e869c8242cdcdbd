import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconInfoCircle, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Notice } from '../../shared/roster/notices.ts';
import { dayOrderQuestion } from '../../shared/rules/day-order-question.ts';
import { encodingSentence } from '../../shared/text/encoding-sentence.ts';
import { sheetCount, whySheet } from '../../shared/text/sheet-sentence.ts';
import { runCommand } from '../commands/run-command.ts';
import { chosenOrganization } from '../organization/organizations.ts';
import { takeTemplate, templateIn } from '../organization/take-template.ts';
import { whenSafe } from '../session/dialogs.ts';
import { hasSheets, openFile } from '../session/open-roster.ts';
import { useSession, useSessionState } from '../session/session.ts';
import type { Document } from '../session/state.ts';
import { DayOrderNotice } from './day-order-notice.tsx';
import { isAboutColumns, noticeSentences } from './notice-sentences.ts';
import { standingNotices } from '../../shared/roster/standing-notices.ts';
import './notices-bar.css';

/** Sentences in sight before the rest is asked for. */
const MOST_SHOWN = 3;

/** Says above the grid how the file was understood and what of it was left out; nothing of a file goes unsaid. */
export function NoticesBar() {
  const session = useSession();
  const document = useSessionState((state) => state.document);
  const shown = useSessionState((state) => state.noticesShown);
  if (document === null || !shown) return null;
  const doubt = encodingSentence(document.form);
  const notices = standingNotices(document.notices, document.roster.columns);
  const aboutColumns = notices.some(isAboutColumns);
  const question = dayOrderQuestion(document.roster, document.checker);
  if (notices.length === 0 && doubt === null && question === null && !hasSheets(document)) return null;
  return (
    <section className="notices" aria-label="How the file was understood">
      <IconInfoCircle size={18} stroke={1.7} aria-hidden />
      <div className="notices-text">
        {question !== null && <DayOrderNotice question={question} />}
        {hasSheets(document) && <SheetPicker key={document.name} document={document} />}
        {doubt !== null && <p>{doubt}</p>}
        <Sentences key={document.file?.handle} notices={notices} />
      </div>
      {document.file !== null && (
        <Button
          onClick={() => {
            runCommand(session, 'file.reading');
          }}
        >
          Read it another way…
        </Button>
      )}
      <TemplateOffer document={document} />
      {aboutColumns && (
        <Button
          onClick={() => {
            runCommand(session, 'columns.map');
          }}
        >
          Columns…
        </Button>
      )}
      <ActionIcon
        aria-label="Hide how the file was understood"
        onClick={() => {
          session.store.setState({ noticesShown: false });
        }}
      >
        <IconX size={16} />
      </ActionIcon>
    </section>
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

function Sentences({ notices }: { readonly notices: readonly Notice[] }) {
  const [all, setAll] = useState(false);
  const sentences = noticeSentences(notices);
  const rest = sentences.length - MOST_SHOWN;
  // One more line is shorter than a button that shows it.
  const folded = !all && rest > 1;
  return (
    <>
      <ul>
        {(folded ? sentences.slice(0, MOST_SHOWN) : sentences).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {folded && (
        <button
          type="button"
          className="notices-more"
          onClick={() => {
            setAll(true);
          }}
        >
          Show {rest} more
        </button>
      )}
    </>
  );
}

/** Says which sheet of the workbook is open and opens another. */
function SheetPicker({ document }: { readonly document: Document }) {
  const session = useSession();
  const { form, file } = document;
  if (form?.kind !== 'workbook' || file === null) return null;
  return (
    <label className="notices-sheet">
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
