import type { Answer } from './answer-request.ts';
import type { Fault } from './faults.ts';
import type { Received } from './read-request.ts';

/** Where an answer leads away to. `.example` never resolves. */
const ELSEWHERE = 'https://elsewhere.example/api/people';

/** What a fault does to a request before it is carried out. */
export function spoiledRequest({ kind }: Fault, received: Received): Received {
  const { body } = received;
  if ((kind !== 'shorten' && kind !== 'shorten-failed') || !isObject(body)) return received;
  const names = ['first_name', 'last_name'].flatMap((field) => {
    const name = body[field];
    return typeof name === 'string' ? [[field, name.slice(0, 6)] as const] : [];
  });
  return { ...received, body: { ...body, ...Object.fromEntries(names) } };
}

/** The answer of a fault for which nothing is done; null for any other. */
export function answerOfNothing({ kind }: Fault, { body }: Received): Answer | null {
  if (typeof kind === 'number') return { status: kind, body: { message: `Fault ${kind}` } };
  switch (kind) {
    case 'queued':
      return { status: 202, body: { status: 'queued' } };
    case 'error-200':
      return { status: 200, body: { error: { code: 17, message: 'The directory is being maintained' } } };
    case 'nasty':
      return { status: 422, body: { message: 'x'.repeat(900_000) } };
    case 'leak':
      return { status: 422, body: { errors: leaked(body) } };
    default:
      return null;
  }
}

/** What a fault makes of the right answer. `before` is the last person of the page that was answered before. */
export function spoiledAnswer(fault: Fault, answer: Answer, query: URLSearchParams, before: unknown): Answer {
  const { body } = answer;
  switch (fault.kind) {
    case 'failed':
    case 'hidden':
    case 'shorten-failed':
      return { status: 500, body: { message: 'Fault 500' } };
    case 'taken':
      return { status: 422, body: { errors: { email: ['has already been taken'] } } };
    case 'conflict':
      return { status: 409, body: { message: 'Email has already been taken' } };
    case 'envelope':
      return { ...answer, body: { data: body } };
    default:
      return isObject(body) ? { ...answer, body: spoiledBody(fault, body, query, before) } : answer;
  }
}

function spoiledBody(
  { kind }: Fault,
  body: Readonly<Record<string, unknown>>,
  query: URLSearchParams,
  before: unknown,
): unknown {
  const people = Array.isArray(body['employees']) ? (body['employees'] as unknown[]) : null;
  const leadingTo = (next: string): object => ({ ...body, meta: { next_page: next } });
  switch (kind) {
    case 'stranger':
      return { ...body, email: 'stranger@elsewhere.example', first_name: 'Somebody' };
    case 'forms':
      return people === null ? inOtherForms(body) : { ...body, employees: people.map(inOtherForms) };
    case 'odd':
      return people === null ? body : { ...body, employees: [...people.map(oddAtFirst), 'nobody'] };
    case 'repeat':
      return people === null || before === undefined ? body : { ...body, employees: [before, ...people] };
    case 'elsewhere': {
      const next = isObject(body['meta']) ? textOf(body['meta']['next_page']) : '';
      return next === '' ? body : leadingTo(`${ELSEWHERE}?${next.split('?')[1] ?? ''}`);
    }
    case 'loop':
      return leadingTo(`/v2/employees?after=${query.get('after') ?? '1'}`);
    case 'stuck':
      return leadingTo(`/v2/employees?after=${(Number(query.get('after') ?? 0) % 2) + 1}`);
    case 'uncursored':
      return leadingTo('https://elsewhere.example/v2/employees?page=2');
    default:
      return body;
  }
}

/** The identifiers as another program might write them. */
function inOtherForms(person: unknown): unknown {
  if (!isObject(person)) return person;
  const { email, custom_employee_id: id } = person;
  return {
    ...person,
    ...(typeof email === 'string' && { email: ` ${email.toUpperCase()} ` }),
    ...(typeof id === 'string' && {
      custom_employee_id: /^\d+$/.test(id) ? Number(id) : ` ${id.toLowerCase()} `,
    }),
  };
}

/** The first person of a page with values of other types: some can be understood, and some cannot. */
function oddAtFirst(person: unknown, place: number): unknown {
  if (place !== 0 || !isObject(person)) return person;
  return { ...person, manage_team: 'true', groups: [{ id: 7, name: 'Support' }], hometown: ['Enugu'] };
}

/** A temporary password as careless programs repeat it. */
function leaked(body: unknown): string[] {
  const password = isObject(body) ? textOf(body['temporary_password']) : '';
  const bytes = Buffer.from(password);
  return [
    password.toUpperCase(),
    bytes.toString('hex'),
    bytes.toString('base64'),
    Buffer.from(`a ${password}`).toString('base64url'),
    encodeURIComponent(password),
    [...bytes].map((byte) => `&#${byte};`).join(''),
  ].map((form) => `Password ${form} is too weak`);
}

/** The last person of a page, for `repeat`; undefined for any other answer. */
export function lastOf({ body }: Answer): unknown {
  const page = isObject(body) ? body['employees'] : null;
  return Array.isArray(page) ? (page as unknown[]).at(-1) : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
