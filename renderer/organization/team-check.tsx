import { useSessionState } from '../app/session/session.ts';

/** A line that grows while the open roster is checked against a current team that became known; it takes no room. */
export function TeamCheck() {
  const checked = useSessionState(({ organizations }) => organizations.checked);
  if (checked === null) return null;
  return (
    <span
      className="team-check"
      role="progressbar"
      aria-label="Checking the roster against the current team"
      aria-valuenow={Math.round(checked * 100)}
      style={{ width: `${checked * 100}%` }}
    />
  );
}
