import { readFile } from 'node:fs/promises';
import type { Protection } from '../../../electron/agent-connect/credentials/protection.ts';
import type { DraftStore } from '../../../electron/drafts/draft-store.ts';
import type { OpenDraft } from '../../../electron/drafts/open-draft.ts';
import { onTestFinished } from 'vitest';
import { READ_LATER } from '../../../shared/failures/entry.ts';
import { failureSentence, type Failure } from '../../../shared/failures/failures.ts';
import type { Result } from '../../../shared/failures/result.ts';

/** The value of a result that must be one. */
export function worked<Value>(result: Result<Value, Failure>): Value {
  if (!result.ok) throw new Error(failureSentence(result.failure, READ_LATER));
  return result.value;
}

/** A keyring that keeps its key in memory: bytes are disguised by XOR, which no test would find a text in. */
export function keyring(key = 0x5a): Protection {
  const mixed = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ key));
  return {
    isAsyncEncryptionAvailable: () => Promise.resolve(true),
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptStringAsync: (text) =>
      Promise.resolve(Buffer.concat([Buffer.from('v11'), mixed(Buffer.from(text))])),
    decryptStringAsync: (bytes) => Promise.resolve({ result: mixed(bytes.subarray(3)).toString() }),
  };
}

const ORIGIN =
  '{"kind":"origin","columns":{"optional":[],"carried":[]},"nextId":3,"form":null,"delimiter":null,"how":{},"sources":[]}';
const ROWS = '{"kind":"rows","rows":[[1,["Ana"]],[2,["Bob"]]]}';

/** A record of a step that sets the first cell. */
export function stepTo(from: string, to: string, kind: 'past' | 'step' = 'step'): string {
  return JSON.stringify({ kind, label: `To ${to}`, cells: [[1, 0, from, to]] });
}

/** What a window hands over first; the past step makes “Ana” of nothing. */
export const BEGINNING: readonly string[] = [ORIGIN, ROWS, stepTo('', 'Ana', 'past')];

/** Begins a draft that holds the beginning and some steps. */
export async function draftWith(store: DraftStore, steps: readonly string[] = []): Promise<OpenDraft> {
  const draft = worked(await store.begin('team.txt', null));
  onTestFinished(() => draft.leave());
  worked(await draft.add([...BEGINNING, ...steps].map((line) => `${line}\n`).join('')));
  return draft;
}

/** Opens a draft that was left, until the test is over. */
export async function reopened(store: DraftStore, id: string) {
  const opened = worked(await store.reopen(id));
  onTestFinished(() => opened.draft.leave());
  return opened;
}

/** All that is in a file, as text. */
export function textOf(path: string): Promise<string> {
  return readFile(path, 'latin1');
}
