import type { Connection } from '../../electron/agent-connect/client/connection.ts';
import { newcomers, untilAllCreated, uploading } from './newcomers.ts';
import { report } from './report.ts';
import { withSimulator } from './simulator-process.ts';

const SIZES = [100, 1000, 10_000] as const;

const leader = {
  email: 'leader0@acme.example',
  custom_employee_id: 'L0',
  role: 'Team Leader',
  status: 'active',
};
report(await withSimulator([leader], measure));

/** Requests, and the CPU time of this process, for each person of uploads of several sizes; the figure is that of 1,000. */
async function measure(connection: Connection) {
  const found = [];
  for (const size of SIZES) found.push({ size, ...(await costOf(connection, size)) });
  const details = found.map(
    ({ size, requests, cpu }) =>
      `${size.toLocaleString('en-US')}: ${requests.toFixed(3)} requests, ${cpu.toFixed(2)} ms of CPU a person`,
  );
  return { figure: found.find(({ size }) => size === 1000)?.requests ?? null, details: details.join('; ') };
}

async function costOf(connection: Connection, size: number) {
  let requests = 0;
  const counting: Connection = {
    ...connection,
    fetch: (address, options) => {
      requests += 1;
      return connection.fetch(address, options);
    },
  };
  const orders = newcomers(size, `u7-${size}`);
  const before = process.cpuUsage();
  await uploading(counting, orders, untilAllCreated, 2);
  const { user, system } = process.cpuUsage(before);
  return { requests: requests / size, cpu: (user + system) / 1000 / size };
}
