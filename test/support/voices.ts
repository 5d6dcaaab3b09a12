/** Topics with what customers say about them: every combination of an opening, a matter and an ending is a text. */
const TOPICS: Readonly<
  Record<string, { openings: readonly string[]; matters: readonly string[]; endings: readonly string[] }>
> = {
  broadband: {
    openings: ['家里', '我家', '租的房子里', '公司办公室'],
    matters: [
      '宽带断网了，光猫一直亮红灯',
      '宽带上不了网，光猫红灯闪',
      '宽带断网，重启光猫也没用',
      '光猫亮红灯，宽带连不上',
    ],
    endings: ['，请派师傅上门维修', '，报修两天没人来', '，什么时候能修好'],
  },
  fees: {
    openings: ['这个月', '上个月', '账单里', '查账单发现'],
    matters: ['话费被多扣了三十元', '莫名其妙扣了一笔话费', '多扣话费没有任何说明', '扣费和套餐话费对不上'],
    endings: ['，请退还', '，要求退回多扣的钱', '，为什么乱扣费'],
  },
  signal: {
    openings: ['小区里', '地下车库里', '地铁上', '办公楼里'],
    matters: [
      '手机信号很差，电话打不出去',
      '手机没有信号，通话断断续续',
      '信号只有一格，电话经常掉线',
      '手机信号弱，打电话听不清',
    ],
    endings: ['，希望加装基站', '，什么时候改善信号', '，请优化网络覆盖'],
  },
  port: {
    openings: ['我想', '申请', '去营业厅', '在手机上'],
    matters: [
      '携号转网，一直不让办理',
      '办携号转网，说有合约限制',
      '携号转网被拒绝，理由不清楚',
      '携号转网的授权码收不到',
    ],
    endings: ['，怎样才能转网', '，凭什么不给转', '，请尽快处理携转'],
  },
  spam: {
    openings: ['每天', '最近', '一个星期以来', '下班以后'],
    matters: [
      '接到很多推销骚扰电话',
      '骚扰电话打个不停，都是推销贷款',
      '被推销电话骚扰，号码一直换',
      '收到大量骚扰电话和推销短信',
    ],
    endings: ['，请帮忙拦截', '，怎么屏蔽骚扰', '，要求停止骚扰'],
  },
};

/** A text and what it is about. */
export interface Voice {
  readonly topic: string;
  readonly text: string;
}

/** All texts of all topics, topics in turn: the same every time. */
export function voices(): Voice[] {
  const byTopic = Object.entries(TOPICS).map(([topic, { openings, matters, endings }]) =>
    endings.flatMap((ending) =>
      matters.flatMap((matter) => openings.map((opening) => ({ topic, text: `${opening}${matter}${ending}` }))),
    ),
  );
  return byTopic[0]!.flatMap((_, i) => byTopic.map((ofTopic) => ofTopic[i]!));
}
