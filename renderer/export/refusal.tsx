import { titleOf } from '../../shared/rules/messages.ts';
import { inForm, type Verdict } from '../../shared/rules/verdict.ts';
import { WRITE_FORMATS } from '../../shared/text/formats.ts';
import type { Document } from '../app/session/document.ts';
import { VerdictNote } from '../verdict/verdict-note.tsx';
import type { Choices } from './choices.ts';
import { describeOmissions, errorsSentence } from './describe-consequences.ts';
import type { Planned } from './export-roster.ts';

interface Props {
  readonly document: Document;
  /** Null while the rows are counted. */
  readonly planned: Planned | null;
  readonly choices: Pick<Choices, 'format' | 'template'>;
}

/** Says that the rows are being counted. */
export const COUNTING = 'Counting…';

/** Kinds of errors that are listed by name. */
const MAX_KINDS = 5;

/** The verdict on the file that would be written; its height is kept, so that choosing moves nothing. */
export function Refusal({ document, planned, choices }: Props) {
  return (
    <section className="export-refusal" aria-label="What Agent Connect would say" aria-live="polite">
      {planned === null ? (
        <p>{COUNTING}</p>
      ) : (
        <Judged document={document} planned={planned} choices={choices} />
      )}
    </section>
  );
}

function Judged({ document, planned, choices }: Props & { readonly planned: Planned }) {
  const verdict = inForm(planned.verdict, WRITE_FORMATS[choices.format].accepted);
  return (
    <VerdictNote
      verdict={verdict}
      roster={document.roster}
      lead={
        verdict.kind === 'errors' && (
          <>
            <p>{errorsSentence(verdict, document.checker.settings.mode)}</p>
            <Kinds kinds={verdict.kinds} />
          </>
        )
      }
    >
      {describeOmissions(planned.plan, choices.template).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </VerdictNote>
  );
}

function Kinds({ kinds }: Pick<Extract<Verdict, { kind: 'errors' }>, 'kinds'>) {
  const more = kinds.length - MAX_KINDS;
  return (
    <ul>
      {kinds.slice(0, MAX_KINDS).map(({ code, count }) => (
        <li key={code}>
          {titleOf(code)} <span>{count.toLocaleString('en-US')}</span>
        </li>
      ))}
      {more > 0 && <li>and {more === 1 ? 'another kind' : `${more} more kinds`}</li>}
    </ul>
  );
}
