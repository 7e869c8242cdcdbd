import { describe, expect, it } from 'vitest';
import { judgeAudit, judgeElectron } from '../../build/audit.mjs';

describe('the audit', () => {
  const answer = (counts: object): string => JSON.stringify({ metadata: { vulnerabilities: counts } });

  it('fails for what is high or critical, and says how many there are', () => {
    expect(judgeAudit(answer({ low: 1, high: 1, critical: 1, total: 3 }))).toEqual({
      ok: false,
      sentence: '3 known weaknesses in what is shipped, 2 of them high or critical.',
    });
    expect(judgeAudit(answer({ low: 1, high: 0, critical: 0, total: 1 })).ok).toBe(true);
  });

  it.each(['', 'npm error', '{"error":{"code":"ENOTFOUND"}}', '{"message":"404"}'])(
    'says that nothing was checked where the registry answers “%s”',
    (nothing) => {
      expect(judgeAudit(nothing).sentence).toMatch(/^Not checked/);
    },
  );
});

describe('Electron’s major', () => {
  const releases = { checked: '2026-11-01', newest: 45, supportedMajors: 3 };
  const on = (version: string, day: string): string => judgeElectron(version, releases, new Date(day));

  it('is supported, or there is a warning', () => {
    expect(on('43.0.1', '2026-11-20')).toMatch(/^Electron 43\.0\.1 is among the supported majors, 43 to 45/);
    expect(on('42.9.9', '2026-11-20')).toMatch(/^Warning: Electron 42\.9\.9 gets no security fixes/);
  });

  it('is judged by a table that is not older than two months', () => {
    expect(on('45.0.0', '2027-02-01')).toMatch(/^Warning: .* was checked 92 days ago/);
  });
});
