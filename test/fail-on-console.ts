import { afterEach, beforeEach, expect, vi } from 'vitest';

// Unexpected console output fails a test: what the app has to say belongs in a result, a sentence or the log.
const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;

beforeEach(() => {
  for (const method of methods) vi.spyOn(console, method).mockImplementation(() => undefined);
});

afterEach(() => {
  for (const method of methods) {
    const calls = vi.mocked(console[method]).mock.calls;
    expect(calls, `console.${method}`).toEqual([]);
  }
  vi.restoreAllMocks();
});
