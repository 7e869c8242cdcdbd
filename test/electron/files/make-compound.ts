/** Makes the front of a compound file ([MS-CFB] 2.2 and 2.6) whose directory has streams of the given names. */
export function makeCompound(...streams: readonly string[]): Buffer {
  const head = Buffer.alloc(512);
  head.write('d0cf11e0a1b11ae1', 'hex');
  const entries = ['Root Entry', ...streams].map((name) => {
    const entry = Buffer.alloc(128);
    entry.write(name, 'utf16le');
    entry.writeUInt16LE(name.length * 2 + 2, 64);
    return entry;
  });
  return Buffer.concat([head, ...entries, Buffer.alloc(512)]);
}
