import type { BoardLanguage, Refused } from '@huiyin/board';

/** What the pages of the board say. */
export interface BoardWords {
  readonly lead: string;
  readonly search: string;
  readonly searchHint: string;
  readonly go: string;
  readonly all: string;
  readonly status: string;
  readonly category: string;
  readonly sort: string;
  readonly most: string;
  readonly newest: string;
  readonly results: string;
  readonly said: string;
  readonly did: string;
  readonly list: string;
  readonly found: (n: number) => string;
  readonly nothing: string;
  readonly nothingFound: string;
  readonly write: string;
  readonly earlier: string;
  readonly back: string;
  readonly people: (n: number) => string;
  readonly few: string;
  readonly took: (days: number) => string;
  readonly since: (day: string) => string;
  readonly progress: string;
  readonly answer: string;
  readonly steps: {
    readonly heard: string;
    readonly passed: string;
    readonly decided: string;
    readonly told: (n: number) => string;
    readonly tellLater: string;
    readonly helped: (n: number, share: number) => string;
    readonly askLater: string;
  };
  readonly history: string;
  readonly published: string;
  readonly meToo: string;
  readonly meTooHint: string;
  readonly voted: string;
  readonly takeBack: string;
  readonly follow: string;
  readonly followHint: string;
  readonly email: string;
  readonly count: string;
  readonly send: string;
  readonly checkMail: string;
  readonly newTitle: string;
  readonly newLead: string;
  readonly text: string;
  readonly textHint: string;
  readonly emailOptional: string;
  readonly emailHint: string;
  readonly noMail: string;
  readonly trap: string;
  readonly similar: string;
  readonly submit: string;
  readonly mineTitle: string;
  readonly mineThanks: string;
  readonly mineNext: string;
  readonly mineKeep: string;
  readonly mineSteps: Readonly<Record<'received' | 'deciding' | 'answered' | 'closed', string>>;
  readonly mineReply: string;
  readonly minePublic: string;
  readonly reference: string;
  readonly confirmAsk: string;
  readonly confirmDo: string;
  readonly confirmed: string;
  readonly leaveAsk: string;
  readonly leaveDo: string;
  readonly left: string;
  readonly badLink: string;
  readonly lost: string;
  readonly feed: string;
  readonly other: string;
  readonly skip: string;
  readonly refused: Readonly<Record<Refused, string>>;
}

const ZH: BoardWords = {
  lead: '这里公开大家提出的建议：有多少人提到、做了什么决定、进展到哪一步、结果如何。',
  search: '查找建议',
  searchHint: '用几个词描述，例如“地铁 信号”',
  go: '查找',
  all: '全部',
  status: '状态',
  category: '类别',
  sort: '排序',
  most: '提到的人最多',
  newest: '最新公开',
  results: '您说的，我们做了',
  said: '您说',
  did: '我们做了',
  list: '全部建议',
  found: (n) => `找到 ${n} 条建议`,
  nothing: '还没有公开的建议。您可以提出第一条。',
  nothingFound: '没有找到相符的建议。换几个词试试，或直接提出您的建议。',
  write: '提出建议',
  earlier: '更多建议',
  back: '返回全部建议',
  people: (n) => `${n} 人提到`,
  few: '不到 5 人提到',
  took: (days) => (days === 0 ? '当天办结' : `历时 ${days} 天`),
  since: (day) => `${day}起`,
  progress: '进展',
  answer: '我们的答复',
  steps: {
    heard: '收到您和其他客户的声音',
    passed: '交给负责的团队',
    decided: '作出决定',
    told: (n) => `已逐一答复 ${n} 位客户`,
    tellLater: '逐一答复提出的客户',
    helped: (n, share) => `回访了 ${n} 位客户，${share}% 表示有帮助`,
    askLater: '回访客户是否有帮助',
  },
  history: '经过',
  published: '公开',
  meToo: '我也需要',
  meTooHint: '点一下即可，不用注册。',
  voted: '已记下，您也需要这一项。',
  takeBack: '撤回',
  follow: '有进展时告诉我',
  followHint: '留下邮箱，状态有变化时我们发邮件给您，随时可以退订。邮箱不会公开。',
  email: '邮箱',
  count: '同时记为“我也需要”',
  send: '发送确认邮件',
  checkMail: '请查收邮件：如果这个邮箱还没有关注，确认链接已在路上。点开确认后才会生效。',
  newTitle: '提出建议',
  newLead: '请告诉我们您希望改进什么。我们会逐条阅读并答复；经整理后，有共性的建议会公开在这里，您的原话和联系方式不会公开。',
  text: '您的建议',
  textHint: '最多 2000 字。请不要填写身份证号、银行卡号。',
  emailOptional: '邮箱（可不填）',
  emailHint: '填写后，我们用邮件答复您。',
  noMail: '提交后您会得到一个链接，可随时查看进展和答复。',
  trap: '请将此栏留空',
  similar: '看看是否已经有人提过：',
  submit: '提交',
  mineTitle: '您的建议',
  mineThanks: '已收到您的建议，谢谢您。',
  mineNext: '接下来：我们会阅读、转给负责的团队，并答复您。',
  mineKeep: '请保存本页链接，以便随时查看。拿到链接的人都能看到本页，请勿转发。',
  mineSteps: { received: '已收到，正在阅读', deciding: '负责的团队正在处理', answered: '已答复您', closed: '已办结' },
  mineReply: '我们的答复',
  minePublic: '您的建议已纳入这条公开建议：',
  reference: '编号',
  confirmAsk: '请确认：这条建议有进展时，用邮件告诉您。',
  confirmDo: '确认关注',
  confirmed: '已关注。有进展时我们会用邮件告诉您。',
  leaveAsk: '不再接收这条建议的邮件？',
  leaveDo: '退订',
  left: '已退订，您的邮箱已从这条建议中删除。',
  badLink: '链接无效或已过期，请重新打开邮件中的链接。',
  lost: '这里没有内容，可能已经撤下。',
  feed: '订阅更新（Atom）',
  other: 'English',
  skip: '跳到正文',
  refused: {
    unknown: '这条建议已不在这里。',
    'too-many': '来自您所在网络的提交太多了。内容没有保存，请过一小时再试。',
    'confirm-by-mail': '您所在的网络今天已有多人点过。请在下面留下邮箱确认，我们就把您计入。',
    'bad-email': '邮箱地址不完整，请检查后再提交。内容没有保存。',
    empty: '请写下您的建议，再提交。',
    'too-long': '超过 2000 字了，请精简后再提交。',
    robot: '标有“请将此栏留空”的一栏里有内容，请清空后再提交。',
  },
};

