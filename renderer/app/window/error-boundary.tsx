import { Component, type ReactNode } from 'react';
import { saveAs } from '../session/save-roster.ts';
import type { Session } from '../session/session.ts';
import './error-boundary.css';

interface Props {
  readonly session: Session;
  /** What still works when the rest does not: the chooser and the progress of saving. */
  readonly rescue: ReactNode;
  readonly children: ReactNode;
}

/** When a part of the window breaks, which is a bug, the rows are still here: offers to save them and to go on. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const { session, rescue } = this.props;
    const hasRoster = session.store.getState().document !== null;
    return (
      <main className="broken">
        <h1>Something in this window broke</h1>
        <p>
          {hasRoster
            ? 'Your rows are still here. Save them to a file of their own first, then show the window again.'
            : 'No roster was open, so nothing is lost. Show the window again.'}
        </p>
        <div>
          {hasRoster && (
            <button type="button" onClick={() => void saveAs(session)}>
              Save the roster as…
            </button>
          )}
          <button
            type="button"
            onClick={() => {
              session.store.setState({ dialog: null, selection: null, reveal: null });
              this.setState({ broken: false });
            }}
          >
            Show the window again
          </button>
        </div>
        {rescue}
      </main>
    );
  }
}
