import type { Connection } from './connection.ts';

/** A room for connections of Chromium, in the form of Electron's `Session`. */
export interface ConnectionRoom {
  readonly fetch: Connection['fetch'];
  closeAllConnections(): Promise<void>;
}

/**
 * A `fetch` of Chromium's that sends what changes something once. By itself Chromium sends a request a second time, a POST
 * as well, where the answer is lost on a connection that was used before (`HttpNetworkTransaction::ShouldResendRequest`);
 * somebody could be invited twice, and nobody would know. So each such request goes over a connection of its own, in a
 * room that nothing else uses meanwhile.
 */
export function unrepeatedFetch(
  usual: Connection['fetch'],
  makeRoom: () => ConnectionRoom,
): Connection['fetch'] {
  const free: ConnectionRoom[] = [];
  return async (address, options) => {
    if (options.method === 'GET') return usual(address, options);
    const room = free.pop() ?? makeRoom();
    const leave = (): void => {
      free.push(room);
    };
    try {
      await room.closeAllConnections();
      return whenRead(await room.fetch(address, options), leave);
    } catch (error) {
      leave();
      throw error;
    }
  };
}

/** The same answer; `leave` is called when it has been read to its end. The room of one that is not is not used again. */
function whenRead(response: Response, leave: () => void): Response {
  if (response.body === null) {
    leave();
    return response;
  }
  const { status, headers } = response;
  const body = response.body.pipeThrough(new TransformStream<Uint8Array, Uint8Array>({ flush: leave }));
  return new Response(body, { status, headers });
}
