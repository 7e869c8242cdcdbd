import { expect, it } from 'vitest';
import { keyFingerprint } from '../../../../electron/agent-connect/credentials/key-fingerprint.ts';

it('tells keys apart by the beginning of their SHA-256', () => {
  // FIPS 180-2, appendix B.1.
  expect(keyFingerprint('abc')).toBe('ba7816bf8f01');
  expect(keyFingerprint('abd')).not.toBe('ba7816bf8f01');
});
