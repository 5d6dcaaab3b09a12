/** What fits nowhere, comes once, or is not feedback at all. */

/** Things that one person says once, in the language they were said in. */
// prettier-ignore
export const ONE_OFFS = {
  zh: [
    '{road}路口你们的光交箱门一直开着，线都露在外面，小孩老去扯，挺危险的',
    '{estate}门口的电线杆歪了，上面挂着你们的光缆，快垂到地上了',
    '楼顶装的基站是不是你们的？有没有辐射检测报告可以看',
    '建议营业厅放一台自助打印机，打个清单不用排队',
    '你们的客服等待音乐能不能换一首，听了十年了',
    '请问地震的时候手机还能打电话吗，想了解应急通信',
    '积分商城里的东西全是缺货，那积分有什么用',
    '我收到一张寄给前房主的账单，请更新地址',
    '听障人士怎么联系人工客服，有没有文字的',
    '营业厅门口的坡道被电动车堵住了，轮椅上不去',
    '建议合同用大白话写，我看了三遍没看懂违约金那条',
    '能不能在{village}设一个代办点，老人交话费要坐一个小时车',
    '短信里的优惠链接点进去是空白页',
    '把我名字写错了，“{zhGiven}”写成了别的字，改了两次还是错的',
    '你们的共享充电柜吞了我的充电宝押金',
    '希望少用塑料SIM卡托，太浪费了',
    '我在山里徒步，靠你们的信号等到了救援，谢谢',
    '合约机到手发现是激活过的，要求换新',
    '家庭网里加人，对方同意了我这边还是显示待确认',
    '发票寄到公司前台三次了，每次都写错楼层',
    '云盘里的照片少了两个月的，能找回来吗',
    '彩铃被换成了别人的歌，怎么换回来',
    '充电线是你们送的，用了一次就冒烟，太吓人了',
    '视频会议号段打进来显示境外来电，客户不敢接',
    '学校统一办的校园卡，毕业了要怎么转成普通卡',
    '建议停电的时候给宽带用户发个短信说一声',
  ],
  en: [
    'The street cabinet at {place} has been open for days and the cables hang out',
    'Could the on-hold music be changed? I know every note of it by now',
    'Is there a way for deaf customers to reach you in writing?',
    'My name is spelled wrong on the contract, please correct it',
    'The ramp of the {shop} is blocked by scooters, wheelchairs cannot pass',
    'The points mall has nothing in stock, so what are my points good for?',
    'Please write contracts in plain words',
    'Half of the photos in my cloud storage are gone, can you restore them?',
    'The handset I bought from you had been activated before, I want a new one',
    'I received a bill for the previous tenant of my flat',
  ],
} as const;

/** Not feedback: advertising, tests, slips of the thumb. */
export const NOISE = [
  '低息贷款 当天放款 微信同号',
  '测试',
  'test test',
  '。。。',
  '111',
  '打错了不好意思',
  '代开发票 加V',
  '你好',
  '？',
  'asdfgh',
  '没事了 已经好了',
  '专业疏通下水道 {estate}附近上门',
  'sorry wrong number',
  '😂😂😂',
] as const;

/** Why something is dismissed, for noise and for the rest. */
// prettier-ignore
export const DISMISSALS = {
  noise: ['广告信息，无诉求内容', '无实质内容，回拨后客户表示误触', '测试信息', '客户表示打错电话，无诉求'],
  other: ['客户来电撤回', '与客户同日提交的另一条重复，已合并到前一条处理', '客户表示问题已自行解决，无需答复', '非本公司业务，已口头告知客户受理渠道'],
} as const;

/** Why a unit hands something back. */
export const HAND_BACKS = [
  '非我单位职责，属传输侧问题，请转网络部',
  '客户号码归属地不在本市，请转归属地',
  '涉及计费规则解释，请转计费账务中心',
  '现场已核查，线路正常，问题在核心侧',
  '需产品部确认规则后才能答复',
  '不属于装维范围，请转营业厅',
  '客户诉求为退费，装维班组无权限',
  '派单有误，请重新派发',
] as const;

/** What customers add when they are asked. */
// prettier-ignore
export const COMMENTS = {
  solved: {
    zh: ['解决了，谢谢', '好了', '处理得挺快', '师傅态度很好', '终于好了，早点处理就更好了', '满意', '可以', '回复得很清楚', '钱退回来了，谢谢', '效率比以前高', '给个赞', '希望以后别再出问题', '客服小姐姐很耐心'],
    en: ['Works again, thanks', 'Quick and friendly', 'Solved, thank you', 'It took a while but it is fine now', 'Good answer', 'Thank you for the refund'],
  },
  unsolved: {
    zh: [
      '根本没解决，还是老样子', '只是打了个电话道歉，问题还在', '又出现了，跟之前一模一样', '说退的钱到现在没到账', '回复的都是套话，没有回答我的问题', '师傅没来，你们系统写已上门',
      '好了一天又不行了', '不认可这个处理结果', '说几周解决，到底是几周', '信号还是没有', '答非所问', '晚上还是慢，你们自己来测',
    ],
    en: ['Still the same problem', 'It worked for one day only', 'You did not answer my question', 'The refund has not arrived', 'Nobody came', 'I do not accept this answer'],
  },
} as const;
