/** What the demo's product people make public, by a word that the name of its cluster has. */
export interface DemoPost {
  readonly named: string;
  readonly status: 'open' | 'planned' | 'in-progress' | 'done' | 'declined';
  readonly zh: { readonly title: string; readonly text: string; readonly answer: string | null };
  readonly en: { readonly title: string; readonly text: string; readonly answer: string | null };
}

export const BOARD_POSTS: readonly DemoPost[] = [
  {
    named: '隧道',
    status: 'in-progress',
    zh: {
      title: '希望地铁隧道里也有信号',
      text: '列车进隧道后手机没有信号，早晚高峰最明显。希望在隧道里增设基站。',
      answer: '2 号线隧道的设备正在安装，预计下季度开通，之后是 3 号线。',
    },
    en: {
      title: 'Signal in the metro tunnels',
      text: 'There is no signal once the train enters the tunnel, most of all at rush hour. Please add stations there.',
      answer: 'Equipment for line 2 is being installed and goes live next quarter; line 3 follows.',
    },
  },
  {
    named: '自动续费',
    status: 'done',
    zh: {
      title: '套餐到期前请先提醒，不要直接续费',
      text: '套餐到期自动续费，没有任何提醒。希望到期前发短信，并能一键取消。',
      answer: '自本月起，到期前 7 天和 1 天各发一条提醒短信，回复数字即可取消续费。',
    },
    en: {
      title: 'Ask before a plan renews by itself',
      text: 'Plans renew without a word. Please send a message before, with an easy way to say no.',
      answer: 'Since this month you get a message 7 days and 1 day before; answer with a digit and it does not renew.',
    },
  },
  {
    named: '携号转网',
    status: 'planned',
    zh: {
      title: '携号转网的条件请一次说清',
      text: '办理携号转网时被告知有未到期的合约，但此前查询不到。希望能在线查到全部条件。',
      answer: '已列入计划：在 App 内一次列出全部条件与解除办法。',
    },
    en: {
      title: 'Tell all conditions for taking a number along',
      text: 'Porting was refused for a contract that could not be seen before. Please show every condition online.',
      answer: 'Planned: the app will list every condition at once, and how to end each.',
    },
  },
  {
    named: '宽带测速',
    status: 'open',
    zh: {
      title: '宽带实测速率达不到签约速率',
      text: '签约 300 兆，晚间实测不到一半。希望给出测速标准，不达标能退费。',
      answer: null,
    },
    en: {
      title: 'Broadband slower than what was agreed',
      text: 'Agreed were 300 Mbit/s; in the evening it is less than half. Please say how it is measured, and pay back what is missing.',
      answer: null,
    },
  },
  {
    named: '发票',
    status: 'declined',
    zh: {
      title: '希望可以补开三年前的发票',
      text: '希望能在线补开较早月份的电子发票。',
      answer: '按税务规定只能补开 12 个月以内的发票；更早的可以在营业厅打印缴费凭证。',
    },
    en: {
      title: 'Invoices of three years ago',
      text: 'Please let us print invoices of earlier years online.',
      answer: 'By law we can issue them for the last 12 months; for earlier ones a shop prints a proof of payment.',
    },
  },
];
