import type { World } from '../support/world.js';

const SET = `mutation ($input: MessageSettingsInput!) { setMessageSettings(input: $input) { topics } }`;
const TEST = `mutation { sendTestMessage { text } }`;
const address = 'https://open.feishu.cn/open-apis/bot/v2/hook/of-the-chat';

/** Messages in both languages, which nobody sends: no worker runs. */
export async function writeMessages(world: World): Promise<void> {
  const clinic = world.as('clinic');
  for (const language of ['ZH', 'EN', 'ZH']) {
    await clinic.ask(SET, { input: { robot: { kind: 'FEISHU', address }, language } });
    await clinic.ask(TEST);
  }
}
