import { MantineProvider } from '@mantine/core';
import { Chooser } from './ui/file-chooser.tsx';
import { DropTarget } from './import/drop-target.tsx';
import { type Session, SessionContext, useSessionState } from './app/session/session.ts';
import { StartScreen } from './start/start-screen.tsx';
import { TaskDialog } from './app/tasks/task-dialog.tsx';
import { styleNonce } from './app/theme/style-nonce.ts';
import { resolveVariables, theme } from './app/theme/theme.ts';
import { DoneMessage } from './app/window/done-message.tsx';
import { ErrorBoundary } from './app/window/error-boundary.tsx';
import { PARTS, usePart } from './app/window/parts.ts';

/** The whole window. */
export function App({ session }: { readonly session: Session }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <SessionContext value={session}>
        <ErrorBoundary session={session} rescue={<Above />}>
          <Screen />
          <AnyDialog />
          <DropTarget />
          <DoneMessage />
          <Above />
        </ErrorBoundary>
      </SessionContext>
    </MantineProvider>
  );
}

function Screen() {
  const hasRoster = useSessionState((state) => state.document !== null);
  const rosterScreen = usePart(PARTS.rosterScreen, hasRoster);
  // What stands there stays until the other can be drawn.
  return hasRoster && rosterScreen ? rosterScreen : <StartScreen />;
}

function AnyDialog() {
  const isAsked = useSessionState((state) => state.dialog !== null);
  return usePart(PARTS.dialogs, isAsked);
}

/** What stands above dialogs too, in the order in which it stacks. */
function Above() {
  return (
    <>
      <Chooser />
      <TaskDialog />
    </>
  );
}
