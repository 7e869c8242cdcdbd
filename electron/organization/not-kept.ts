import { failed, type Failure } from '../../shared/failures/failures.ts';

const REASONS: Partial<Record<Failure['code'], string>> = {
  'write.diskFull': 'the disk is full',
  'write.notAllowed': 'its folder may not be written to',
  'write.locked': 'another program is using the file',
  'write.held': 'another program is using the file',
  'write.readOnly': 'its file is marked as read-only',
  'write.blocked': 'Windows does not let Rollcall write there',
  'settings.newer': 'a newer Rollcall has written it',
  'write.noFolder': 'its folder is gone',
};

/** A failure to write a file that the user has never seen, in words for what is in it. */
export function notKept(what: string, why: Failure): Failure {
  const reason = REASONS[why.code] ?? ('reason' in why.facts ? why.facts.reason : why.code);
  return failed('organization.notKept', { what, reason });
}
