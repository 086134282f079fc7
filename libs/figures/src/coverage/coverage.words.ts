/** What counts as having taken part. */
export const COVERAGE_WORDS = {
  COVERAGE: {
    title: { en: 'Units that took part', zh: '参与覆盖率' },
    definition: {
      en: 'Of the units that belong to the network today, convener and partners, and did so by the end of the period: those that at least once in it lent something, came to a joint meeting, led or co-hosted an activity that was held, or took on a need, divided by all of them. A unit counts once in a period, and once in an area though it belongs to several of its networks. Having only borrowed or signed up is not taking part.',
      zh: '期末已加入且现仍在网络中的单位（召集单位与成员单位）中，期内至少有一次出借资源、出席联席会议、牵头或协办已举办活动或认领需求的单位所占比例。每个单位一期只计一次；在片区内分属多个网络的单位也只计一次。仅借用资源或报名活动的不算参与。',
    },
  },
} as const;
