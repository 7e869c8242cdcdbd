import { currentMode } from '../app/session/settings.ts';
import type { SessionState } from '../app/session/state.ts';
import type { MadePlan } from './upload-state.ts';
import { currentTeamOf, targetOf } from './upload-target.ts';

/**
 * Why a plan is not what would be planned now, in a sentence; null while it is. Taking an edit back makes the plan good
 * again.
 */
export function whyStale(state: SessionState, made: MadePlan): string | null {
  const { document } = state;
  if (document?.roster !== made.roster) return 'This plan is of a roster that is not open any more.';
  if ((document.history.done.at(-1) ?? null) !== made.step || document.held !== null)
    return 'The roster has changed since this plan was made.';
  const target = targetOf(state);
  if (target?.id !== made.target.id || target.host !== made.target.host)
    return `This plan was made for ${made.target.name}, and another organization is chosen now.`;
  if (target.environment !== made.target.environment)
    return `The environment of ${target.name} has changed since this plan was made.`;
  if (currentMode(state) !== made.plan.mode)
    return made.plan.mode === 'create'
      ? 'This plan leaves people as they are, and the roster is a bulk update now.'
      : 'This plan changes people, and the roster is a bulk create now.';
  if (currentTeamOf(state) !== made.team)
    return `The current team of ${target.name} has been read anew since this plan was made.`;
  return null;
}
