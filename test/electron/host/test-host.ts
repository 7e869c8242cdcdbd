import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { createHost, type Host, type HostParts } from '../../../electron/host/host.ts';
import type { Desktop } from '../../../electron/host/desktop.ts';
import { systemClock } from '../../../electron/agent-connect/client/connection.ts';
import { DraftStore } from '../../../electron/drafts/draft-store.ts';
import { OpenFiles } from '../../../electron/files/open-files.ts';
import { createOrganizationStore } from '../../../electron/organization/organization-store.ts';
import { createCredentialStore } from '../../../electron/agent-connect/credentials/credential-store.ts';
import { makeUploads } from '../../../electron/uploads/make-uploads.ts';
import type { UploadsParts } from '../../../electron/uploads/uploads.ts';
import type { UploadLimits } from '../../../electron/uploads/upload-limits.ts';
import { createLayoutStore } from '../../../electron/host/column-layout.ts';
import { createRecentFiles } from '../../../electron/host/recent-files.ts';
import {
  answerSchema,
  type CallName,
  type HostEvent,
  type Reply,
  type Request,
} from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/failures/failures.ts';
import { type Result, success } from '../../../shared/failures/result.ts';
import { dataIn, supportIn } from './support-here.ts';
import { temporaryFolder } from './temporary.ts';

/** A host in a folder of its own, and what it was asked to do. */
export interface TestHost {
  readonly host: Host;
  readonly folder: string;
  readonly events: HostEvent[];
  readonly done: string[];
  readonly organizations: HostParts['organizations'];
  readonly access: HostParts['access'];
  readonly uploads: HostParts['uploads'];
  readonly ask: <C extends CallName>(channel: C, request: Request<C>) => Promise<Result<Reply<C>, Failure>>;
  /** Asks and expects a reply. */
  readonly get: <C extends CallName>(channel: C, request: Request<C>) => Promise<Reply<C>>;
}

/** Fast, and soon sure of what is unknown. */
const TEST_LIMITS: UploadLimits = { rate: 6000, concurrency: 2, settle: 1 };

/** The uploads of a start of the app with its data in a folder. */
export function uploadsIn(
  folder: string,
  organizations: HostParts['organizations'],
  access: HostParts['access'],
  keepAwake?: UploadsParts['keepAwake'],
): HostParts['uploads'] {
  const onBug = (error: unknown): void => {
    throw error;
  };
  return makeUploads(join(folder, '.user-data'), organizations, access, TEST_LIMITS, onBug, keepAwake);
}

/** Makes a host whose window shows its own chooser, unless `parts` say otherwise. */
export async function testHost(
  desktop: Partial<Desktop> = {},
  parts: Partial<HostParts> = {},
): Promise<TestHost> {
  const folder = await temporaryFolder();
  const events: HostEvent[] = [];
  const done: string[] = [];
  const organizations = parts.organizations ?? createOrganizationStore(dataIn(join(folder, '.user-data')));
  const access = parts.access ?? {
    fetch: success(fetch),
    clock: systemClock,
    credentials: createCredentialStore({ disk: null, environment: null }),
    testServers: true,
    weakTls: false,
  };
  const uploads = parts.uploads ?? uploadsIn(folder, organizations, access);
  const support = parts.support ?? supportIn(join(folder, '.user-data'));
  const host = createHost({
    version: '1.2.3',
    desktop: {
      dialogs: null,
      editNatively: () => false,
      showInFolder: (path) => Promise.resolve(done.push(`show ${path}`) > 0),
      startDrag: (path) => Promise.resolve(done.push(`drag ${path}`) > 0),
      openPage: (url) => Promise.resolve(done.push(`page ${url}`) > 0),
      showDocument: ({ title, unsaved }) => void done.push(`title ${title} ${unsaved}`),
      showMenu: (commands) => void done.push(`menu ${commands.map(({ id }) => id).join()}`),
      heard: (event) => void done.push(`heard ${event}`),
      closeWindow: () => void done.push('close'),
      ...desktop,
    },
    recent: createRecentFiles(join(folder, '.user-data')),
    layout: createLayoutStore(join(folder, '.user-data')),
    organizations,
    access,
    uploads,
    drafts: new DraftStore(join(folder, '.user-data'), null),
    openFiles: new OpenFiles(join(folder, '.user-data')),
    support,
    surroundings: { home: folder, current: folder, platform: process.platform },
    opening: null,
    appUpdates: null,
    report: (_id, error) => {
      throw error;
    },
    send: (event) => events.push(event),
    ...parts,
  });
  onTestFinished(async () => {
    await uploads.end();
    await host.end();
    await support.log.close();
  });
  async function ask<C extends CallName>(channel: C, request: Request<C>) {
    // Parsed by this channel's own schema.
    return answerSchema(channel).parse(await host.answer(channel, request)) as Result<Reply<C>, Failure>;
  }
  async function get<C extends CallName>(channel: C, request: Request<C>): Promise<Reply<C>> {
    const answer = await ask(channel, request);
    expect(answer).toMatchObject({ ok: true });
    if (!answer.ok) throw new Error(answer.failure.code);
    return answer.value;
  }
  return { host, folder, events, done, organizations, access, uploads, ask, get };
}
