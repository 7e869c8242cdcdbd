import { type Failure, failureSentence } from '../../shared/failures.ts';

/** Why something did not happen, where it was asked for. */
export function FailureNote({ failure }: { readonly failure: Failure }) {
  return (
    <p className="organization-failure" role="alert">
      {failureSentence(failure)}
    </p>
  );
}
