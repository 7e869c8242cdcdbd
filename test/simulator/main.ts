import { demonstrationTeam, readSeedTeam } from './seed-team.ts';
import { readSimulatorArguments, type SimulatorArguments, USAGE } from './simulator-options.ts';
import { type Simulator, startSimulator } from './start-simulator.ts';

const given = process.argv.slice(2);
const told = readSimulatorArguments(given, process.cwd());
if (given.includes('--help')) {
  process.stdout.write(USAGE);
} else if (told.ok) {
  await run(told.value);
} else {
  process.stderr.write(`${told.failure}\n\n${USAGE}`);
  process.exitCode = 2;
}

async function run({ team, people, faults, ...told }: SimulatorArguments): Promise<void> {
  try {
    const directory = team === null ? demonstrationTeam(people) : await readSeedTeam(team);
    const simulator = await startSimulator({ ...told, directory });
    for (const fault of faults) simulator.faults.add(fault);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.close());
    process.stdout.write(openingWords(simulator, told));
  } catch (error) {
    process.stderr.write(`The simulator could not start: ${String(error)}\n`);
    process.exitCode = 2;
  }
}

function openingWords(
  { url, directory }: Simulator,
  { key, secret }: { key: string; secret: string },
): string {
  return [
    `The Agent Connect simulator listens on ${url} with ${directory.people.length} people. Ctrl+C ends it.`,
    `To try it in the window: npm start -- --allow-test-server, then Organization with the address ${url}, the key`,
    `“${key}” and the secret “${secret}”. Or on the command line:`,
    `  export ROLLCALL_API_KEY=${key} ROLLCALL_API_SECRET=${secret}`,
    `  npm run -s rollcall -- upload people.txt --base-url ${url} --rate 600`,
    `What it was asked: ${url}/_simulator/log\n`,
  ].join('\n');
}
