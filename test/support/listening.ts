/** One event as it came over the wire. */
export interface Sent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/** Listens to server-sent events; `next` answers with the next one, heartbeats left out, and undefined at the end. */
export async function listen(
  address: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ next: () => Promise<Sent | undefined>; stop: () => void }> {
  const connection = new AbortController();
  const answer = await fetch(address, { signal: connection.signal, headers });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  async function next(): Promise<Sent | undefined> {
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end < 0) {
        const { value, done } = await reader.read();
        if (done) return undefined;
        buffer += value;
        continue;
      }
      const lines = buffer.slice(0, end).split('\n');
      buffer = buffer.slice(end + 2);
      const fields = lines.filter((line) => line.includes(': ')).map((line) => line.split(/: (.*)/s).slice(0, 2));
      const sent = Object.fromEntries(fields) as Sent;
      if (sent.event && sent.event !== 'heartbeat') return sent;
    }
  }
  return { next, stop: () => connection.abort() };
}
