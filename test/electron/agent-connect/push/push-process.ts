import { addressOfTestServer } from '../../../../electron/agent-connect/client/address.ts';
import { learnedBefore, systemClock } from '../../../../electron/agent-connect/client/connection.ts';
import { keyFingerprint } from '../../../../electron/agent-connect/credentials/key-fingerprint.ts';
import { UploadJournal } from '../../../../electron/agent-connect/journal/upload-journal.ts';
import { type PushParts, resumePush, startPush } from '../../../../electron/agent-connect/push/upload-run.ts';
import { READ_LATER } from '../../../../shared/failures/entry.ts';
import { type Failure, failureSentence } from '../../../../shared/failures/failures.ts';
import type { Result } from '../../../../shared/failures/result.ts';
import { headOf } from '../../../shared/upload/journal/build-orders.ts';
import { crowd } from './crowd.ts';

// A process of its own that carries out an upload, so that it can be killed: node push-process.js URL JOURNAL KEY SECRET
// PEOPLE WELCOME begin|resume. It says “going” when it is, and how it has ended.
const [url = '', path = '', key = '', secret = '', people = '', welcome = '', how = ''] =
  process.argv.slice(2);

function worked<Value>(result: Result<Value, Failure>): Value {
  if (!result.ok) throw new Error(failureSentence(result.failure, READ_LATER));
  return result.value;
}

const address = worked(addressOfTestServer(url));
const connection = {
  address,
  credentials: { key, secret },
  fetch,
  learned: learnedBefore(),
  clock: systemClock,
  deadline: 10_000,
};

const partsOf = (journal: UploadJournal): PushParts => ({
  connection,
  journal,
  passwords: new Map(),
  pace: { rate: 1e6, concurrency: 4 },
  settle: 300,
  isUnattended: true,
});

async function begin() {
  const orders = crowd(Number(people));
  const head = headOf(orders.length, {
    host: address.host,
    key: keyFingerprint(key),
    welcome: welcome === 'now' ? 'now' : 'delayed',
  });
  const journal = worked(await UploadJournal.begin(path, head));
  worked(await journal.addOrders(orders));
  return startPush(partsOf(journal));
}

const push = worked(
  how === 'begin' ? await begin() : await resumePush(partsOf(worked(await UploadJournal.open(path)))),
);
process.stdout.write('going\n');
const ending = await push.done;
process.stdout.write(`${ending.how}\n`);
