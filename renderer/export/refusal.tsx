import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { Template } from '../../shared/export/template.ts';
import { titleOf } from '../../shared/rules/messages.ts';
import { peopleOf } from '../session/people.ts';
import type { Document } from '../session/state.ts';
import { describeConsequences } from './describe-consequences.ts';
import type { Planned } from './use-planned.ts';

interface Props {
  readonly document: Document;
  /** Null while the rows are counted. */
  readonly planned: Planned | null;
  /** The organization's, where the file has its form. */
  readonly template: Template | null;
}

/** Says that the rows are being counted. */
export const COUNTING = 'Counting…';

/** Kinds of errors that are listed by name. */
const MOST_KINDS = 5;

/** Says plainly what Agent Connect would make of the file; its height is kept, so that choosing moves nothing. */
export function Refusal({ document, planned, template }: Props) {
  const fine = planned === null || (planned.refusals.rows === 0 && planned.plan.orphaned.length === 0);
  return (
    <section
      className="export-refusal"
      data-fine={fine}
      aria-label="What Agent Connect would say"
      aria-live="polite"
    >
      {planned === null ? (
        <p>{COUNTING}</p>
      ) : (
        <Verdict document={document} planned={planned} template={template} fine={fine} />
      )}
    </section>
  );
}

interface VerdictProps {
  readonly document: Document;
  readonly planned: Planned;
  readonly template: Template | null;
  readonly fine: boolean;
}

function Verdict({ document, planned: { plan, refusals }, template, fine }: VerdictProps) {
  const sentences = describeConsequences(
    plan,
    refusals,
    peopleOf(document.roster),
    template,
    document.checker.settings.mode,
  );
  const Icon = fine ? IconCircleCheck : IconAlertTriangle;
  const more = refusals.kinds.length - MOST_KINDS;
  return (
    <>
      <Icon size={18} stroke={1.7} aria-hidden />
      <div>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {refusals.kinds.length > 0 && (
          <ul>
            {refusals.kinds.slice(0, MOST_KINDS).map(({ code, count }) => (
              <li key={code}>
                {titleOf(code)} <span>{count.toLocaleString('en-US')}</span>
              </li>
            ))}
            {more > 0 && <li>and {more === 1 ? 'another kind' : `${more} more kinds`}</li>}
          </ul>
        )}
      </div>
    </>
  );
}
