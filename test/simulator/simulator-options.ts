import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { type Fault, KINDS, readFault } from './faults.ts';

/** What a simulator is told on its command line. */
export interface SimulatorArguments {
  readonly port: number;
  readonly key: string;
  readonly secret: string;
  /** Made-up people at the start. */
  readonly people: number;
  /** A JSON file of people in their place; an absolute path. */
  readonly team: string | null;
  readonly latency: number;
  readonly rate: number;
  readonly clock: number;
  readonly token: 'alone' | 'bearer';
  readonly faults: readonly Fault[];
}

export const USAGE = `Usage: npm run agent-connect:simulator -- [options]

A stand-in for Agent Connect on this computer, with people of its own. Nothing that it is sent leaves this computer.

  --port N        the port on 127.0.0.1 (default 4010; 0 for any that is free)
  --key TEXT      the API key that it takes (default: demo-key)
  --secret TEXT   the API secret that it takes (default: demo-secret)
  --people N      how many made-up people it begins with (default 45)
  --team FILE     begin with the people of a JSON file instead: an array of what POST takes, leaders first, each with a
                  "status" if it is not active
  --latency MS    milliseconds before every answer (default 0)
  --rate N        requests a minute before it answers 429 (default 0: no limit)
  --clock SECONDS how far its clock is ahead, or behind if negative (default 0)
  --token FORM    how it takes the token: alone (default), or bearer, after the word “Bearer”
  --fault FAULT   something that goes wrong; may be given again:
                  METHOD,KIND[,times=N][,about=TEXT][,after=N][,retry-after=TEXT][,ms=N]
                  where METHOD may be *, about takes only requests with the text in their path or body, retry-after=A|B
                  gives two headers, and KIND is a status such as 429, for which nothing is done, or:
${Object.entries(KINDS)
  .map(([kind, what]) => `                    ${kind.padEnd(15)} ${what}`)
  .join('\n')}

While it runs: GET /_simulator/log and /_simulator/people to look, POST /_simulator/faults with a JSON array of faults.
`;

/** Reads the arguments against the folder of the call, or answers a sentence on what is wrong. */
export function readSimulatorArguments(
  given: readonly string[],
  folder: string,
): Result<SimulatorArguments, string> {
  try {
    const { values } = parseArgs({ args: [...given], options: OPTIONS });
    const faults = values.fault.map(readFault);
    const numbers = [values.port, values.people, values.latency, values.rate];
    if (!numbers.every((text) => /^\d{1,7}$/.test(text)) || !/^-?\d{1,7}$/.test(values.clock))
      return failure('A number is not one.');
    const known = faults.filter((fault) => fault !== null);
    if (values.token !== 'alone' && values.token !== 'bearer')
      return failure('A token is sent alone or as bearer.');
    if (known.length < faults.length) return failure('A fault is not one that the simulator knows.');
    return success({
      port: Number(values.port),
      key: values.key,
      secret: values.secret,
      people: Number(values.people),
      team: values.team === undefined ? null : resolve(folder, values.team),
      latency: Number(values.latency),
      rate: Number(values.rate),
      clock: Number(values.clock),
      token: values.token === 'bearer' ? 'bearer' : 'alone',
      faults: known,
    });
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
}

const OPTIONS = {
  port: { type: 'string', default: '4010' },
  key: { type: 'string', default: 'demo-key' },
  secret: { type: 'string', default: 'demo-secret' },
  people: { type: 'string', default: '45' },
  team: { type: 'string' },
  latency: { type: 'string', default: '0' },
  rate: { type: 'string', default: '0' },
  clock: { type: 'string', default: '0' },
  token: { type: 'string', default: 'alone' },
  fault: { type: 'string', multiple: true, default: [] as string[] },
} as const;
