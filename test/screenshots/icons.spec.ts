import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright/test';
import { ICNS_SIZES, ICO_SIZES, packIcns, packIco } from '../../build/icons/pack-icons.mjs';
import { test } from '../end-to-end/harness/rollcall.ts';

const icons = fileURLToPath(new URL('../../build/icons/', import.meta.url));
/** Sizes of the pictures that Linux desktops look for, in pixels. */
const LINUX_SIZES = [16, 32, 48, 64, 128, 256, 512];
/** On a Mac the icon fills this part of its picture, and its shadow and its neighbours have the rest. */
const MAC_PART = 824 / 1024;

test('the icons of every platform, from icon.svg', async ({ page }) => {
  const svg = await readFile(`${icons}icon.svg`, 'utf8');
  const draw = (sizes: readonly number[], part = 1) => drawAll(page, svg, sizes, part);
  for (const [size, png] of await draw(LINUX_SIZES)) await writeFile(`${icons}${size}.png`, png);
  await writeFile(`${icons}icon.ico`, packIco(await draw(ICO_SIZES)));
  await writeFile(`${icons}icon.icns`, packIcns(await draw(Object.values(ICNS_SIZES), MAC_PART)));
});

async function drawAll(page: Page, svg: string, sizes: readonly number[], part: number) {
  const pictures = new Map<number, Buffer>();
  for (const size of new Set(sizes)) {
    await page.setViewportSize({ width: size, height: size });
    const style = `body { margin: ${(size * (1 - part)) / 2}px } svg { display: block; width: ${size * part}px }`;
    await page.setContent(`<style>${style}</style>${svg}`);
    pictures.set(size, await page.screenshot({ omitBackground: true }));
  }
  return pictures;
}
