import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, answerRequest } from './answer-request.ts';
import { checkToken, type Credentials } from './check-token.ts';
import { answerControl, CONTROL } from './control.ts';
import type { Directory } from './directory.ts';
import { type Fault, Faults } from './faults.ts';
import { close, listen } from './listen.ts';
import { RateLimit } from './rate-limit.ts';
import { readRequest, type Received } from './read-request.ts';
import { Refusal } from './refusal.ts';
import { type Entry, loggedRequest } from './request-log.ts';
import { sendAnswer, sendFault, sendPage } from './send-answer.ts';
import { answerOfNothing, lastOf, spoiledAnswer, spoiledRequest } from './spoil-answer.ts';

/** How a simulator is to be. */
export interface SimulatorOptions extends Credentials {
  readonly directory: Directory;
  /** The port on 127.0.0.1; 0 for any that is free. */
  readonly port: number;
  /** Milliseconds before every answer. */
  readonly latency: number;
  /** Requests a minute before it answers 429; 0 for no limit. */
  readonly rate: number;
  /** Seconds by which its clock is ahead. */
  readonly clock: number;
  /** Whether it takes the token alone, or after the word “Bearer”. */
  readonly token: 'alone' | 'bearer';
}

/** A simulator that runs. */
export interface Simulator {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  readonly directory: Directory;
  readonly faults: Faults;
  readonly log: readonly Entry[];
  /** Ends every connection. */
  close(): Promise<void>;
}

/** Starts the stand-in for Agent Connect on loopback. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const service = new Service(options);
  const server = createServer((request, response) => {
    // A caller that goes away while its request is read.
    void service.handle(request, response).catch(() => response.destroy());
  });
  service.url = await listen(server, options.port);
  const { url, faults, log } = service;
  return { url, directory: options.directory, faults, log, close: () => close(server) };
}

class Service {
  url = '';
  readonly faults = new Faults();
  readonly log: Entry[] = [];
  readonly #options: SimulatorOptions;
  readonly #limit: RateLimit;
  /** The last person of the last page that was answered. */
  #before: unknown;

  constructor(options: SimulatorOptions) {
    this.#options = options;
    this.#limit = new RateLimit(options.rate);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = await readRequest(request);
    const { directory, latency, clock } = this.#options;
    if (received.path.startsWith(CONTROL)) {
      sendAnswer(response, answerControl({ directory, faults: this.faults, log: this.log }, received), {});
      return;
    }
    await wait(latency);
    const now = Date.now() + clock * 1000;
    const fault = this.faults.take(received);
    const status = await (fault === null
      ? this.#answer(received, response, now)
      : this.#answerBadly(fault, received, response, now));
    this.log.push({ ...loggedRequest(received, now), status, fault: fault && String(fault.kind) });
  }

  #answer(received: Received, response: ServerResponse, now: number): number {
    const seconds = this.#limit.take(now);
    const limited = { status: 429, body: { message: 'Too Many Requests' } };
    const answer = seconds > 0 ? limited : this.#carryOut(received, now);
    sendAnswer(response, answer, dated(now, seconds > 0 ? String(seconds) : null));
    return answer.status;
  }

  async #answerBadly(
    fault: Fault,
    received: Received,
    response: ServerResponse,
    now: number,
  ): Promise<number> {
    const { directory } = this.#options;
    const before = this.#before;
    if (fault.kind === 'slow') await wait(fault.ms);
    const right = IS_DONE.has(fault.kind) ? this.#carryOut(spoiledRequest(fault, received), now) : null;
    if (fault.kind === 'hidden' && received.method === 'POST') directory.hideLast(fault.ms);
    const sent = sendFault(fault, response);
    if (sent !== null) return sent;
    const answer = answerOfNothing(fault, received) ?? right ?? this.#carryOut(received, now);
    const spoiled = spoiledAnswer(fault, answer, received.query, before);
    if (fault.kind === 'late') await wait(fault.ms);
    if (fault.kind === 'page-404' && spoiled.status === 404) sendPage(response, 404);
    else sendAnswer(response, spoiled, dated(now, fault.retryAfter));
    return spoiled.status;
  }

  #carryOut({ headers, ...request }: Received, now: number): Answer {
    try {
      checkToken(headers, this.#options, now);
      const answer = answerRequest(this.#options.directory, { ...request, origin: this.url });
      this.#before = lastOf(answer) ?? this.#before;
      return answer;
    } catch (error) {
      if (error instanceof Refusal) return { status: error.status, body: { message: error.message } };
      throw error;
    }
  }
}

/** What is done although the answer is none of the API's, or another one. */
const IS_DONE: ReadonlySet<Fault['kind']> = new Set([
  'lose',
  'failed',
  'hidden',
  'shorten',
  'shorten-failed',
  'taken',
  'conflict',
  'empty',
]);

function dated(now: number, retryAfter: string | null): Record<string, string | string[]> {
  const date = new Date(now).toUTCString();
  return { date, ...(retryAfter !== null && { 'retry-after': retryAfter.split('|') }) };
}
