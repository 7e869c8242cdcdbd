// Runs in the page of `npm run dev`, before the page itself.
/// <reference lib="dom" />
/// <reference types="vite/client" />

/** Lets the page go without the question about unsaved work, which is offered again after a reload. */
function leaveSilently() {
  addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true });
}

import.meta.hot?.on('vite:beforeFullReload', leaveSilently);
// All that the page is made of has come from its host by now, which may start again.
import.meta.hot?.send('rollcall:arrived', null);
// The web host has started again, at another port and with another token.
import.meta.hot?.on('rollcall:host', ({ address }) => {
  leaveSilently();
  location.replace(address);
});
