import { expect, it } from 'vitest';
import { fileInArguments, handedOver, toHandOver } from '../../../electron/shell/opening.ts';

it('finds the file on a command line, in a checkout and in the packaged app', () => {
  expect(fileInArguments(['electron', '.', 'a.txt'], false, '/r')).toBe('/r/a.txt');
  expect(fileInArguments(['electron', '.'], false, '/r')).toBeNull();
  expect(fileInArguments(['rollcall', '--no-sandbox', '/b.txt'], true, '/r')).toBe('/b.txt');
});

it('takes neither switches before the app’s folder nor their values for it', () => {
  const inCheckout = (...given: string[]) => fileInArguments(['electron', ...given], false, '/r');
  const debugged = ['--inspect=0', '--remote-debugging-port=0'];
  expect(inCheckout(...debugged, '/app', 'a.txt')).toBe('/r/a.txt');
  expect(inCheckout(...debugged, '/app', '--allow-test-server', 'a.txt')).toBe('/r/a.txt');
  expect(inCheckout(...debugged, '/app')).toBeNull();
  for (const name of ['-r', '--require'])
    expect(inCheckout(name, '/hook.js', '/app', 'a.txt')).toBe('/r/a.txt');
  // The packaged app has no such switch.
  expect(fileInArguments(['rollcall', '-r', 'a.txt'], true, '/r')).toBe('/r/a.txt');
});

it('finds the file that a Linux desktop names by its address', () => {
  const open = (address: string) => fileInArguments(['rollcall', address], true, '/r');
  expect(open('file:///home/ana/New%20people%20%C3%A9.csv')).toBe('/home/ana/New people é.csv');
  for (const address of ['file://elsewhere/a.txt', 'file:///a%2Fb.txt', 'file:///%E0%A4%A'])
    expect(open(address)).toBeNull();
});

it('hands a file over from a second start in ASCII, and takes nothing else from it', () => {
  for (const file of ['/a.txt', '/Neue Leute/Größe 人 %20.txt', null]) {
    const handed = toHandOver(file);
    expect(JSON.stringify(handed)).toMatch(/^[!-~]+$/);
    expect(handedOver(handed)).toBe(file);
  }
  for (const data of [
    null,
    undefined,
    'a',
    {},
    { opening: 1 },
    { opening: null },
    { opening: 'https://a/b.txt' },
  ])
    expect(handedOver(data)).toBeNull();
});
