// First, because the contract's schemas ask for code from strings when they are built, which the page forbids.
import '../shared/contract/zod-without-eval.ts';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/theme/theme.css';
import './app/theme/controls.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { COMMAND_TABLES } from './features.ts';
import { connectHost } from './host.ts';
import { createSession } from './app/session/session.ts';
import { followSession } from './app/window/follow-session.ts';
import { NoHost } from './app/window/no-host.tsx';
import { loadPartsWhenIdle, PARTS } from './app/window/parts.ts';
import './app/theme/forced-colors.css';

async function start(): Promise<void> {
  const place = document.getElementById('root');
  if (place === null) throw new Error('The page has no #root');
  const root = createRoot(place);
  const host = await connectHost();
  const app = await host.call('app.start', {});
  if (!app.ok) {
    root.render(<NoHost failure={app.failure} />);
    return;
  }
  // With a roster to open, the grid is needed before there is time for anything.
  if (app.value.opening !== null) PARTS.rosterScreen.load().catch(() => undefined);
  const session = createSession(host, app.value, COMMAND_TABLES);
  followSession(session);
  root.render(<App session={session} />);
  loadPartsWhenIdle();
}

void start();
