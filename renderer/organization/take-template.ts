import { failed, type Failure } from '../../shared/failures/failures.ts';
import { templateKeys } from '../../shared/export/template.ts';
import type { OrganizationTemplate } from '../../shared/organization/profile.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { chooseToOpen } from '../app/session/choose-file.ts';
import { showFailure } from '../app/session/dialogs.ts';
import { readFile } from '../app/session/read-file.ts';
import { sayDone } from '../app/session/say-done.ts';
import type { Session } from '../app/session/session.ts';
import type { Document } from '../app/session/document.ts';
import { runTask } from '../app/session/task.ts';
import { changeProfile } from './profile.ts';
import { chosenOrganization } from './organizations.ts';

type Taken = Omit<OrganizationTemplate, 'takenAt'>;

/**
 * Asks for the template that was downloaded from Agent Connect and takes it as the chosen organization's. The open
 * roster stays.
 */
export async function openTemplate(session: Session): Promise<void> {
  const file = await chooseToOpen(session, 'template');
  if (file === null) return;
  const read = await runTask(session, { kind: 'opening', name: file.name }, async (signal, onProgress) => {
    const source = await readFile(session, file, {}, { signal, onProgress, onFirstRows: () => undefined });
    if (!source.ok) return source;
    const headers = source.value.read.columns.map(({ header }) => header);
    return templateOf({ file: file.name, headers, delimiter: source.value.delimiter ?? '\t' });
  });
  if (read.ok) await takeTemplate(session, read.value);
  else showFailure(session, 'The template was not taken', read.failure);
}

/** A template of these headers, or `template.notOne` where hardly any of them is known. */
function templateOf(taken: Taken): Result<Taken, Failure> {
  const known = templateKeys(taken).length;
  return known < FEWEST_KNOWN
    ? failure(failed('template.notOne', { name: taken.file, known }))
    : success(taken);
}

/** Columns of a template that Rollcall must know: both generations have names, channels and a leader. */
const FEWEST_KNOWN = 5;

/** The open file as a template, where it has headers that Agent Connect's templates have and nobody below them; else null. */
export function templateIn({ roster, sourceColumns, delimiter, file }: Document): Taken | null {
  if (roster.rows.length > 0 || file === null) return null;
  const headers = sourceColumns.map(({ header }) => header);
  const taken = templateOf({ file: file.name, headers, delimiter: delimiter ?? '\t' });
  return taken.ok ? taken.value : null;
}

/** Takes a template as that of the chosen organization, or of work without one: files are written in its form from now on. */
export async function takeTemplate(session: Session, taken: Taken): Promise<void> {
  const template = { ...taken, takenAt: new Date().toISOString() };
  const organization = chosenOrganization(session.store.getState().organizations);
  await changeProfile(session, (profile) => ({ ...profile, template }));
  if (session.store.getState().organizations.profile.template?.takenAt !== template.takenAt) return;
  const whose = organization === null ? 'the template' : `the template of ${organization.name}`;
  sayDone(
    session,
    `“${taken.file}” is ${whose}: Save and Export write its headers, order and delimiter now.`,
  );
}
