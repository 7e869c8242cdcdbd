import { expect, test } from './harness/rollcall.ts';
import { watchPage } from './harness/watch-page.ts';

test('security 12: what breaks the content policy does nothing, and fails the test that it happens in', async ({
  rollcall,
  page,
  context,
}) => {
  await rollcall.start();
  const another = await context.newPage();
  const watched = await watchPage(another);
  await another.goto(new URL('/', page.url()).href);
  const ran = await another.evaluate(() => {
    const script = Object.assign(document.createElement('script'), { textContent: 'globalThis.ran = true' });
    document.body.append(script);
    return 'ran' in globalThis;
  });
  expect(ran).toBe(false);
  // The browser's own message about it may come first.
  await expect(() => {
    expect(() => {
      watched.assertClean();
    }).toThrow(/content policy: script-src/);
  }).toPass();
  await another.close();
});
