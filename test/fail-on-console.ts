import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

// Unexpected console output fails a test: what the app has to say belongs in a result, a sentence or the log.
const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;
const spies = new Map<string, MockInstance>();

beforeEach(() => {
  for (const method of METHODS) {
    spies.set(
      method,
      vi.spyOn(console, method).mockImplementation(() => undefined),
    );
  }
});

afterEach(() => {
  for (const [method, spy] of spies) expect(spy.mock.calls, `console.${method}`).toEqual([]);
  vi.restoreAllMocks();
});
