import type { z } from 'zod';
import type { Directory } from './directory.ts';
import { listPeople } from './list-people.ts';
import { personBody, type PersonBody } from './person.ts';
import { Refusal } from './refusal.ts';
import { echoedPerson, shownPerson, updatedPerson } from './show-person.ts';

/** A request that has proved who it is. */
export interface Asked {
  readonly method: string;
  /** As it was sent: still encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Parsed JSON; undefined where there was no body. */
  readonly body: unknown;
  /** The server's own address, for `next_page`. */
  readonly origin: string;
}

/** An answer before it is made JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Does what a request asks, as the API description says; throws a `Refusal` where it says no. */
export function answerRequest(directory: Directory, asked: Asked): Answer {
  const [version, employees, ...rest] = asked.path.slice(1).split('/');
  if (version !== 'v2' || employees !== 'employees') throw new Refusal(404, 'Not Found');
  const [id, action, ...more] = rest;
  if (more.length > 0) throw new Refusal(404, 'Not Found');
  if (id === undefined) return answerAll(directory, asked);
  if (action === undefined && id === 'invite' && asked.method === 'POST') return create(directory, asked, 1);
  return answerOne(directory, asked, decoded(id), action);
}

function answerAll(directory: Directory, asked: Asked): Answer {
  if (asked.method === 'GET') return ok(listPeople(directory, asked.query, asked.origin));
  if (asked.method === 'POST') return create(directory, asked, 0);
  throw new Refusal(404, 'Not Found');
}

function create(directory: Directory, { body }: Asked, invitations: number): Answer {
  const status = invitations === 0 ? 'created' : 'unapproved';
  const person = directory.create(readBody(body), status, invitations);
  return { status: 201, body: echoedPerson(person, directory) };
}

function answerOne(directory: Directory, asked: Asked, id: string, action: string | undefined): Answer {
  const { method, body } = asked;
  if (method === 'GET' && action === undefined) return ok(shownPerson(directory.find(id), directory));
  if (method !== 'PUT') throw new Refusal(404, 'Not Found');
  const person = directory.find(id);
  switch (action) {
    case undefined:
      return ok(updatedPerson(directory.update(person, readBody(body)), directory));
    case 'activate':
      directory.setStatus(person, 'active');
      return ok({});
    case 'deactivate':
      directory.setStatus(person, 'deactivated');
      return ok({});
    default:
      throw new Refusal(404, 'Not Found');
  }
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** A body that is no object is malformed; one with a value that is not allowed is not. */
function readBody(body: unknown): PersonBody {
  if (typeof body !== 'object' || body === null) throw new Refusal(400, 'the body must be a JSON object');
  const read = personBody.safeParse(body);
  if (!read.success) throw new Refusal(422, wordsOf(read.error));
  return read.data;
}

function wordsOf({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Refusal(400, 'the path is not well encoded');
  }
}
