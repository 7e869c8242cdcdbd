import { basename, join } from 'node:path';
import { Command } from 'commander';
import type { Failure } from '../../shared/failures/failures.ts';
import { environment } from '../../shared/organization/organization.ts';
import type { Result } from '../../shared/failures/result.ts';
import { type ReportedRow, reportRow } from '../../shared/upload/report/reported-row.ts';
import { reportSheet } from '../../shared/upload/report/sheets.ts';
import type { Connection } from '../agent-connect/client/connection.ts';
import type { UploadJournal } from '../agent-connect/journal/upload-journal.ts';
import type { FileLock } from '../files/record-log/lock-file.ts';
import { findUserData } from '../system/user-data.ts';
import { OrganizationLocks } from '../uploads/organization-locks.ts';
import { beginUpload, type ReadyUpload } from './begin-upload.ts';
import { carryOut } from './carry-out-upload.ts';
import { connectionFor } from './connect.ts';
import { journalBeside } from './journal-place.ts';
import { countOf } from './print-problems.ts';
import { printReport } from './print-report.ts';
import { PROPOSED } from './map-columns.ts';
import { resumeUpload } from './resume-upload.ts';
import { saveRows } from './save-rows.ts';
import { showText } from './show-text.ts';
import { type ExitCode, type RunCommand, sayFailure, type Streams } from './streams.ts';
import { countOutcomes, uploadDocument } from './upload-document.ts';
import { addUploadOptions, type UploadOptions, uploadOptions } from './upload-options.ts';

/** `rollcall upload FILE (--subdomain NAME | --base-url URL)`: plans, asks, and carries out; leaders before their teams. */
export function uploadCommand(run: RunCommand): Command {
  const command = new Command('upload')
    .description(
      'Upload a roster to Agent Connect: plan, ask, then create or update each person once, leaders first. What was done is kept in a journal, so that it can be paused, killed and resumed.',
    )
    .argument('<file>', 'the roster: text of any kind that spreadsheets write, or .xlsx');
  return addUploadOptions(command).action((file: string, options: unknown) => {
    const told = uploadOptions.parse(options);
    if (told.subdomain === undefined && told.baseUrl === undefined)
      command.error("required option '--subdomain <name>' or '--base-url <url>' not specified");
    if (told.mapping === PROPOSED)
      command.error(
        "option '--mapping proposed' is not for an upload, which must find the same rows when it is resumed: export the roster with it, and upload that file",
      );
    return run((streams) => upload(file, told, streams));
  });
}

async function upload(file: string, options: UploadOptions, streams: Streams): Promise<ExitCode> {
  const { err } = streams;
  const connection = connectionFor(options, process.env);
  if (!connection.ok) return sayFailure(err, connection.failure);
  const lock = await holdOrganization(connection.value, basename(file));
  if (!lock.ok) return sayFailure(err, lock.failure);
  try {
    return await uploadAlone(file, options, connection.value, streams);
  } finally {
    await lock.value.release();
  }
}

/** Holds the organization of a connection. Nobody says here whether the key is for tests or for production, so both. */
function holdOrganization({ address, clock }: Connection, name: string): Promise<Result<FileLock, Failure>> {
  const locks = new OrganizationLocks(join(findUserData().local, 'uploads'));
  const since = new Date(clock.now()).toISOString();
  const target = { host: address.host, environments: environment.options };
  return locks.hold(target, { where: 'commandLine', name, since });
}

/** Carries out the upload while no other run of this computer has its organization. */
async function uploadAlone(
  file: string,
  options: UploadOptions,
  connection: Connection,
  streams: Streams,
): Promise<ExitCode> {
  const { out, err } = streams;
  const path = options.journal ?? journalBeside(file);
  const ready = await readyUpload(file, path, options, connection, streams);
  if (!ready.ok) return sayFailure(err, ready.failure);
  const { journal } = ready.value;
  err.write(`\n${showText(openingWords(journal))}\n`);
  const ended = await carryOut(ready.value, connection, options, err);
  if (!ended.ok) return sayFailure(err, ended.failure);
  const rows = reportOf(journal);
  for (const line of printReport(rows)) err.write(line);
  for (const line of ended.value) err.write(`\n${showText(line)}\n`);
  if (options.json) for (const piece of uploadDocument(rows)) out.write(piece);
  const isSaved = options.report === undefined || (await saveReport(options.report, rows, err));
  const { failed, held, unknown, notTried } = countOutcomes(rows);
  return failed + held + unknown + notTried > 0 || !isSaved ? 1 : 0;
}

/** Saves the report; says why where it cannot, which undoes nothing. */
async function saveReport(path: string, rows: readonly ReportedRow[], err: Streams['err']): Promise<boolean> {
  const saved = await saveRows(path, reportSheet(rows));
  if (saved.ok) err.write(`\nWrote the report to ${showText(path)}.\n`);
  else sayFailure(err, saved.failure);
  return saved.ok;
}

function readyUpload(
  file: string,
  path: string,
  options: UploadOptions,
  connection: Connection,
  streams: Streams,
): Promise<Result<ReadyUpload, Failure>> {
  return options.resume
    ? resumeUpload(file, path, options, connection)
    : beginUpload(file, path, options, connection, streams);
}

function openingWords({ head, orders, run, path }: UploadJournal): string {
  const done = orders.filter(({ place, kind }) => kind !== 'skip' && DONE.has(run.rowAt(place).state));
  const before = done.length === 0 ? '' : `, ${done.length.toLocaleString('en-US')} of them done before,`;
  return `Uploading ${countOf(orders.length, 'row')}${before} to ${head.host}. Ctrl+C pauses; what is done is kept in ${path}.`;
}

/** Nothing more is sent for these when an upload is resumed. */
const DONE: ReadonlySet<string> = new Set(['created', 'updated', 'skipped', 'failed']);

function reportOf({ head, orders, run }: UploadJournal): ReportedRow[] {
  return orders.map((order) => reportRow(order, run.rowAt(order.place), head));
}
