interface PostEntry {
  account: string;
  name: string;
  unit: string;
  role: string;
  until?: string;
  networks?: string[];
}

/** A region with one of everything, for the specs beside it. */
export const SMALL_ROSTER = {
  region: { code: '310115', name: '上海市浦东新区', timeZone: 'Asia/Shanghai' },
  areas: [{ code: 'zhoupu', name: '周浦镇' }],
  units: [
    { code: 'committee', name: '东南社区党总支', kind: 'COMMUNITY_COMMITTEE' },
    { code: 'fleet', name: '浦东巴士639车队', kind: 'TRANSPORT' },
    { code: 'owners', name: '东南小区业委会', kind: 'OWNERS_COMMITTEE' },
    { code: 'office', name: '周浦镇党建办', kind: 'GOVERNMENT_AGENCY' },
  ],
  networks: [
    {
      code: 'east',
      area: 'zhoupu',
      name: '东南社区共建网络',
      convener: 'committee',
      partners: ['fleet'],
      others: ['owners'],
      serviceDays: [{ day: 5, name: '窗口服务日' }],
      facts: { residents: 4079 },
      opensAccountsExternally: false,
    },
    { code: 'west', area: 'zhoupu', name: '滨河社区共建网络', convener: 'committee', partners: ['fleet'] },
  ],
  posts: [
    { account: 'committee', name: '东南社区党总支书记', unit: 'committee', role: 'SECRETARY' },
    { account: 'fleet', name: '浦东巴士639车队联络员', unit: 'fleet', role: 'LIAISON' },
    { account: 'fleet', name: '浦东巴士639车队联络员', unit: 'owners', role: 'DEPUTY' },
    { account: 'office', name: '周浦镇党建办督导员', unit: 'office', role: 'STEWARD', networks: ['east'] },
    { account: 'resident', name: '居民代表', unit: 'committee', role: 'REPRESENTATIVE', until: '2027-06-30' },
  ] as PostEntry[],
};
