import { TEXT_SLICE } from '../../shared/contract.ts';
import { failed } from '../../shared/failures/failures.ts';
import { failure, success } from '../../shared/failures/result.ts';
import { sliceEnd } from '../../shared/text/plain-text.ts';
import type { Handlers } from './door.ts';
import { createHandles, type Handles } from '../system/handles.ts';

/** Texts of opened files, waiting to be fetched. */
export type OpenTexts = Handles<string>;

const MOST_TEXTS = 4;

/** No texts yet; a window that forgets to close them holds four at most. */
export function createOpenTexts(): OpenTexts {
  return createHandles<string>(MOST_TEXTS);
}

/** Answers the calls that fetch an open text slice by slice. */
export function answerTexts(texts: OpenTexts): Handlers<'text.read' | 'text.close'> {
  return {
    'text.read': ({ text: handle, from }) => {
      const text = texts.get(handle);
      if (text === undefined) return failure(failed('call.stale', { what: 'This file' }));
      const end = sliceEnd(text, from, TEXT_SLICE);
      return success({ slice: text.slice(from, end), next: end < text.length ? end : null });
    },
    'text.close': ({ text }) => {
      texts.drop(text);
      return success({});
    },
  };
}
