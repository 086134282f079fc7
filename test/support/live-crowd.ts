import { WebSocket } from 'ws';

/** A process of its own that subscribes many times, so that what it takes is not counted with the server. */
interface Crowd {
  readonly url: string;
  readonly tokens: readonly string[];
  readonly subscribers: number;
  readonly query: string;
  readonly variables: object;
}

const PROTOCOL = 'graphql-transport-ws';

process.once('message', (crowd: Crowd) => {
  let answered: bigint[] = [];
  const answer = (): void => {
    answered.push(process.hrtime.bigint());
    if (answered.length < crowd.subscribers) return;
    process.send?.(answered.map(String));
    answered = [];
  };
  for (let at = 0; at < crowd.subscribers; at++) {
    const socket = new WebSocket(crowd.url, PROTOCOL);
    const say = (message: object): void => socket.send(JSON.stringify(message));
    const authorization = `Bearer ${crowd.tokens[at % crowd.tokens.length]}`;
    socket.once('open', () => say({ type: 'connection_init', payload: { authorization } }));
    socket.on('message', (data: Buffer) => {
      const { type } = JSON.parse(data.toString()) as { type: string };
      const { query, variables } = crowd;
      if (type === 'connection_ack') say({ id: '1', type: 'subscribe', payload: { query, variables } });
      else if (type === 'next') answer();
      else throw new Error(`Not told: ${data.toString()}`);
    });
  }
});
process.once('disconnect', () => process.exit());
