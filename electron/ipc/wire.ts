/** The names under which the preload and the main process speak with each other; the window does not know them. */
export const WIRE = { call: 'rollcall:call', drop: 'rollcall:drop', event: 'rollcall:event' } as const;
