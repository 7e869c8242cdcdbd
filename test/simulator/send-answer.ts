import type { ServerResponse } from 'node:http';
import type { Answer } from './answer-request.ts';
import type { Fault } from './faults.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

/** Sends an answer as JSON. */
export function sendAnswer(
  response: ServerResponse,
  { status, body }: Answer,
  headers: Readonly<Record<string, string | string[]>>,
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { ...JSON_TYPE, 'content-length': Buffer.byteLength(text), ...headers });
  response.end(text);
}

/** Sends a web page in the place of an answer that says that something is not there. */
export function sendPage(response: ServerResponse, status: number): void {
  response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
    .end(`<!doctype html><title>${status}</title><p>The page you were looking for does not exist.`);
}

/** The status in the log of a connection that ends without an answer. */
export const NO_ANSWER = 0;

/** Gives what a fault gives that is no answer of the API; the status of it, or null for any other fault. */
export function sendFault({ kind }: Fault, response: ServerResponse): number | null {
  switch (kind) {
    case 'drop':
    case 'lose':
      response.destroy();
      return NO_ANSWER;
    case 'empty':
      response.writeHead(204).end();
      return 204;
    case 'silent':
      response.writeHead(200).end();
      return 200;
    case 'empty-422':
      response.writeHead(422).end();
      return 422;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>');
      return 200;
    case 'redirect':
      response.writeHead(302, { location: 'https://elsewhere.example/login' }).end();
      return 302;
    case 'garbage':
      response.writeHead(200, JSON_TYPE).end('{"employees":[{"email":');
      return 200;
    case 'endless':
      response.writeHead(200, JSON_TYPE).write('{"employees":[');
      pour(response);
      return 200;
    default:
      return null;
  }
}

/** Sends without end, as fast as it is read. */
function pour(response: ServerResponse): void {
  const piece = '{},'.repeat(20_000);
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', more);
  more();
}
