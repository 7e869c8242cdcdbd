import { NativeSelect } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { FileRef } from '../../shared/contract.ts';
import type { MappedRead } from '../../shared/mapping/map-read.ts';
import { encodingSentence, type SourceForm } from '../../shared/text/source-form.ts';
import { isAboutColumns, noticeSentences } from '../import/notice-sentences.ts';
import { useSession } from '../app/session/session.ts';
import { addFile } from './add-file.ts';
import { excludedSentence, notUnderstood } from './merge-words.ts';

interface Props {
  readonly file: FileRef;
  readonly form: SourceForm;
  readonly mapped: MappedRead;
  /** Whether it is beyond doubt which of its columns is what. */
  readonly settled: boolean;
}

/** How the file was read, which sheet of it, and what was not understood; nothing where there is nothing to say. */
export function SourceNotes({ file, form, mapped: { read, excluded }, settled }: Props) {
  const headers = read.roster.columns.carried.map(({ header }) => header);
  const doubts = [
    settled ? null : UNSETTLED,
    excludedSentence(excluded),
    encodingSentence(form),
    notUnderstood(headers),
  ].filter((text) => text !== null);
  const rest = noticeSentences(read.notices.filter((notice) => !isAboutColumns(notice)));
  const sheets = form.kind === 'workbook' ? form.sheets : [];
  if (doubts.length + rest.length === 0 && sheets.length < 2) return null;
  return (
    <div className="merge-notes">
      {form.kind === 'workbook' && sheets.length > 1 && <SheetPicker file={file} form={form} />}
      {doubts.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {rest.length > 0 && (
        <details>
          <summary>
            <IconChevronRight size={14} aria-hidden />
            {rest.length === 1 ? 'Left out of the file' : `Left out of the file: ${rest.length} remarks`}
          </summary>
          <ul>
            {rest.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const UNSETTLED =
  'Nobody can be added before it is clear which column is what: say so under Columns…, or confirm there what is proposed.';

interface SheetProps {
  readonly file: FileRef;
  readonly form: Extract<SourceForm, { kind: 'workbook' }>;
}

/** Says which sheet of the workbook is looked at and reads another. */
function SheetPicker({ file, form }: SheetProps) {
  const session = useSession();
  return (
    <label className="merge-sheet">
      The workbook has {form.sheets.length} sheets. This is
      <NativeSelect
        aria-label="Sheet"
        value={form.sheet}
        data={form.sheets}
        onChange={({ currentTarget: { value } }) => void addFile(session, file, { sheet: value })}
      />
    </label>
  );
}
