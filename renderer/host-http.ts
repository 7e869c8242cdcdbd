import type { CallName, Reply, Request } from '../shared/contract/contract.ts';
import { failed, type Failure } from '../shared/failures/failures.ts';
import { failure, type Result, success } from '../shared/failures/result.ts';
import { TEXT_SLICE } from '../shared/text/plain-text.ts';
import { HOST_GONE, parseAnswer } from './host-answer.ts';
import { enterSession } from './host-session.ts';
import type { Host } from './host-type.ts';

/** Connects to the web host that served this page. */
export async function connectByHttp(): Promise<Host> {
  const session = await enterSession();
  async function call<C extends CallName>(
    channel: C,
    request: Request<C>,
  ): Promise<Result<Reply<C>, Failure>> {
    if (session === null) return HOST_GONE;
    try {
      const response = await session.post(`/call/${channel}`, request);
      // 401: another page has taken this one's place.
      if (response.status === 401) return HOST_GONE;
      if (!response.ok) return failure(failed('call.refused', { what: `${channel}: ${response.status}` }));
      return parseAnswer(channel, await response.json());
    } catch {
      return HOST_GONE;
    }
  }
  return {
    call,
    // A web host has no menu, and is not told to open files or to close.
    onEvent: () => () => undefined,
    fileFromDrop: (file) => handOver(call, file),
  };
}

/** Bytes whose base64 fills one slice. */
const DROP_SLICE = (TEXT_SLICE / 4) * 3;

async function handOver(call: Host['call'], file: File): ReturnType<Host['fileFromDrop']> {
  const begun = await call('drop.begin', { name: file.name.slice(0, 255) || 'roster' });
  if (!begun.ok) return begun;
  const ref = begun.value.file;
  for (let from = 0; from < file.size; from += DROP_SLICE) {
    const base64 = await readBase64(file.slice(from, from + DROP_SLICE));
    // A folder can be dropped like a file, but not read like one.
    if (base64 === null)
      return failure(failed('file.readFailed', { name: file.name, reason: 'it may be a folder' }));
    const sent = await call('drop.append', { file: ref.handle, base64 });
    if (!sent.ok) return sent;
  }
  return success(ref);
}

/** Bytes as base64, made by the browser off the window's thread; null when they cannot be read. */
function readBase64(bytes: Blob): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onerror = () => {
      resolve(null);
    };
    reader.onload = () => {
      // `readAsDataURL` answers text: `data:…;base64,` and the bytes.
      const address = reader.result as string;
      resolve(address.slice(address.indexOf(',') + 1));
    };
    reader.readAsDataURL(bytes);
  });
}
