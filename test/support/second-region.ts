const post = (account: string, unit: string, role: string) => ({
  account,
  name: `闵行${account}`,
  unit,
  role,
});

/** Another region with the same codes and like names: what isolation tests must never meet. */
export const SECOND_REGION = {
  region: { code: '310112', name: '上海市闵行区', nameEn: 'Minhang, Shanghai', timeZone: 'Asia/Shanghai' },
  areas: [{ code: 'zhoupu', name: '周浦路街道' }],
  units: [
    { code: 'southeast-committee', name: '东南社区党总支', kind: 'COMMUNITY_COMMITTEE' },
    { code: 'zhoupu-no3-primary', name: '周浦路第三小学', kind: 'SCHOOL' },
    { code: 'bus-639', name: '闵行巴士639车队', kind: 'TRANSPORT' },
    { code: 'clinic', name: '东南医务站', kind: 'CLINIC' },
    { code: 'zhoupu-office', name: '周浦路街道党建办', kind: 'GOVERNMENT_AGENCY' },
  ],
  networks: [
    {
      code: 'southeast',
      area: 'zhoupu',
      name: '东南社区共建网络',
      convener: 'southeast-committee',
      partners: ['zhoupu-no3-primary', 'bus-639', 'clinic'],
      serviceDays: [{ day: 5, name: '窗口服务日' }],
    },
  ],
  posts: [
    post('southeast-committee', 'southeast-committee', 'SECRETARY'),
    post('zhoupu-no3-primary', 'zhoupu-no3-primary', 'LIAISON'),
    post('bus-639', 'bus-639', 'LIAISON'),
    post('clinic', 'clinic', 'LIAISON'),
    { ...post('zhoupu-steward', 'zhoupu-office', 'STEWARD'), networks: ['southeast'] },
    { ...post('resident-1', 'southeast-committee', 'REPRESENTATIVE'), until: '2027-06-30' },
  ],
};
