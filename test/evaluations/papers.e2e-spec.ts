import { readXlsx } from 'hucre/xlsx';
import { FinalRound } from '../support/final-round.js';
import { readPrintedPage } from '../support/printed-page.js';
import { RecognitionActs, type SeenRecognition } from '../support/recognition-acts.js';
import { startWorld, type World } from '../support/world.js';

const READERS = ['southeast-officer', 'clinic', 'food-market', 'resident-1', 'zhoupu-steward'];
const OTHERS = ['riverside-committee', 'riverside-primary'];
const PARKING_UP = {
  title: '停车治理',
  before: { rank: null, award: null },
  after: { rank: 1, award: '一等奖' },
};
const SCORED = ['名次', '参评对象', '申报单位', '奖项', '积分'];

describe('what of an evaluation is printed', () => {
  let world: World;
  let acts: RecognitionActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new RecognitionActs(world);
  });
  afterAll(() => world.close());

  const get = async (account: string, url: string) => {
    const { statusCode, body, headers, rawPayload } = await world
      .actingAs(account)
      .send({ method: 'GET', url });
    return { statusCode, body, headers, rawPayload };
  };
  const rankingOf = (round: FinalRound, form = 'html') =>
    `/evaluation-rounds/${round.globalId}/ranking.${form}`;
  const certificateOf = (recognition: SeenRecognition) => `/recognitions/${recognition.id}/certificate.html`;
  const linesOf = (page: string): string[] =>
    [...page.matchAll(/<(?:h1|p)[^>]*>(.*?)<\/(?:h1|p)>/gs)].map(([, line = '']) => line);

  describe('the ranking of a round', () => {
    it('is not there while it is a draft, not even for the committee', async () => {
      const round = await FinalRound.open(world);
      await round.publish({ venue: '一等奖' }, 'DRAFT');
      for (const account of [...READERS, ...OTHERS])
        for (const form of ['html', 'xlsx'])
          expect((await get(account, rankingOf(round, form))).statusCode).toBe(404);
    });

    it('of a draft is printed for the committee alone, and says that it is not to be posted', async () => {
      const round = await FinalRound.open(world);
      const draftOf = `/evaluation-rounds/${round.globalId}/draft.html`;
      expect((await get('southeast-officer', draftOf)).statusCode).toBe(404);
      await round.publish({ venue: '一等奖' }, 'ON_NOTICE');
      await round.publish({ parking: '一等奖' }, 'DRAFT', [PARKING_UP]);
      const { body } = await get('southeast-officer', draftOf);
      const { title, facts, tables } = readPrintedPage(body);
      expect(title).toBe('2026年度项目评比结果（草稿）');
      expect(facts).toEqual([
        '东南社区共建网络',
        '草稿，仅供居委会评议，不得张贴或外传。',
        '2026-11-13计算',
        '公示后将取代第1号结果。',
        '更正说明：有奖项空缺。异议成立',
        '二等奖：空缺',
      ]);
      expect(tables[0]?.rows).toEqual([['停车治理', '未排名', '无', '1', '一等奖']]);
      expect(body).not.toContain('签字');
      for (const account of READERS.filter((one) => one !== 'southeast-officer'))
        expect([account, (await get(account, draftOf)).statusCode]).toEqual([account, 404]);
      for (const account of OTHERS) expect((await get(account, draftOf)).statusCode).toBe(404);
    });

    it('of a changed result says which it replaces, why, what is withheld, and what became of whom', async () => {
      const round = await FinalRound.open(world);
      await round.publish({ venue: '一等奖' }, 'ON_NOTICE');
      await round.publish({ parking: '一等奖' }, 'ON_NOTICE', [PARKING_UP]);
      const { body } = await get('clinic', rankingOf(round));
      const { facts, tables } = readPrintedPage(body);
      expect(facts.slice(1, -1)).toEqual([
        '第2号结果，2026-11-14发布',
        '本号结果取代第1号结果。',
        '更正说明：有奖项空缺。异议成立',
        '二等奖：空缺',
      ]);
      expect(tables).toEqual([
        {
          title: '与第1号结果相比',
          summary: '名次或奖项有变化的共1项。',
          headings: ['参评对象', '原名次', '原奖项', '现名次', '现奖项'],
          rows: [['停车治理', '未排名', '无', '1', '一等奖']],
        },
      ]);
      const signatures = [...body.matchAll(/<h2>(监票人（签字）|召集单位（盖章）)：_+　+日期/g)];
      expect(signatures).toHaveLength(2);
      const { rawPayload } = await get('clinic', rankingOf(round, 'xlsx'));
      const [ranking, changes] = (await readXlsx(rawPayload)).sheets;
      expect(ranking?.rows.slice(-2).map(([line]) => String(line).slice(0, 4))).toEqual([
        '监票人（',
        '召集单位',
      ]);
      expect(changes?.rows.at(-1)).toEqual(['停车治理', '未排名', '无', 1, '一等奖']);
    });

    it('says its number and until when objections are made, for all who read it, and never a score', async () => {
      const round = await FinalRound.open(world);
      await round.publish({ parking: '一等奖', venue: '二等奖' }, 'ON_NOTICE');
      const pages = await Promise.all(
        READERS.map(async (account) => (await get(account, rankingOf(round))).body),
      );
      expect(new Set(pages).size).toBe(1);
      const { title, facts } = readPrintedPage(pages[0] ?? '');
      expect(title).toBe('2026年度项目评比结果公示');
      expect(facts).toEqual([
        '东南社区共建网络',
        '第1号结果，2026-11-14发布',
        '公示期至2026-11-28（含当日）。对结果有异议的，请在公示期内通过平台提出，逾期不再受理。',
      ]);
      for (const account of OTHERS) expect((await get(account, rankingOf(round))).statusCode).toBe(404);
    });

    it('stands alike on paper and in the workbook, and names the later result by its number', async () => {
      const round = await FinalRound.open(world);
      await round.settle({ parking: '一等奖', venue: '二等奖' });
      await round.settle({ venue: '一等奖', square: '鼓励奖' });
      const { body, headers } = await get('clinic', rankingOf(round));
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
      const cells = [...body.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell = '']) => cell);
      const rows = [
        ['1', '体育弄堂', '东南医务站', '一等奖', '30'],
        ['2', '喷泉广场', '浦东巴士639车队', '鼓励奖', ''],
        ['未排名', '停车治理', '东南菜场', '', ''],
      ];
      expect(cells).toEqual(rows.flat());
      const { facts } = readPrintedPage(body);
      expect([facts[1], facts.at(-1)]).toEqual([
        '第2号结果，2026-11-14发布',
        '公示期满，于2026-11-23确定为最终结果。',
      ]);
      const { rawPayload } = await get('clinic', rankingOf(round, 'xlsx'));
      const [sheet] = (await readXlsx(rawPayload)).sheets;
      const texts = sheet?.rows.map((row) => row.map((cell) => String(cell ?? '')));
      expect(texts?.slice(0, 4)).toEqual([SCORED, ...rows]);
      expect(texts?.slice(4, -2).map(([line]) => line)).toEqual(facts);
    });

    it('says that it is looked at again', async () => {
      const round = await FinalRound.open(world);
      await round.publish({ venue: '一等奖' }, 'ON_NOTICE');
      await round.publish({ parking: '一等奖' }, 'DRAFT');
      const { facts } = readPrintedPage((await get('clinic', rankingOf(round))).body);
      expect(facts.slice(1)).toEqual(['第1号结果，2026-11-14发布', '本号结果正在复核，以下一号公示为准。']);
    });
  });

  describe('a certificate', () => {
    it('says what a lead and what a co-host is awarded for, and is gone once the award is taken back', async () => {
      const listAwards = () => acts.list('clinic', { kinds: ['AWARD'], stands: true });
      const earlier = new Set((await listAwards()).map(({ id }) => id));
      const round = await FinalRound.open(world);
      await round.settle({ venue: '一等奖' });
      const awards = (await listAwards()).filter(({ id }) => !earlier.has(id));
      const [lead, coHost] = [false, true].map((is) =>
        awards.find(({ what, isCoHost }) => what === '体育弄堂' && isCoHost === is),
      );
      if (!lead || !coHost) throw new Error('Nothing was awarded.');
      expect(linesOf((await get('food-market', certificateOf(lead))).body)).toEqual([
        '奖状',
        '东南医务站：',
        '你单位牵头的“体育弄堂”在“2026年度项目评比”中荣获',
        '一等奖',
        '特发此状，以资鼓励。',
        '东南社区党总支',
        '2026年11月23日',
      ]);
      expect(linesOf((await get('zhoupu-steward', certificateOf(coHost))).body)[2]).toBe(
        '你单位协办的“体育弄堂”在“2026年度项目评比”中荣获',
      );
      await round.settle({});
      for (const account of READERS) expect((await get(account, certificateOf(lead))).statusCode).toBe(404);
    });

    it('of a letter and a banner says what they say; what people wrote is no markup', async () => {
      const banner = await acts.record({ title: '<b>救急</b>', what: null });
      const { body, headers } = await get('clinic', certificateOf(banner));
      expect(linesOf(body)).toEqual([
        '锦旗',
        expect.stringMatching(/：$/),
        '&lt;b&gt;救急&lt;/b&gt;',
        '3号楼居民',
        '2026年11月23日',
      ]);
      expect(headers).toMatchObject({ 'content-language': 'zh-CN', 'cache-control': 'no-store' });
      expect(body).toMatch(/@page \{ size: A4 landscape/);
      const letter = await acts.record({ kind: 'LETTER', title: '感谢信', what: '照顾老人\n风雨无阻' });
      expect(linesOf((await get('clinic', certificateOf(letter))).body).slice(0, 4)).toEqual([
        '表扬信',
        expect.stringMatching(/：$/),
        '感谢信',
        '照顾老人\n风雨无阻',
      ]);
      for (const account of OTHERS) expect((await get(account, certificateOf(letter))).statusCode).toBe(404);
    });
  });
});
