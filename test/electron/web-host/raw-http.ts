import { connect } from 'node:net';

/** What came back on a connection, read as one HTTP answer. */
export interface RawAnswer {
  /** 0 when the connection ended without an answer. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends bytes as they are to a server on 127.0.0.1 and reads until it closes: for requests that no client would make. */
export function sendRaw(host: string, text: string): Promise<RawAnswer> {
  const [address, port] = host.split(':');
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), address, () => socket.write(text));
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => (answer += part));
    // A connection that is reset has answered what it has answered.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(parse(answer));
    });
  });
}

function parse(answer: string): RawAnswer {
  const end = answer.indexOf('\r\n\r\n');
  const [first = '', ...lines] = answer.slice(0, end).split('\r\n');
  const headers = lines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.slice(line.indexOf(':') + 1).trim(),
  ]);
  return {
    status: Number(first.split(' ')[1] ?? 0),
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: answer.slice(end + 4),
  };
}
