import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { aboutTime, type uploadCost } from '../../shared/upload/orders/upload-cost.ts';
import { sendingWords } from '../../shared/upload/plan/plan-sentences.ts';
import type { UploadPlan } from '../../shared/upload/plan/upload-plan.ts';
import type { Address } from '../agent-connect/client/address.ts';
import { countOf } from './print-problems.ts';
import type { Terminal } from './terminal.ts';

/** More creations than this are a number to type. */
const MANY = 100;

/** What is to be confirmed. */
interface Question {
  readonly groups: UploadPlan['groups'];
  readonly address: Address;
  readonly welcome: 'now' | 'delayed';
}

/**
 * Asks whether a plan is to be carried out. More than 100 creations, and anything in a real organization, are confirmed
 * by typing the number of people.
 */
export async function confirmUpload(
  question: Question,
  terminal: Terminal | null,
): Promise<Result<null, Failure>> {
  if (terminal === null) return failure(failed('upload.noTerminal', {}));
  const { groups, address } = question;
  const people = groups.create + groups.changed + groups.deactivate + groups.activate;
  const isTyped = groups.create > MANY || address.subdomain !== null;
  const how = isTyped ? `Type ${people} to go on: ` : 'Go on? [y/N] ';
  const answer = (await terminal.ask(`\n${describe(question)}\n${how}`))?.trim().toLowerCase() ?? '';
  const agreed = isTyped ? answer.replaceAll(/[,.\s]/g, '') === String(people) : /^y(?:es)?$/.test(answer);
  return agreed ? success(null) : failure(failed('upload.notConfirmed', {}));
}

/** “It takes about 4 minutes at 60 requests a minute (about 12 minutes with --careful).” */
export function costWords(
  { usual, careful }: ReturnType<typeof uploadCost>,
  { rate, careful: isCareful }: { readonly rate: number; readonly careful: boolean },
): string {
  const time = aboutTime((isCareful ? careful : usual).minutes * 60);
  const others = isCareful
    ? ` as each person is looked up first (${aboutTime(usual.minutes * 60)} without --careful)`
    : careful.requests > usual.requests
      ? ` (${aboutTime(careful.minutes * 60)} with --careful)`
      : '';
  return `It takes ${time} at ${countOf(rate, 'request')} a minute${others}.`;
}

/** “Create 236 people, change 4 and deactivate 2 in acme.api.stellaconnect.net. The welcome emails are delayed.” */
function describe({ groups, address, welcome }: Question): string {
  const emails =
    groups.create === 0
      ? ''
      : welcome === 'now'
        ? ' Each new person is sent the welcome email at once, which cannot be undone.'
        : ' Welcome emails are delayed.';
  return `This will ${sendingWords(groups)} in ${address.host}.${emails}`;
}
