// Puts pictures of one icon, as PNG, into the files in which Windows and macOS want them.

/** Sizes, in pixels, of the pictures in an .ico: what Explorer and the taskbar ask for at their usual scalings. */
export const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];

/** The types of the pictures in an .icns with their sizes in pixels: https://en.wikipedia.org/wiki/Apple_Icon_Image_format */
export const ICNS_SIZES = /** @type {const} */ ({
  ic11: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
});

/**
 * An .ico of PNG pictures, by their sizes: https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)
 * @param {ReadonlyMap<number, Buffer>} pictures
 * @returns {Buffer}
 */
export function packIco(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.size);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.size, 4);
  let entry = 6;
  let offset = head.length;
  for (const [size, png] of pictures) {
    // 256 does not fit into a byte and is written as 0.
    head[entry] = head[entry + 1] = size % 256;
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    entry += 16;
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.values()]);
}

/**
 * An .icns of PNG pictures, by their sizes.
 * @param {ReadonlyMap<number, Buffer>} pictures
 * @returns {Buffer}
 */
export function packIcns(pictures) {
  const blocks = Object.entries(ICNS_SIZES).map(([type, size]) => {
    const png = pictures.get(size);
    if (png === undefined) throw new Error(`There is no picture of ${size} pixels.`);
    return block(type, png);
  });
  return block('icns', Buffer.concat(blocks));
}

/**
 * @param {string} type
 * @param {Buffer} content
 */
function block(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}
