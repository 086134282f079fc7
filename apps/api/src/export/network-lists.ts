import { UNIT, type ExportColumn, type ExportList } from './export-list.js';

const AUDIT_SELECTION = `at act thingType part personName role manner unit ${UNIT} actingUnit ${UNIT}`;
const AUDIT_COLUMNS: readonly ExportColumn[] = [
  ['时间 At', 'at', 'instant'],
  ['事项 Act', 'act'],
  ['对象 Thing', 'thingType'],
  ['部分 Part', 'part'],
  ['姓名 Name', 'personName'],
  ['身份 Role', 'role'],
  ['方式 Manner', 'manner'],
  ['单位 Unit', 'unit.name'],
  ['经办单位 Acting unit', 'actingUnit.name'],
];

/** Who is in a network and its units, and who did what. */
export const NETWORK_LISTS: readonly ExportList[] = [
  {
    field: 'networks',
    sheet: '网络 Networks',
    selection: `code name nameEn area { name } convener ${UNIT} facts { name count } serviceDays { day name }`,
    columns: [
      ['代码 Code', 'code'],
      ['名称 Name', 'name'],
      ['英文名称 English name', 'nameEn'],
      ['街镇 Area', 'area.name'],
      ['召集单位 Convener', 'convener.name'],
      ['服务日 Service days', 'serviceDays.day'],
    ],
  },
  {
    field: 'memberships',
    sheet: '成员 Members',
    selection: `unitCode role state invitedAt unit ${UNIT} network ${UNIT}`,
    columns: [
      ['网络 Network', 'network.name'],
      ['单位代码 Unit code', 'unitCode'],
      ['单位 Unit', 'unit.name'],
      ['身份 Role', 'role'],
      ['状态 State', 'state'],
      ['邀请时间 Invited', 'invitedAt', 'instant'],
    ],
  },
  {
    field: 'directory',
    sheet: '通讯录 Directory',
    selection: `role unit { code name nameEn kind } people { role personName dutyPhone }`,
    each: 'people',
    columns: [
      ['单位 Unit', 'unit.name'],
      ['英文名称 English name', 'unit.nameEn'],
      ['类别 Kind', 'unit.kind'],
      ['身份 Role', 'role'],
      ['任职 Post', 'people.role'],
      ['姓名 Name', 'people.personName'],
      ['值班电话 Duty phone', 'people.dutyPhone'],
    ],
  },
  {
    field: 'posts',
    sheet: '任职 Posts',
    selection: `role personName dutyPhone since until revokedAt unit ${UNIT}`,
    columns: [
      ['姓名 Name', 'personName'],
      ['单位代码 Unit code', 'unit.code'],
      ['单位 Unit', 'unit.name'],
      ['任职 Post', 'role'],
      ['值班电话 Duty phone', 'dutyPhone'],
      ['起 Since', 'since', 'instant'],
      ['止 Until', 'until', 'instant'],
      ['撤销 Revoked', 'revokedAt', 'instant'],
    ],
  },
  {
    field: 'sessions',
    sheet: '登录 Sessions',
    selection: `device startedAt refreshedAt expiresAt endedAt`,
    columns: [
      ['设备 Device', 'device'],
      ['登录 Started', 'startedAt', 'instant'],
      ['续期 Refreshed', 'refreshedAt', 'instant'],
      ['到期 Expires', 'expiresAt', 'instant'],
      ['退出 Ended', 'endedAt', 'instant'],
    ],
  },
  {
    field: 'accessTokens',
    sheet: '访问令牌 Access tokens',
    selection: `name access createdAt expiresOn lastUsedAt`,
    columns: [
      ['用途 Name', 'name'],
      ['权限 Access', 'access'],
      ['创建 Created', 'createdAt', 'instant'],
      ['有效至 Expires on', 'expiresOn'],
      ['最近使用 Last used', 'lastUsedAt', 'instant'],
    ],
  },
  {
    field: 'messages',
    sheet: '消息 Messages',
    selection: `channel state isTest text failure writtenAt sentAt`,
    columns: [
      ['方式 Channel', 'channel'],
      ['状态 State', 'state'],
      ['试发 Test', 'isTest'],
      ['正文 Text', 'text'],
      ['未送达原因 Failure', 'failure'],
      ['写成 Written', 'writtenAt', 'instant'],
      ['送达 Sent', 'sentAt', 'instant'],
    ],
  },
  {
    field: 'auditLines',
    sheet: '记录 Audit lines',
    selection: AUDIT_SELECTION,
    columns: AUDIT_COLUMNS,
  },
  {
    field: 'recordedForUs',
    sheet: '代办 Recorded for us',
    selection: AUDIT_SELECTION,
    columns: AUDIT_COLUMNS,
  },
];
