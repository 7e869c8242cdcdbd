import { crc32, deflateRawSync } from 'node:zlib';

/** How a zip is written beside its plainest form; layouts: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
interface ZipForm {
  /** Sizes and checksum after the content of each file, as a writer of streams puts them: 4.3.9. */
  readonly descriptors?: boolean;
  /** The number of files and their place in 64 bits: 4.3.14 and 4.3.15. */
  readonly wide?: boolean;
  /** The sizes and the place of each file in 64 bits, in an extra field behind another one: 4.5.3. */
  readonly wideEntries?: boolean;
  /** Whether the files say that they are encrypted: bit 0 of 4.4.4. */
  readonly encrypted?: boolean;
}

type Files = Readonly<Record<string, string | Buffer>>;
type Pairs = readonly (readonly [name: string, content: string | Buffer])[];

/** Zips files; pairs may name one twice. */
export function makeZip(files: Files | Pairs, form: ZipForm = {}): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  const all = isPairs(files) ? files : Object.entries(files);
  for (const [name, content] of all) {
    const packed = deflateRawSync(content);
    const fields = fieldsOf(name, Buffer.from(content), packed, form);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const inFront = Buffer.from(fields);
    const extra = form.wideEntries ? widened(fields, place) : Buffer.alloc(0);
    central.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, place, Buffer.from(name), extra);
    if (form.descriptors) inFront.fill(0, 10, 22);
    const entry: Buffer[] = [Buffer.from('PK\u0003\u0004'), inFront, Buffer.from(name), packed];
    if (form.descriptors) entry.push(Buffer.from('PK\u0007\u0008'), fields.subarray(10, 22));
    local.push(...entry);
    offset += entry.reduce((length, piece) => length + piece.length, 0);
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...local, directory, endOf(all.length, directory.length, offset, form)]);
}

/** Puts the sizes and the place of a file into 64 bits; answers the extra fields that hold them. */
function widened(fields: Buffer, place: Buffer): Buffer {
  const [packed, size, offset] = [fields.readUInt32LE(14), fields.readUInt32LE(18), place.readUInt32LE(10)];
  fields.fill(0xff, 14, 22);
  place.fill(0xff, 10, 14);
  const extra = Buffer.alloc(6 + 28);
  extra.writeUInt16LE(0x9999, 0);
  extra.writeUInt16LE(2, 2);
  extra.writeUInt16LE(1, 6);
  extra.writeUInt16LE(24, 8);
  [size, packed, offset].forEach((value, at) => extra.writeBigUInt64LE(BigInt(value), 10 + at * 8));
  fields.writeUInt16LE(extra.length, 24);
  return extra;
}

function isPairs(files: Files | Pairs): files is Pairs {
  return Array.isArray(files);
}

/** What the central directory and the front of a file say alike, from the version needed to the length of a comment. */
function fieldsOf(name: string, content: Buffer, packed: Buffer, form: ZipForm): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE((form.descriptors ? 8 : 0) + (form.encrypted ? 1 : 0), 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  return fields;
}

function endOf(count: number, length: number, offset: number, { wide = false }: ZipForm): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(wide ? 0xffff : count, 8);
  end.writeUInt16LE(wide ? 0xffff : count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(wide ? 0xffffffff : offset, 16);
  return wide ? Buffer.concat([wideEnd(count, length, offset), end]) : end;
}

function wideEnd(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(76);
  end.write('PK\u0006\u0006', 'latin1');
  end.writeBigUInt64LE(44n, 4);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(length), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  end.write('PK\u0006\u0007', 56, 'latin1');
  end.writeBigUInt64LE(BigInt(offset + length), 64);
  end.writeUInt32LE(1, 72);
  return end;
}
