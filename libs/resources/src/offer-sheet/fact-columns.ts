import type { FormColumn } from '#sheets';
import type { OfferFactsInput } from '../offer/offer-facts.inputs.js';
import { OfferKind } from '../offer/offer.entity.js';

/** Under which name CreateOfferInput has the facts of each kind. */
export const FACTS_OF = {
  [OfferKind.VENUE]: 'venue',
  [OfferKind.VEHICLE]: 'vehicle',
  [OfferKind.POWER_SUPPLY]: 'powerSupply',
  [OfferKind.EQUIPMENT]: 'equipment',
  [OfferKind.EXPERTISE]: 'expertise',
} as const satisfies Record<OfferKind, keyof OfferFactsInput>;

/** The columns of each kind; the fields have the names of its facts, and no two kinds share one. */
export const FACT_COLUMNS_OF: Readonly<Record<OfferKind, readonly FormColumn[]>> = {
  VENUE: [
    { field: 'address', heading: '场地地址 Venue: address', width: 28 },
    { field: 'floorAreaM2', heading: '场地面积（㎡） Venue: floor area (m²)', kind: 'decimal' },
    { field: 'capacity', heading: '容纳人数 Venue: persons', kind: 'number' },
    { field: 'facilities', heading: '场地设施 Venue: facilities', kind: 'list' },
    { field: 'indoor', heading: '室内 Venue: indoor', kind: 'yesNo' },
    { field: 'stepFree', heading: '无障碍 Venue: step-free', kind: 'yesNo' },
  ],
  VEHICLE: [
    { field: 'plate', heading: '车牌 Vehicle: plate' },
    { field: 'seats', heading: '座位 Vehicle: seats', kind: 'number' },
    { field: 'driverIncluded', heading: '含司机 Vehicle: driver included', kind: 'yesNo' },
    { field: 'licenceClass', heading: '准驾车型 Vehicle: licence class' },
  ],
  POWER_SUPPLY: [
    { field: 'voltage', heading: '电压（伏） Power: volts', kind: 'number', choices: ['220', '380'] },
    { field: 'phases', heading: '相数 Power: phases', kind: 'number', choices: ['1', '3'] },
    { field: 'maxLoadKw', heading: '最大负荷（千瓦） Power: load (kW)', kind: 'decimal' },
    { field: 'sockets', heading: '插座 Power: sockets', kind: 'list' },
    { field: 'cableLengthM', heading: '电缆（米） Power: cable (m)', kind: 'number' },
    { field: 'electricianNeeded', heading: '需电工 Power: electrician needed', kind: 'yesNo' },
  ],
  EQUIPMENT: [
    { field: 'quantity', heading: '数量 Equipment: quantity', kind: 'number' },
    { field: 'measure', heading: '计量单位 Equipment: measure' },
  ],
  EXPERTISE: [
    { field: 'field', heading: '专长领域 Expertise: field' },
    { field: 'expertTitle', heading: '职称 Expertise: title' },
    { field: 'languages', heading: '语言 Expertise: languages', kind: 'codes' },
    { field: 'sessionsPerMonth', heading: '每月次数 Expertise: sessions a month', kind: 'number' },
  ],
};

export const FACT_COLUMNS: readonly FormColumn[] = Object.values(FACT_COLUMNS_OF).flat();
