import { fromGlobalId } from '#graphql';
import { ActingSql, type Write } from '../support/acting-sql.js';
import { MessageStage } from '../support/message-stage.js';

const HOLDER = 'southeast-committee';
/** Of the same unit, of another, and the street office; and whoever writes something down for another unit. */
const OTHERS = ['southeast-officer', 'clinic', 'zhoupu-steward', 'southeast-officer for clinic'];
const TABLES = ['message_settings', 'message_watch', 'message'];
const READ = `{ messageSettings { robotAddress topics } messages { totalCount edges { node { text } } } nextMessage { text } }`;

/** Past all services: what is left between posts are grants and row policies. */
describe('the walls around what a post is told', () => {
  let stage: MessageStage;
  let sql: ActingSql;

  beforeAll(async () => {
    stage = await MessageStage.open();
    await stage.tell(HOLDER, { robot: stage.robot('WECOM') });
    await stage.world.as(HOLDER).ask(`mutation { sendTestMessage { channel } }`);
    sql = await ActingSql.open(stage.world);
  });
  afterAll(async () => {
    await sql.close();
    await stage.close();
  });

  it.each(TABLES)('show %s to its post alone', async (table) => {
    const read = (account: string) => sql.as(account, () => sql.ask(`SELECT * FROM ${table}`));
    expect(await read(HOLDER)).toMatchObject({ rowCount: table === 'message' ? 2 : 1 });
    for (const account of OTHERS)
      expect([account, await read(account)]).toMatchObject([account, { rows: [] }]);
  });

  it('let no other post write what it is told, nor how', async () => {
    const id = fromGlobalId('Post', stage.world.post(HOLDER));
    const writes = OTHERS.flatMap((account): Write[] => [
      [account, `UPDATE message_settings SET robot_address = robot_address`, 0],
      [account, `DELETE FROM message_settings`, 'grant'],
      [account, `UPDATE message_watch SET told = '{}'`, 0],
      [account, `DELETE FROM message_watch`, 0],
      [account, `UPDATE message SET state = state`, 0],
      [account, `UPDATE message SET text = ''`, 0],
      [account, `UPDATE message SET channel = channel`, 'grant'],
      [account, `DELETE FROM message`, 0],
      [
        account,
        `INSERT INTO message_settings (region_id, id, codes_asked, topics, language)
          VALUES (app.region_id(), '${id}', 0, '{}', 'zh')`,
        'policy',
      ],
      [
        account,
        `INSERT INTO message_watch (region_id, id, unit_id, person_id, network_ids, look_at, position, told, reminded)
          VALUES (app.region_id(), '${id}', '${id}', '${id}', '{}', now(), 0, '{}', '{}')`,
        'policy',
      ],
      [
        account,
        `INSERT INTO message (region_id, id, post_id, channel, is_test, text, state, attempts, written_at)
          VALUES (app.region_id(), '${id}', '${id}', 'MAIL', false, '', 'WAITING', 0, now())`,
        'policy',
      ],
    ]);
    expect(await sql.writeAll(writes)).toEqual(writes);
    const own: Write[] = [
      [HOLDER, `UPDATE message_settings SET robot_address = robot_address`, 1],
      [HOLDER, `UPDATE message SET state = state`, 2],
      [HOLDER, `DELETE FROM message_watch`, 1],
    ];
    expect(await sql.writeAll(own)).toEqual(own);
  });

  it('hold over the API', async () => {
    for (const account of ['southeast-officer', 'clinic', 'zhoupu-steward'])
      expect([account, await stage.world.as(account).ask(READ)]).toEqual([
        account,
        {
          messageSettings: { robotAddress: null, topics: [] },
          messages: { totalCount: 0, edges: [] },
          nextMessage: { text: null },
        },
      ]);
  });
});