const EN: BoardWords = {
  lead: 'What people asked for, in public: how many asked, what was decided, how far it is, and what came of it.',
  search: 'Search suggestions',
  searchHint: 'A few words, such as “signal metro”',
  go: 'Search',
  all: 'All',
  status: 'Status',
  category: 'Category',
  sort: 'Order',
  most: 'Most asked for',
  newest: 'Newest',
  results: 'You said, we did',
  said: 'You said',
  did: 'We did',
  list: 'All suggestions',
  found: (n) => (n === 1 ? '1 suggestion found' : `${n} suggestions found`),
  nothing: 'No suggestion is public yet. Yours can be the first.',
  nothingFound: 'No suggestion fits. Try other words, or make yours.',
  write: 'Make a suggestion',
  earlier: 'More suggestions',
  back: 'All suggestions',
  people: (n) => `${n} people asked`,
  few: 'Fewer than 5 people asked',
  took: (days) => (days === 0 ? 'done the same day' : days === 1 ? 'took 1 day' : `took ${days} days`),
  since: (day) => `since ${day}`,
  progress: 'How far it is',
  answer: 'Our answer',
  steps: {
    heard: 'You and other customers told us',
    passed: 'Passed on to the team in charge',
    decided: 'Decided',
    told: (n) => `${n} customers have been answered, one by one`,
    tellLater: 'Everybody who asked is answered',
    helped: (n, share) => `${n} customers told us whether it helped: ${share}% said yes`,
    askLater: 'We ask whether it helped',
  },
  history: 'What happened when',
  published: 'Made public',
  meToo: 'Me too',
  meTooHint: 'One tap, no account needed.',
  voted: 'Noted: you need this too.',
  takeBack: 'Take back',
  follow: 'Tell me when it moves on',
  followHint: 'Leave your e-mail address and we write when the status changes. You can leave at any time. It is never shown.',
  email: 'E-mail address',
  count: 'Count me as “me too”',
  send: 'Send me the link to confirm',
  checkMail: 'Please look into your mail: unless this address follows already, a link is on its way. It counts once you have opened and confirmed it.',
  newTitle: 'Make a suggestion',
  newLead: 'Tell us what should be better. We read every suggestion and answer it. What many need is made public here in our words; yours and your address are not shown.',
  text: 'Your suggestion',
  textHint: 'Up to 2,000 characters. Please leave out identity and card numbers.',
  emailOptional: 'E-mail address (optional)',
  emailHint: 'We then answer you by mail.',
  noMail: 'You get a link under which you can see how it stands and what we answer.',
  trap: 'Please leave this empty',
  similar: 'Has somebody suggested it already?',
  submit: 'Send',
  mineTitle: 'Your suggestion',
  mineThanks: 'We have your suggestion. Thank you.',
  mineNext: 'What happens next: we read it, pass it to the team in charge, and answer you.',
  mineKeep: 'Keep the address of this page to look again. Whoever has it can see this page, so do not pass it on.',
  mineSteps: {
    received: 'Received, being read',
    deciding: 'The team in charge is working on it',
    answered: 'Answered',
    closed: 'Closed',
  },
  mineReply: 'Our answer',
  minePublic: 'It has become part of this public suggestion:',
  reference: 'Reference',
  confirmAsk: 'Please confirm: you want mail when this suggestion moves on.',
  confirmDo: 'Confirm',
  confirmed: 'Done. We write when it moves on.',
  leaveAsk: 'No more mail about this suggestion?',
  leaveDo: 'Unsubscribe',
  left: 'Done. Your address has been deleted from this suggestion.',
  badLink: 'This link is not valid, or too old. Please open the link in our mail again.',
  lost: 'There is nothing here; it may have been withdrawn.',
  feed: 'Updates (Atom)',
  other: '中文',
  skip: 'Skip to content',
  refused: {
    unknown: 'This suggestion is not here any more.',
    'too-many': 'Too much has come from your network. Nothing was saved; please try again in an hour.',
    'confirm-by-mail': 'Several people of your network have said so today. Leave your e-mail address below, and we count you too.',
    'bad-email': 'The e-mail address is not complete. Nothing was saved; please check it.',
    empty: 'Please write your suggestion first.',
    'too-long': 'That is more than 2,000 characters. Please make it shorter.',
    robot: 'There is something in the field that should stay empty. Please clear it and send again.',
  },
};

/** The words of the board, complete in each language. */
export const BOARD_WORDS: Readonly<Record<BoardLanguage, BoardWords>> = { zh: ZH, en: EN };
