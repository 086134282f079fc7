import { registerEnumType } from '@nestjs/graphql';

/** Whose group chat a robot writes into. */
export enum RobotKind {
  WECOM = 'WECOM',
  DINGTALK = 'DINGTALK',
  FEISHU = 'FEISHU',
}

registerEnumType(RobotKind, {
  name: 'RobotKind',
  description: 'Whose group chat a robot writes into.',
  valuesMap: {
    WECOM: { description: 'WeCom (企业微信群机器人).' },
    DINGTALK: { description: 'DingTalk (钉钉自定义机器人).' },
    FEISHU: { description: 'Feishu (飞书自定义机器人).' },
  },
});
