import { useSessionState } from '../session/session.ts';
import { EndingQuestion } from './ending-question.tsx';
import { OpenChooser } from './open-chooser.tsx';
import { SaveChooser } from './save-chooser.tsx';
import { SourceQuestion } from './source-question.tsx';

/** The window's own dialog for choosing a file, where the system's cannot be had, and the question about a choice. */
export function Chooser() {
  const chooser = useSessionState((state) => state.chooser);
  if (chooser === null) return null;
  switch (chooser.purpose) {
    case 'open':
      return <OpenChooser chooser={chooser} />;
    case 'save':
      return <SaveChooser chooser={chooser} />;
    case 'ending':
      return <EndingQuestion question={chooser} />;
    case 'source':
      return <SourceQuestion question={chooser} />;
  }
}
