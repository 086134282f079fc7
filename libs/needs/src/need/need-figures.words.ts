/** Needs, projects and what became of them, as figures. */
export const NEED_FIGURE_WORDS = {
  NEEDS_TAKEN: {
    title: { en: 'Needs taken', zh: '收到需求' },
    definition: {
      en: 'Needs that the committee took, those recorded after the fact when they were written down. A need counts in the month in which it was taken, for the unit that posted it, in its network; those of residents for the committee.',
      zh: '委员会已收下的需求，补录的按登记时间计。计入收下的月份，归提出单位及所在网络；居民需求归委员会。',
    },
  },
  NEEDS_MET: {
    title: { en: 'Needs met', zh: '需求办结' },
    definition: {
      en: 'Needs that were closed by the word of those who had them. A need counts in the month in which it was closed, for the unit that posted it, in its network.',
      zh: '经提出方确认办结的需求。计入办结的月份，归提出单位及所在网络。',
    },
  },
  NEEDS_UNMET: {
    title: { en: 'Needs unmet', zh: '需求未解决' },
    definition: {
      en: 'Needs that stayed unmet. A need counts in the month in which that was said, for the unit that posted it, in its network; no longer once it is opened again.',
      zh: '未能解决的需求。计入认定的月份，归提出单位及所在网络；重新开放后不再计入。',
    },
  },
  PROJECTS_CLOSED: {
    title: { en: 'Projects closed', zh: '项目结项' },
    definition: {
      en: 'Projects that were closed with a result. A project counts in the month in which it was closed, for the unit that leads it, in its network.',
      zh: '已形成成果并结项的项目。计入结项的月份，归牵头单位及所在网络。',
    },
  },
} as const;
