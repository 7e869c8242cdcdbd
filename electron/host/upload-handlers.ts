import type { Reply } from '../../shared/contract/contract.ts';
import type { UPLOAD_CALLS } from '../../shared/contract/upload-calls.ts';
import type { Failure } from '../../shared/failures/failures.ts';
import { type Result, success } from '../../shared/failures/result.ts';
import type { Push } from '../agent-connect/push/upload-run.ts';
import type { Uploads } from '../uploads/uploads.ts';
import type { Handlers } from './dispatcher.ts';

/** Answers the calls about uploads. */
export function uploadHandlers(uploads: Uploads): Handlers<keyof typeof UPLOAD_CALLS> {
  const steer = (id: string, act: (push: Push) => void): Result<Reply<'upload.pause'>, Failure> => {
    const push = uploads.running(id);
    if (!push.ok) return push;
    act(push.value);
    return success({});
  };
  return {
    'upload.begin': (planned) => uploads.begin(planned),
    'upload.reopen': ({ upload, anyway }) => uploads.reopen(upload, anyway),
    'upload.orders': async ({ handing: handle, orders }) => {
      const handing = uploads.handing(handle);
      if (!handing.ok) return handing;
      const added = await handing.value.addOrders(orders);
      return added.ok ? success({}) : added;
    },
    'upload.passwords': ({ handing: handle, passwords }) => {
      const handing = uploads.handing(handle);
      if (!handing.ok) return handing;
      const added = handing.value.addPasswords(passwords);
      return added.ok ? success({}) : added;
    },
    'upload.cancel': async ({ handing }) => {
      await uploads.cancel(handing);
      return success({});
    },
    'upload.start': ({ handing }) => uploads.start(handing),
    'upload.progress': ({ upload, after }) => uploads.progress(upload, after),
    'upload.pause': ({ upload }) =>
      steer(upload, (push) => {
        push.pause();
      }),
    'upload.continue': ({ upload }) =>
      steer(upload, (push) => {
        push.resume();
      }),
    'upload.stop': ({ upload }) =>
      steer(upload, (push) => {
        push.stop();
      }),
    'upload.show': ({ upload }) => uploads.show(upload),
    'upload.list': async () => success(await uploads.list()),
    'upload.rows': ({ upload, from }) => uploads.rows(upload, from),
    'upload.forget': ({ upload }) => uploads.forget(upload),
  };
}
