import type { Door, LogEntry } from '../../shared/support/log-entry.ts';

/** What the log says first of a start on this computer. */
export function startEntry(version: string, door: Door): LogEntry {
  return { kind: 'start', version, platform: process.platform, arch: process.arch, door };
}
