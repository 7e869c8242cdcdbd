import { type Failure, failureSentence } from '../../shared/failures/failures.ts';
import { useSituation } from '../app/session/situation.ts';

/** Why something did not happen, where it was asked for. */
export function FailureNote({ failure }: { readonly failure: Failure }) {
  const here = useSituation();
  return (
    <p className="organization-failure" role="alert">
      {failureSentence(failure, here)}
    </p>
  );
}
