import type { Situation } from '../../../shared/failures/entry.ts';
import { type Session, useSession, useSessionState } from './session.ts';

/** Where the window's user stands, for what a failure advises: in the app or a browser, with a roster or without. */
export function situationOf({ app, store }: Session): Situation {
  return situation(app, store.getState().document !== null);
}

/** The same for a component, which is shown anew when a roster is opened or closed. */
export function useSituation(): Situation {
  const { app } = useSession();
  return situation(
    app,
    useSessionState(({ document }) => document !== null),
  );
}

function situation({ chooser }: Session['app'], isRosterOpen: boolean): Situation {
  return { program: chooser === 'native' ? 'app' : 'browser', isRosterOpen };
}
