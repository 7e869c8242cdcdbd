import type { Page } from 'playwright/test';
import { peopleFile } from './people-file.ts';
import { report } from './report.ts';
import { median } from './time.ts';
import { isWindowBuilt, launchBrowser, untilSettled, withWindow } from './window.ts';

const ROUNDS = 7;
/** Milliseconds of a round, and CSS pixels scrolled a frame: about two rows. */
const ROUND = 1500;
const STEP = 60;

if (isWindowBuilt()) await measure();

async function measure(): Promise<void> {
  const browser = await launchBrowser();
  const file = await peopleFile(100_000);
  const rounds = await withWindow(browser, file, async (page) => {
    await untilSettled(page);
    await framesASecond(page, STEP);
    const rounds: { idle: number; scrolling: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push({ idle: await framesASecond(page, 0), scrolling: await framesASecond(page, STEP) });
    return rounds;
  });
  await browser.close();
  const idle = median(rounds.map((round) => round.idle));
  const scrolling = median(rounds.map((round) => round.scrolling));
  report({
    figure: median(rounds.map((round) => round.scrolling / round.idle)),
    details: `100,000 people: ${scrolling.toFixed(1)} frames a second at ${STEP} px a frame, ${idle.toFixed(1)} idle`,
  });
}

/** Frames that the page draws in a second while the grid scrolls by `step` pixels a frame. */
function framesASecond(page: Page, step: number): Promise<number> {
  return page.evaluate(
    ({ step, round }) =>
      new Promise<number>((resolve, reject) => {
        const viewport = document.querySelector('.ag-grid-viewport');
        if (viewport === null) {
          reject(new Error('The grid has no viewport'));
          return;
        }
        let began = 0;
        let frames = 0;
        const draw = (now: number): void => {
          if (began === 0) began = now;
          else frames += 1;
          viewport.scrollTop += step;
          if (now - began >= round) resolve((frames * 1000) / (now - began));
          else requestAnimationFrame(draw);
        };
        requestAnimationFrame(draw);
      }),
    { step, round: ROUND },
  );
}
