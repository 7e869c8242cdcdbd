import type { AppUpdateState } from '../../shared/app-update/app-update-state.ts';

/** What is said of an update in a line, while one is to be had; null while there is nothing to say unasked. */
export function updateLine(state: AppUpdateState): string | null {
  switch (state.kind) {
    case 'available':
      return `Rollcall ${state.version} is available`;
    case 'downloading':
      return `Downloading Rollcall ${state.version}: ${state.percent} %`;
    case 'ready':
      return `Rollcall ${state.version} is ready`;
    case 'failed':
      return state.version === null ? null : `Rollcall ${state.version} was not installed`;
    default:
      return null;
  }
}
