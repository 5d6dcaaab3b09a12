/** How people begin, swear, sigh and end, and the values that are put into the slots of the templates. */
// prettier-ignore
export const PHRASES = {
  zh: {
    hello: ['您好，', '你好，', '您好！', '客服您好，', '你们好，', '请问一下，', '麻烦问下，'],
    thanks: ['谢谢', '谢谢！', '麻烦了', '辛苦了', '盼复', '感谢', '非常感谢'],
    rant: ['太过分了', '服务越来越差', '真是服了', '气死了', '交钱的时候怎么那么积极', '无语', '忍你们很久了', '店大欺客', '用户不是傻子', '太让人失望了', '就这水平？', '垃圾'],
    story: [
      '我是{year}年的老用户了', '用了{year}年了，一直没换过', '本来不想说的，实在忍不住了', '打过客服电话，说会有人联系我，到现在没有消息', '平时工作忙，只能晚上写几句',
      '上周也跟你们反映过一次', '不是我一个人这么觉得', '我理解你们也不容易', '说实话以前对你们印象挺好的', '家里{n}个号都是用你们的',
    ],
    again: ['又来反映了，', '上次反映过，', '之前的问题又出现了，', '这是第二次提了，', '上次说解决了，'],
    emoji: ['😡', '🙏', '😭', '[发怒]', '[捂脸]', '😤', '～', '。。。'],
    friendlyStory: ['我是{year}年的老用户了', '用了{year}年了，一直没换过', '家里{n}个号都是用你们的', '平时不怎么写这些', '一直挺支持你们的'],
    agentOpens: ['客户来电反映', '用户来电称', '客户反映', '来电人表示', '机主来电反映'],
    complaintOpens: ['客户致电投诉', '客户来电投诉', '客户来电表示不满'],
    clerkOpens: ['客户到厅反映', '客户现场反映', '厅内客户表示'],
    agentEnds: ['请核实处理', '请尽快联系客户', '客户情绪较激动，请优先处理', '已安抚，请相关部门跟进', '请协助处理，谢谢', '客户要求今日回复', '已告知48小时内回复'],
    social: ['@澄音通信 ', '', '', '#吐槽# '],
  },
  en: {
    hello: ['Hello, ', 'Hi, ', 'Hi there, ', 'Dear customer service, ', 'Good morning, '],
    thanks: ['Thank you', 'Thanks', 'Thanks in advance', 'Kind regards', 'Looking forward to your answer'],
    rant: ['This is ridiculous', 'I am really fed up', 'Absolutely unacceptable', 'What am I paying for', 'So disappointed', 'Unbelievable'],
    story: ['I have been with you for {year} years', 'I called the hotline, nobody got back to me', 'I reported this before', 'I am not the only one', 'Sorry for the long message, but I do not know what else to do', 'I moved here last year for work'],
    again: ['Me again. ', 'As I told you before, ', 'This is the second time I write. ', 'It is back: '],
    emoji: ['😡', '🙏', '😞', '👎', '...'],
    friendlyStory: ['I have been with you for {year} years', 'I do not usually write such things', 'All {n} phones of my family are with you'],
    complaintOpens: ['Customer complains:'],
    agentOpens: ['Customer calls:', 'Caller says:', 'Customer reports:'],
    clerkOpens: ['Customer in the shop says:'],
    agentEnds: ['Please call back in English', 'Customer is upset, please take first', 'Callback promised within 48 hours', 'Please check and reply'],
    social: ['@ChengyinTelecom ', '', ''],
  },
} as const;

/** Slips that people make when they type fast: what is meant → what is typed. */
// prettier-ignore
export const SLIPS = {
  zh: [
    ['登录', '登陆'], ['账单', '帐单'], ['账号', '帐号'], ['的时候', '得时候'], ['已经', '己经'], ['再不', '在不'], ['一直', '一只'], ['因为', '应为'], ['应该', '因该'], ['根本', '跟本'], ['尽快', '进快'], ['为什么', '为什莫'],
    ['怎么', '咋'], ['没有', '没'], ['知道', '只道'], ['重启', '从启'], ['师傅', '师父'], ['不能', '不嫩'], ['刷', '唰'], ['卡顿', '卡段'], ['元', '块'],
  ],
  en: [
    ['cannot', 'cant'], ['I am', 'im'], ['please', 'plz'], ['Please', 'Pls'], ['because', 'becuase'], ['receive', 'recieve'], ['customer', 'custmer'], ['charged', 'charged me'], ['Thank you', 'thx'], ['message', 'mesage'], ['every', 'evry'],
    ['nobody', 'noone'], ['signal', 'singal'], ['though', 'tho'], ['internet', 'internt'], ['does not', 'doesnt'], ['do not', 'dont'], ['is not', 'isnt'],
  ],
} as const;

/** Values for the slots. */
// prettier-ignore
export const VALUES = {
  money: ['5', '6', '9.9', '10', '12', '15', '19', '20', '25', '29', '30', '36', '39', '49', '50', '58', '60', '72', '88', '98', '100', '120', '150', '200'],
  low: ['8', '19', '29', '38', '39', '49', '58', '59'],
  high: ['79', '88', '99', '108', '128', '129', '159', '199'],
  mbps: ['200', '300', '500', '500', '1000', '1000'],
  plan: ['澄享59', '澄享99', '澄享129', '澄享家庭套餐', '小澄卡', '澄青春39', '银龄29'],
  planEn: ['Chengxiang 59', 'Chengxiang 99', 'Chengxiang 129', 'Family', 'Little Cheng', 'Youth 39'],
  member: ['视频会员', '音乐会员', '云盘会员', '阅读包', '来电秀', '游戏加速包', '彩铃月租'],
  memberEn: ['video membership', 'music subscription', 'cloud storage plan', 'reading pack', 'ringback tone'],
  country: ['日本', '泰国', '新加坡', '马来西亚', '法国', '意大利', '英国', '澳大利亚', '越南', '韩国', '阿联酋', '德国'],
  countryEn: ['Japan', 'Thailand', 'Singapore', 'Malaysia', 'France', 'Italy', 'the UK', 'Australia', 'Vietnam', 'Korea', 'the UAE', 'Germany'],
  version: ['6.2.0', '6.2.0', '6.2.0', '6.2.1'],
  weeks: ['两', '三', '四', '六'],
  weeksEn: ['two', 'three', 'four', 'six'],
  estateHot: ['', '', '中心站', '体育公园', '码头街', '学校'],
} as const;

/** Names of the months, for English. */
export const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
