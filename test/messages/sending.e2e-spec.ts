import { createHmac } from 'node:crypto';
import { queryAsSuperuser } from '../support/cluster.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { addressOf, codeIn, MessageStage, MINUTE } from '../support/message-stage.js';

const TEST = 'mutation { sendTestMessage { channel state } }';
const READ = `{ messageSettings { mailAddress robotAddress isRobotSigned } }`;
const HOUR = 60 * MINUTE;

describe('sending', () => {
  let stage: MessageStage;
  let meetings: MeetingActs;
  const problems = async (input: object) => {
    const { errors } = await stage.set('clinic', input);
    return errors?.map(({ extensions: { code, fields } }) => [code, fields?.map(({ path }) => path)]);
  };

  beforeAll(async () => {
    stage = await MessageStage.open();
    meetings = new MeetingActs(stage.world);
  });
  afterAll(async () => {
    expect(stage.world.api.failures).toEqual([]);
    await stage.close();
  });
  beforeEach(() => {
    stage.chat.drain();
    stage.post.drain();
  });
  afterEach(async () => {
    stage.post.refusal = null;
    stage.chat.answer = null;
    await stage.set('clinic', { mailAddress: null, robot: null });
    await stage.work();
  });

  /** A meeting of which the clinic has to be told. */
  const call = (title: string) => meetings.called({ title });

  it('mails nothing but a code until that was typed in; the code is good once, for an hour, and of the last address', async () => {
    const before = await stage.set('clinic', {
      mailAddress: addressOf('clinic'),
      topics: ['WAITING'],
      quietHours: null,
    });
    expect(before.data?.setMessageSettings).toMatchObject({ isMailOffered: true, isMailConfirmed: false });
    await call('还不通知');
    await stage.pass();
    const [mail, ...more] = stage.mailsOf('clinic');
    expect(more).toEqual([]);
    const code = codeIn(mail?.text);
    expect((await stage.confirm('clinic', '310115.aaaa-bbbb-cccc')).__typename).toBe('InvalidCode');
    expect((await stage.confirm('bus-639', code)).__typename).toBe('InvalidCode');
    stage.world.clock.advance(HOUR);
    expect((await stage.confirm('clinic', code)).__typename).toBe('InvalidCode');

    await stage.set('clinic', { mailAddress: 'other@unit.example' });
    await stage.work();
    const another = codeIn(stage.post.drain().at(-1)?.text);
    expect((await stage.confirm('clinic', code)).__typename).toBe('InvalidCode');
    expect((await stage.confirm('clinic', another.toUpperCase())).__typename).toBe('MessageSettings');
    expect((await stage.confirm('clinic', another)).__typename).toBe('InvalidCode');
    const secrets = await queryAsSuperuser(
      `SELECT (SELECT json_agg(l) FROM audit_line l)::text || (SELECT json_agg(k) FROM idempotency_key k)::text
        || (SELECT json_agg(j) FROM graphile_worker._private_jobs j)::text || (SELECT json_agg(m) FROM message_settings m)::text AS said`,
      stage.world.api.database.name,
    );
    const said = JSON.stringify([secrets, stage.lines, stage.world.api.lines]);
    for (const one of [code, another]) expect(said).not.toContain(one.split('.')[1]);
    for (let again = 0; again < 4; again++)
      await stage.set('clinic', { mailAddress: `m${again}@unit.example` });
    expect(await problems({ mailAddress: 'm9@unit.example' })).toEqual([['TOO_MANY_REQUESTS', undefined]]);
    stage.world.clock.advance(24 * HOUR);
  });

  it('hands in plain mails that say they are automatic', async () => {
    await stage.tell('clinic');
    await call('邮件样式');
    await stage.pass();
    const [{ raw = '', to } = {}] = stage.mailsOf('clinic');
    expect(to).toEqual([addressOf('clinic')]);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(raw).toMatch(/^From: lianjian@example\.org\r$/m);
    expect(raw).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
    expect((await stage.sent('clinic')).filter(({ state }) => state !== 'SENT')).toEqual([]);
  });

  it('tries again what was not taken, under the same id, and stores it once', async () => {
    await stage.tell('clinic');
    stage.post.refusal = 451;
    await call('稍后再发');
    await stage.pass();
    expect(stage.mailsOf('clinic')).toEqual([]);
    expect((await stage.sent('clinic'))[0]).toMatchObject({
      state: 'WAITING',
      failure: 'UNREACHABLE',
      sentAt: null,
    });
    stage.post.refusal = null;
    await stage.work();
    const [first] = stage.mailsOf('clinic');
    expect((await stage.sent('clinic'))[0]).toMatchObject({ state: 'SENT', failure: null });

    // As if the worker had been killed between the delivery and the note of it.
    const [row] = await queryAsSuperuser<{ id: string }>(
      `UPDATE message SET state = 'WAITING', sent_at = NULL WHERE id = '${first?.id}'
       RETURNING id, graphile_worker.add_job('send-message', json_build_object('regionId', region_id, 'unitId', id,
         'ids', json_build_object('postId', post_id, 'messageId', id)))::text`,
      stage.world.api.database.name,
    );
    await stage.work();
    expect(stage.mailsOf('clinic').map(({ id }) => id)).toEqual([row?.id]);
    expect((await stage.sent('clinic')).filter(({ text }) => text.includes('稍后再发'))).toHaveLength(1);
  });

  it('gives up what is refused for good, and what is a day old', async () => {
    await stage.tell('clinic');
    stage.post.refusal = 550;
    await call('地址不对');
    await stage.pass();
    expect((await stage.sent('clinic'))[0]).toMatchObject({ state: 'FAILED', failure: 'REFUSED' });
    stage.post.refusal = 451;
    await call('太迟了');
    await stage.pass();
    stage.world.clock.advance(25 * HOUR);
    await stage.work();
    const seen = (await stage.sent('clinic')).find(({ text }) => text.includes('太迟了'));
    expect(seen).toMatchObject({ state: 'FAILED', failure: 'TOO_OLD' });
  });

  it('sends five tests in an hour, however many are asked for at once', async () => {
    await stage.set('food-market', { robot: stage.robot('WECOM') });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => stage.world.as('food-market').tryAsk<object>(TEST)),
    );
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'SENT');
    expect(codes.toSorted()).toEqual([...Array(5).fill('SENT'), ...Array(3).fill('TOO_MANY_REQUESTS')]);
    expect(await stage.sent('food-market')).toHaveLength(5);
    await stage.work();
    stage.world.clock.advance(HOUR);
  });

  it('drops what is no longer wanted', async () => {
    await stage.tell('clinic');
    stage.post.refusal = 451;
    await call('不要了');
    await stage.pass();
    await stage.set('clinic', { mailAddress: null });
    stage.post.refusal = null;
    await stage.work();
    expect(stage.post.drain()).toEqual([]);
    expect((await stage.sent('clinic'))[0]).toMatchObject({ state: 'DROPPED' });
  });

  it('writes into chats as each wants it, signed where it wants that', async () => {
    const signs = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64');
    for (const kind of ['WECOM', 'DINGTALK', 'FEISHU'] as const) {
      const secret = kind === 'WECOM' ? null : 'SEC-of-the-chat';
      await stage.set('clinic', {
        robot: stage.robot(kind, secret),
        topics: ['WAITING'],
        language: 'EN',
        quietHours: null,
      });
      await call(`Meeting in ${kind}`);
      await stage.pass();
      const [{ url, body } = { url: '', body: {} }, ...more] = stage.chat.drain();
      expect(more).toEqual([]);
      const text = body.text?.content ?? body.content?.text ?? '';
      expect(text).toMatch(new RegExp(`^New to do:\n· Meeting in ${kind} \\(.*\n#[\\da-f]{8}$`, 's'));
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_048);
      const asked = new URL(url, stage.chat.origin);
      const shapes = {
        WECOM: { msgtype: 'text', text: { content: text } },
        DINGTALK: { msgtype: 'text', text: { content: text } },
        FEISHU: { msg_type: 'text', content: { text }, timestamp: body.timestamp, sign: body.sign },
      };
      expect(body).toEqual(shapes[kind]);
      const at = stage.world.clock.now().getTime();
      if (kind === 'DINGTALK') {
        const stamp = asked.searchParams.get('timestamp');
        expect(stamp).toBe(String(at));
        expect(asked.searchParams.get('sign')).toBe(signs('SEC-of-the-chat', `${stamp}\nSEC-of-the-chat`));
      }
      if (kind === 'FEISHU') {
        expect(body.timestamp).toBe(String(Math.floor(at / 1000)));
        expect(body.sign).toBe(signs(`${body.timestamp}\nSEC-of-the-chat`, ''));
      }
    }
  });

  it.each(['WECOM', 'DINGTALK', 'FEISHU'] as const)(
    'calls nobody in a chat of %s by a title',
    async (kind) => {
      await stage.set('clinic', { robot: stage.robot(kind), topics: ['WAITING'], quietHours: null });
      await call('<at user_id="all">所有人</at> < AT id=all></AT> <@all> 三<四');
      await stage.pass();
      const [told] = stage.chat.drain();
      const text = told?.body.text?.content ?? told?.body.content?.text ?? '';
      expect(text).toContain('＜at user_id="all">所有人＜/at> ＜ AT id=all>＜/AT> ＜@all> 三<四');
    },
  );

  it('takes no answer of a chat for yes but yes: errors with 200, redirects, floods', async () => {
    await stage.set('clinic', { robot: stage.robot('WECOM'), topics: ['WAITING'], quietHours: null });
    const answers: NonNullable<MessageStage['chat']['answer']>[] = [
      (response) => response.end('{"errcode":45009}'),
      (response) => response.writeHead(302, { location: stage.chat.origin }).end(),
      (response) => response.end(`{"errcode":0,"more":"${'x'.repeat(70_000)}"}`),
      (response) => response.end('not json'),
    ];
    await call('群里说不');
    for (const answer of answers) {
      stage.chat.answer = answer;
      await stage.pass();
      expect((await stage.sent('clinic'))[0]).toMatchObject({ state: 'WAITING', failure: 'UNREACHABLE' });
      const urls = new Set(stage.chat.drain().map(({ url }) => url));
      expect([...urls]).toEqual(['/cgi-bin/webhook/send?key=k3y-of-the-group-chat']);
    }
    stage.chat.answer = null;
    await stage.work();
    expect((await stage.sent('clinic'))[0]).toMatchObject({ state: 'SENT' });
    expect(stage.lines.join()).not.toContain('k3y-of-the-group-chat');
  });

  it('shows no more of a robot than its host and four characters', async () => {
    const { data } = await stage.set('clinic', { robot: stage.robot('DINGTALK', 'SEC-of-the-chat') });
    const masked = { robotAddress: `${stage.chat.origin}/…chat`, isRobotSigned: true };
    expect(data?.setMessageSettings).toMatchObject(masked);
    expect(
      (await stage.world.as('clinic').ask<{ messageSettings: object }>(READ)).messageSettings,
    ).toMatchObject(masked);
    expect((await stage.world.as('bus-639').ask<{ messageSettings: object }>(READ)).messageSettings).toEqual({
      mailAddress: null,
      robotAddress: null,
      isRobotSigned: false,
    });
  });

  it.each([
    'http://169.254.169.254/cgi-bin/webhook/send?key=k',
    'http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k',
    'https://qyapi.weixin.qq.com.evil.example/cgi-bin/webhook/send?key=k',
    'https://qyapi.weixin.qq.com@evil.example/cgi-bin/webhook/send?key=k',
    'https://user:pass@qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k',
    'https://qyapi.weixin.qq.com:8443/cgi-bin/webhook/send?key=k',
    'https://qyapi.weixin.qq.com/cgi-bin/webhook/../user/get?key=k',
    'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k&debug=1',
    'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k#x',
    'https://oapi.dingtalk.com/robot/send?access_token=k',
    'https://localhost/cgi-bin/webhook/send?key=k',
    'file:///etc/passwd',
    'no address',
  ])('has no robot stand at %s', async (address) => {
    expect(await problems({ robot: { kind: 'WECOM', address } })).toEqual([
      ['BAD_USER_INPUT', ['input.robot.address']],
    ]);
  });

  it.each([
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example, c@d.example',
    'A <a@b.example>',
    'a@localhost',
    '"a> "@unit.example',
    '"a,b"@unit.example',
    'a',
    '',
  ])('mails to no address like %j', async (mailAddress) => {
    expect(await problems({ mailAddress })).toEqual([['BAD_USER_INPUT', ['input.mailAddress']]]);
  });

  it('sends tests, also in quiet hours, and not without end', async () => {
    stage.world.clock.set('2026-12-01T23:00:00+08:00');
    await stage.set('clinic', {
      robot: stage.robot('FEISHU'),
      quietHours: { from: '21:00', until: '08:00' },
    });
    for (let again = 0; again < 5; again++) await stage.world.as('clinic').ask(TEST);
    await stage.work();
    expect(stage.chat.drain()).toHaveLength(5);
    const { errors } = await stage.world.as('clinic').tryAsk(TEST);
    expect(errors?.[0]?.extensions.code).toBe('TOO_MANY_REQUESTS');
  });
});
