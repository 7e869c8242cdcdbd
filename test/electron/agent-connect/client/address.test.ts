import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressOfSubdomain,
  addressOfTestServer,
  personPath,
} from '../../../../electron/agent-connect/client/address.ts';
import { runs } from '../../../tier.ts';

describe('security 20: the address of a subdomain', () => {
  it('is below api.stellaconnect.net, with TLS', () => {
    expect(addressOfSubdomain('acme-2')).toEqual({
      ok: true,
      value: {
        origin: 'https://acme-2.api.stellaconnect.net',
        host: 'acme-2.api.stellaconnect.net',
        subdomain: 'acme-2',
      },
    });
  });

  it.each([
    '',
    'Acme',
    'acme.example',
    'acme/',
    'acme:8080',
    'a@b',
    'acme#',
    'acme?',
    '-acme',
    'acme\n',
    'äcme',
    'a_b',
  ])('refuses “%s”', (subdomain) => {
    expect(addressOfSubdomain(subdomain)).toMatchObject({ failure: { code: 'connect.badSubdomain' } });
  });
});

describe('security 20: the address of a test server', () => {
  it.each([
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['http://localhost:80/', 'http://localhost'],
    ['https://[::1]:8443', 'https://[::1]:8443'],
    ['http://127.1:9', 'http://127.0.0.1:9'],
  ])('is %s', (url, origin) => {
    expect(addressOfTestServer(url)).toMatchObject({ ok: true, value: { origin, subdomain: null } });
  });

  it.each([
    'https://acme.api.stellaconnect.net',
    'http://127.0.0.1.example',
    'http://localhost.example',
    'http://0.0.0.0:80',
    'http://10.0.0.1',
    'http://me:pass@127.0.0.1',
    'http://127.0.0.1/path',
    'http://127.0.0.1/?query',
    'http://127.0.0.1#part',
    'file:///etc',
    '127.0.0.1:4010',
    '',
  ])('refuses %s', (url) => {
    const refused = addressOfTestServer(url);
    expect(refused).toMatchObject({ failure: { code: 'connect.badBaseUrl' } });
    expect(JSON.stringify(refused)).not.toContain('pass@');
  });
});

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
