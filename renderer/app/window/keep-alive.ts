import type { Session } from '../session/session.ts';

/** Milliseconds between two signs of life; the web host ends when it hears none for long. */
const INTERVAL = 20_000;

/** Tells the host that the window is still there, for as long as it is. */
export function keepAlive(session: Session): () => void {
  const timer = setInterval(() => void session.host.call('app.ping', {}), INTERVAL);
  return () => {
    clearInterval(timer);
  };
}
