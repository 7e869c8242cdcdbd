import type { SUPPORT_CALLS } from '../../shared/contract/support-calls.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { type DiagnosticFacts, diagnosticsText, LOG_LINES } from '../../shared/support/diagnostics.ts';
import type { UserData } from '../system/user-data.ts';
import { isInUse, removeLocalData } from '../support/remove-local-data.ts';
import type { SupportLog } from '../system/support-log.ts';
import type { Handlers } from './door.ts';

/** What a host has for the calls about Rollcall itself. */
export interface Support {
  readonly log: SupportLog;
  readonly userData: UserData;
  facts(): Promise<DiagnosticFacts>;
  /** Removes what the browser around the page keeps, and ends the app when its window is closed. */
  clearBrowser(): Promise<void>;
}

/** What must come to rest before the user's data is removed. */
interface Work {
  isUploading(): boolean;
  /** Lets go of everything on disk; nothing is written there from then on. */
  rest(): Promise<void>;
}

/** Answers the calls about Rollcall itself. */
export function answerSupport(support: Support, work: Work): Handlers<keyof typeof SUPPORT_CALLS> {
  return {
    'support.diagnostics': async () => {
      const [facts, log] = [await support.facts(), await support.log.tail(LOG_LINES)];
      return success({ text: diagnosticsText(facts, log) });
    },
    'support.removeData': async () => {
      const removed = await remove(support, work);
      return removed.ok ? success({}) : removed;
    },
  };
}

async function remove(support: Support, work: Work): Promise<Result<null, Failure>> {
  if (work.isUploading()) return failure(failed('support.uploading', {}));
  if (await isInUse(support.userData)) return failure(failed('support.inUse', {}));
  await work.rest();
  await support.clearBrowser();
  return removeLocalData(support.userData);
}
