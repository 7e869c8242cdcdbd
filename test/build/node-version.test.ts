import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { judgeNode } from '../../build/node-version.mjs';

describe('judgeNode', () => {
  it.each(['22.12.0', '22.23.3', '23.0.0', '24.21.0'])('has nothing to say about Node %s', (version) => {
    expect(judgeNode(version)).toEqual({ usable: true, sentence: null });
  });

  it.each(['20.19.0', '20.20.2', '21.0.0', '22.11.0'])(
    'runs on Node %s and says what it is made for',
    (version) => {
      expect(judgeNode(version)).toEqual({
        usable: true,
        sentence: `Node ${version} works, but Rollcall is made for Node 22.12 or newer.`,
      });
    },
  );

  it.each(['18.20.8', '20.18.3'])('does not run on Node %s', (version) => {
    expect(judgeNode(version)).toEqual({
      usable: false,
      sentence: `Rollcall needs Node 22.12 or newer; this is Node ${version}.`,
    });
  });

  it('wants what package.json wants', () => {
    expect(manifest.engines.node).toBe('>=22.12');
  });
});
