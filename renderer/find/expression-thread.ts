import { type Expression, matches } from '../../shared/find/compile-query.ts';

/** What the window asks of the thread: which texts match, or what replacing makes of them. */
export interface ThreadRequest {
  readonly expression: Expression;
  readonly texts: readonly string[];
  /** Null to ask which texts match. */
  readonly replacement: string | null;
}

/** For each text whether it matches, or its new text. */
export type ThreadReply = readonly boolean[] | readonly string[];

// A regular expression can take for ever on a short text, and nothing can interrupt it but the end of its thread.
self.onmessage = ({ data }: MessageEvent<ThreadRequest>) => {
  const { expression, texts, replacement } = data;
  const compiled = new RegExp(expression.source, expression.flags);
  const reply: ThreadReply =
    replacement === null
      ? texts.map((text) => matches(compiled, text))
      : texts.map((text) => text.replace(compiled, replacement));
  self.postMessage(reply);
};
self.postMessage([]);
