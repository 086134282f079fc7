import { ROLES } from '#tenancy';
import type { Choices, SheetForm } from '#sheets';
import { UnitKind } from '../../unit/unit.entity.js';

/** One list of the roster. */
export interface RosterSheet extends SheetForm {
  readonly key: 'region' | 'areas' | 'units' | 'networks' | 'members' | 'serviceDays' | 'facts' | 'posts';
}

const AREAS = '街镇 Areas';
const UNITS = '单位 Units';
const NETWORKS = '网络 Networks';

/** What drop-downs of other sheets offer. */
export const UNIT_CODES: Choices = { sheet: UNITS, column: 1 };
export const NETWORK_CODES: Choices = { sheet: NETWORKS, column: 1 };

const code = { field: 'code', heading: '代码 Code' };
const name = { field: 'name', heading: '名称 Name' };
const nameEn = { field: 'nameEn', heading: '英文名称 English name' };
const unit = { field: 'unit', heading: '单位 Unit', choices: UNIT_CODES };
const network = { field: 'network', heading: '网络 Network', choices: NETWORK_CODES };

/** How a roster stands in a workbook. Codes come first, where drop-downs look for them. */
export const ROSTER_SHEETS: readonly RosterSheet[] = [
  {
    key: 'region',
    name: '区 Region',
    isNeeded: true,
    columns: [
      code,
      name,
      nameEn,
      { field: 'timeZone', heading: '时区 Time zone', choices: ['Asia/Shanghai'] },
    ],
  },
  { key: 'areas', name: AREAS, isNeeded: true, columns: [code, name, nameEn] },
  {
    key: 'units',
    name: UNITS,
    isNeeded: true,
    columns: [
      code,
      name,
      nameEn,
      { field: 'kind', heading: '类别 Kind', choices: Object.values(UnitKind) },
      { field: 'creditCode', heading: '统一社会信用代码 Credit code', isNeeded: false },
      { field: 'source', heading: '来源 Source' },
    ],
  },
  {
    key: 'networks',
    name: NETWORKS,
    isNeeded: true,
    columns: [
      code,
      name,
      nameEn,
      { field: 'area', heading: '街镇 Area', choices: { sheet: AREAS, column: 1 } },
      { ...unit, field: 'convener', heading: '召集单位 Convener' },
      {
        field: 'opensAccountsExternally',
        heading: '可凭外部账号开户 Opens accounts externally',
        kind: 'yesNo',
        isNeeded: false,
      },
    ],
  },
  {
    key: 'members',
    name: '成员 Members',
    isNeeded: false,
    columns: [network, unit, { field: 'role', heading: '身份 Role', choices: ['PARTNER', 'GUEST'] }],
  },
  {
    key: 'serviceDays',
    name: '服务日 Service days',
    isNeeded: false,
    columns: [network, { field: 'day', heading: '每月几日 Day', kind: 'number' }, name],
  },
  {
    key: 'facts',
    name: '数据 Facts',
    isNeeded: false,
    columns: [network, name, { field: 'count', heading: '数量 Count', kind: 'number' }],
  },
  {
    key: 'posts',
    name: '任职 Posts',
    isNeeded: true,
    columns: [
      { field: 'account', heading: '账号 Account' },
      { field: 'name', heading: '姓名 Name' },
      unit,
      { field: 'role', heading: '任职 Post', choices: ROLES },
      { field: 'dutyPhone', heading: '值班电话 Duty phone' },
      { field: 'until', heading: '任期至 Until' },
      { field: 'networks', heading: '督导网络 Steward’s networks', kind: 'codes' },
      { field: 'note', heading: '备注 Note' },
    ],
  },
];
