const CENTRAL = 0x02014b50;
const END_MARK = Buffer.from('PK\u0005\u0006', 'latin1');
const DEFLATED = 8;

/**
 * The deflated bytes of each part of a workbook, by its central directory (APPNOTE 4.3.12), with nothing checked: what
 * any reader has to inflate at least.
 */
export function deflatedParts(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  const end = bytes.lastIndexOf(END_MARK);
  let at = bytes.readUInt32LE(end + 16);
  while (bytes.readUInt32LE(at) === CENTRAL) {
    const start = bytes.readUInt32LE(at + 42);
    const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    if (bytes.readUInt16LE(at + 10) === DEFLATED)
      parts.push(bytes.subarray(data, data + bytes.readUInt32LE(at + 20)));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}
