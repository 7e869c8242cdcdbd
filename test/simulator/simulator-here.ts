import { createHmac } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { startQuietSimulator } from './start-quiet-simulator.ts';
import type { Simulator, SimulatorOptions } from './start-simulator.ts';

/** What the simulators of the tests take. */
export const KEY = 'key-of-the-tests';
export const SECRET = 'secret-of-the-tests';

/** A simulator that ends with the test; 45 people unless told. */
export async function simulatorHere(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const simulator = await startQuietSimulator({ key: KEY, secret: SECRET, ...options });
  onTestFinished(() => simulator.close());
  return simulator;
}

/** A token as any client would make it, by none of the app's code; `seconds` is added to its time. */
export function tokenOf(secret: string, seconds = 0, algorithm = 'HS256'): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const iat = Math.floor(Date.now() / 1000) + seconds;
  const text = `${part({ alg: algorithm, typ: 'JWT' })}.${part({ iat })}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

/** Asks a simulator as an authenticated caller and answers the status and what came. */
export async function ask(
  { url }: Simulator,
  request: string,
  body?: object,
  headers: Readonly<Record<string, string>> = { 'x-api-key': KEY, authorization: tokenOf(SECRET) },
): Promise<{ status: number; body: unknown }> {
  const [method = '', path = ''] = request.split(' ');
  const response = await fetch(`${url}${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}
