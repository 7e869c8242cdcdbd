import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personPath } from '../../../../electron/agent-connect/client/person-path.ts';
import { runs } from '../../../tier.ts';

/** Texts of all kinds, with more of what means something in an address than chance would bring. */
const ids = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('.', '/', '\\', '%', '2', 'e', 'E', '?', '#', ' ', '+', '@', ';', ':', 'é', '\0'),
  }),
);

describe('security 21: the path of a person', () => {
  it('splits back into the email address or ID, whatever it is', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const path = personPath(id);
        fc.pre(path.ok);
        const url = new URL(`https://acme.api.stellaconnect.net${path.value}`);
        const [start, version, employees, segment = '', ...rest] = url.pathname.split('/');
        expect([start, version, employees, decodeURIComponent(segment), rest]).toEqual([
          '',
          'v2',
          'employees',
          id,
          [],
        ]);
        expect([url.search, url.hash]).toEqual(['', '']);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('refuses nothing else than it must', () => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(personPath(id).ok).toBe(!['', '.', '..'].includes(id) && id.isWellFormed());
      }),
    );
  });

  it.each(['', '.', '..', '\uD800', 'a\uDC00b'])('refuses %j', (id) => {
    expect(personPath(id)).toMatchObject({ failure: { code: 'connect.unnameable' } });
  });

  it.each(['%2e%2e', '..%2F', '...', '.x', 'a/../b', '../deactivate'])('holds %j as it is', (id) => {
    expect(personPath(id)).toEqual({ ok: true, value: `/v2/employees/${encodeURIComponent(id)}` });
  });
});
