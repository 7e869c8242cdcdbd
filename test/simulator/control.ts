import { z } from 'zod';
import type { Answer } from './answer-request.ts';
import type { Directory } from './directory.ts';
import { type Faults, readFault } from './faults.ts';
import type { Received } from './read-request.ts';
import type { Entry } from './request-log.ts';

interface Inside {
  readonly directory: Directory;
  readonly faults: Faults;
  readonly log: Entry[];
}

/** Where the simulator's own pages begin. */
export const CONTROL = '/_simulator/';

const faultList = z.array(z.string());

/**
 * Looks into the simulator and steers it, without credentials: `GET /_simulator/log` (DELETE empties it), `GET
 * /_simulator/people`, `POST /_simulator/faults` with an array of faults as `--fault` takes them (DELETE forgets those
 * that wait).
 */
export function answerControl(inside: Inside, { method, path, body }: Received): Answer {
  switch (`${method} ${path.slice(CONTROL.length)}`) {
    case 'GET log':
      return { status: 200, body: inside.log };
    case 'DELETE log':
      inside.log.length = 0;
      return { status: 200, body: {} };
    case 'GET people':
      return { status: 200, body: inside.directory.people.map(withoutPassword) };
    case 'POST faults':
      return addFaults(inside.faults, body);
    case 'DELETE faults':
      inside.faults.clear();
      return { status: 200, body: {} };
    default:
      return { status: 404, body: { message: 'The simulator has no such page' } };
  }
}

function addFaults(faults: Faults, body: unknown): Answer {
  const texts = faultList.safeParse(body);
  const read = texts.success ? texts.data.map(readFault) : [null];
  const known = read.filter((fault) => fault !== null);
  if (known.length < read.length) return { status: 400, body: { message: 'An array of faults is needed' } };
  for (const fault of known) faults.add(fault);
  return { status: 200, body: {} };
}

/** Someone as the state is read back; the password says only whether there is one. */
function withoutPassword({ fields, ...person }: Directory['people'][number]) {
  const { temporary_password: password, ...shown } = fields;
  return { ...person, ...shown, hasPassword: password !== undefined };
}
