import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startLiveServer, type LiveServer } from '../support/live-server.js';
import { MeetingActs, type SeenMeeting } from '../support/meeting-acts.js';
import { startWorld, type World } from '../support/world.js';

/** A thousand when it is measured: LIVE_CROWD=1000. */
const SUBSCRIBERS = Number(process.env['LIVE_CROWD'] ?? 30);
const EVENTS = 5;
const ACCOUNTS = [
  'clinic',
  'bus-639',
  'fire-squadron',
  'southeast-committee',
  'zhoupu-no3-primary',
  'food-market',
];
const QUERY = `subscription ($id: ID!) { meetingChanged(id: $id) { cursor acts { act part } meeting { state title startsAt } } }`;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

describe('a crowd of subscribers', () => {
  let world: World;
  let server: LiveServer;

  beforeAll(async () => {
    world = await startWorld();
    server = await startLiveServer(world.api, { subscriptionsOfPost: SUBSCRIBERS });
  });
  afterAll(async () => {
    await server.close();
    await world.close();
  });

  it('is told of each act, all of it', async () => {
    const meetings = new MeetingActs(world);
    let meeting: SeenMeeting = await meetings.called();
    const tokens = await Promise.all(ACCOUNTS.map((account) => world.as(account).token()));
    const before = heap();
    const crowd = fork(join(import.meta.dirname, '../support/live-crowd.js'), { execArgv: [] });
    const told = async (): Promise<bigint[]> => ((await once(crowd, 'message'))[0] as string[]).map(BigInt);
    const variables = { id: meeting.id };
    crowd.send({ url: server.url, tokens, subscribers: SUBSCRIBERS, query: QUERY, variables });
    await told();
    const kilobytes = (heap() - before) / 1024 / SUBSCRIBERS;
    const spans: number[][] = [];
    for (let event = 0; event < EVENTS; event++) {
      const heard = told();
      meeting = await meetings.step('updateMeeting', meeting, { input: { title: `第${event}次` } });
      const from = process.hrtime.bigint();
      spans.push((await heard).map((at) => Number(at - from) / 1e6).toSorted((one, other) => one - other));
    }
    crowd.disconnect();
    const at = (share: number) => spans.map((all) => all[Math.ceil(all.length * share) - 1] ?? 0);
    const figures = { half: median(at(0.5)), most: median(at(0.95)), all: median(at(1)) };
    if (SUBSCRIBERS >= 1_000)
      process.stderr.write(
        `${SUBSCRIBERS}: ${JSON.stringify(figures)} ms, ${kilobytes.toFixed(1)} KiB each\n`,
      );
    expect(server.faults).toEqual([]);
  });
});

function heap(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function median(values: readonly number[]): number {
  return Math.round(values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0);
}
