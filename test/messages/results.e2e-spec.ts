import { MessageStage } from '../support/message-stage.js';
import { ResultActs } from '../support/result-acts.js';

describe('what is told of an evaluation', () => {
  it('is its result, once it is on notice and when it is final, to its network and nobody else', async () => {
    const stage = await MessageStage.open();
    try {
      const accounts = ['fire-squadron', 'zhoupu-steward', 'riverside-primary'];
      for (const account of accounts) await stage.tell(account, { topics: ['CHANGED'] });
      const hearing = async () => {
        await stage.pass();
        const mails = stage.post.drain();
        return accounts.map((account) =>
          mails.flatMap(({ to, text }) => (to.includes(`${account}@unit.example`) ? [text] : [])),
        );
      };
      const acts = new ResultActs(stage.world);
      const { round } = await acts.closed();
      // Who drafts or scores is silent.
      expect(await hearing()).toEqual([[], [], []]);
      const onNotice = await acts.onRound('publishResult', round);
      const told = (words: string) => [expect.stringMatching(new RegExp(`^有变动：\\n· .*：${words}$`))];
      const noticed = told('评比结果已公示。');
      expect(await hearing()).toEqual([noticed, noticed, []]);
      await acts.finalise(onNotice);
      const ended = told('评比结果已确定。');
      expect(await hearing()).toEqual([ended, ended, []]);
    } finally {
      await stage.close();
    }
  });
});
