import type { ExportColumn, ExportList } from './export-list.js';

const UNIT = '{ code name }';

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

/** Every list of the API; a test fails for one that is missing. */
export const EXPORT_LISTS: readonly ExportList[] = [
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
    field: 'offers',
    sheet: '资源 Offers',
    selection: `kind state title description confirmation leadTimeMinutes horizonDays slotMinutes longestMinutes
      unit ${UNIT} networks { name } internal { contactName contactPhone notes }`,
    columns: [
      ['名称 Title', 'title'],
      ['类别 Kind', 'kind'],
      ['状态 State', 'state'],
      ['单位 Unit', 'unit.name'],
      ['网络 Networks', 'networks.name'],
      ['说明 Description', 'description'],
      ['确认方式 Confirmation', 'confirmation'],
      ['提前量（分钟）Lead time (minutes)', 'leadTimeMinutes'],
      ['可约天数 Horizon (days)', 'horizonDays'],
      ['最长（分钟）Longest (minutes)', 'longestMinutes'],
      ['联系人 Contact', 'internal.contactName'],
      ['联系电话 Contact phone', 'internal.contactPhone'],
      ['内部备注 Notes', 'internal.notes'],
    ],
  },
  {
    field: 'bookings',
    sheet: '预约 Bookings',
    selection: `offerTitle state startsAt endsAt purpose heads amount measure requestedAt remark owner ${UNIT} requester ${UNIT}
      network ${UNIT} ownerContact { name phone } requesterContact { name phone }`,
    columns: [
      ['资源 Offer', 'offerTitle'],
      ['状态 State', 'state'],
      ['开始 Start', 'startsAt', 'instant'],
      ['结束 End', 'endsAt', 'instant'],
      ['出借单位 Owner', 'owner.name'],
      ['借用单位 Requester', 'requester.name'],
      ['网络 Network', 'network.name'],
      ['用途 Purpose', 'purpose'],
      ['人数 Heads', 'heads'],
      ['数量 Amount', 'amount'],
      ['计量单位 Measure', 'measure'],
      ['申请时间 Requested', 'requestedAt', 'instant'],
      ['出借方联系人 Owner’s contact', 'ownerContact.name'],
      ['出借方电话 Owner’s phone', 'ownerContact.phone'],
      ['借用方联系人 Requester’s contact', 'requesterContact.name'],
      ['借用方电话 Requester’s phone', 'requesterContact.phone'],
      ['备注 Remark', 'remark'],
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
];
