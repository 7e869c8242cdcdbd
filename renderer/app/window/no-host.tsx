import { type Failure, failureSentence } from '../../../shared/failures/failures.ts';
import './error-boundary.css';

/** The whole window when there is no host behind it, such as an address from yesterday. */
export function NoHost({ failure }: { readonly failure: Failure }) {
  return (
    <main className="broken">
      <h1>This window is not connected to Rollcall</h1>
      <p>{failureSentence(failure, { program: 'unknown', isRosterOpen: false })}</p>
    </main>
  );
}
