import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type Failure, failureSentence } from '../../shared/failures/failures.ts';
import { useSituation } from '../app/session/situation.ts';

interface Props {
  readonly title: string;
  /** What there is, in a few words; in sight whether or not the part is open. */
  readonly summary: string;
  readonly children: ReactNode;
}

/** A part of the organization's view that is folded until it is asked for. */
export function FoldedPart({ title, summary, children }: Props) {
  return (
    <details className="organization-fold">
      <summary>
        <IconChevronRight size={14} aria-hidden />
        <h3>{title}</h3>
        <span className="organization-fold-summary">{summary}</span>
      </summary>
      <div className="organization-part">{children}</div>
    </details>
  );
}

/** Why something did not happen, where it was asked for. */
export function FailureNote({ failure }: { readonly failure: Failure }) {
  const here = useSituation();
  return (
    <p className="organization-failure" role="alert">
      {failureSentence(failure, here)}
    </p>
  );
}
