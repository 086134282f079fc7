/** Joint meetings and who came to them, as figures. */
export const MEETING_FIGURE_WORDS = {
  MEETINGS_HELD: {
    title: { en: 'Joint meetings held', zh: '联席会议' },
    definition: {
      en: 'Joint meetings, regular and extraordinary, that have begun, or were recorded after the fact; working meetings are none. A meeting counts in the month in which it was to start, in its network.',
      zh: '已召开的联席会议，含例会与临时会议，也含补录的会议；专题会不计。计入会议预定开始的月份，归所在网络。',
    },
  },
  MEETING_ATTENDANCE: {
    title: { en: 'Attendance', zh: '到会率' },
    definition: {
      en: 'Of the units called to joint meetings that were held, those of which somebody came, divided by all of them; guests do not count, and an excuse or a proxy is no coming. Each unit counts at each meeting, in the month in which that was to start, in its network.',
      zh: '已召开的联席会议应到单位中有人到会的所占比例；列席单位不计，请假或委托不算到会。每次会议每个单位各计一次，计入会议预定开始的月份，归所在网络。',
    },
  },
} as const;
