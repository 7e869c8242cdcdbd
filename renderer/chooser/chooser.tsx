import { useSessionState } from '../session/session.ts';
import { OpenChooser } from './open-chooser.tsx';
import { SaveChooser } from './save-chooser.tsx';

/** The window's own dialog for choosing a file, where the system's cannot be had. */
export function Chooser() {
  const chooser = useSessionState((state) => state.chooser);
  if (chooser === null) return null;
  return chooser.purpose === 'open' ? <OpenChooser chooser={chooser} /> : <SaveChooser chooser={chooser} />;
}
