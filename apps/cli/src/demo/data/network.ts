import { topic } from '../topic.js';

/** Mobile network: coverage, speed, calls, messages, roaming, and the outage of the last days. */
// prettier-ignore
export const NETWORK = [
  topic({
    key: 'subway', kind: 'fault', weight: 210, course: 'opening', product: '5G', helped: 0.72, cities: ['ql-lc', 'np-pn', 'yl-lc', 'hy-ya'],
    channels: { app: 34, hotline: 22, social: 16, web: 8, board: 10, sms: 4, email: 4, shop: 2 },
    zh: `
      地铁里没信号
      地铁信号差
      {station}地铁信号问题

      坐地铁{line}号线手机[没信号|完全没信号|一点信号都没有]，[早上最严重|天天如此|隧道里一格都没有]
      地铁{line}号线[隧道里|进隧道以后|一进隧道]手机[没信号|就没信号|没有信号]
      地铁{line}号线手机没信号，[网页打不开|什么都刷不出来|微信发不出去|上不了网]
      地铁{line}号线{station}手机[没信号|没有信号]
      [新开的|]地铁{line}号线车厢里手机没信号，[基本上不了网|只有一格|打电话一直掉]
      地铁{line}号线[站台有信号，|站厅有信号，|]车进隧道手机就没信号了

      旁边用别家卡的人刷视频都没问题
      早晚高峰最严重，{hour}点多那趟基本全程没网
      从{month}月开通到现在一直这样
      扫码进站都要等半天，后面排一长队
      开视频会议直接掉线，领导以为我故意的
      换了两台手机都一样，不是手机问题
      同事好几个都遇到了
      微信消息出了站才一股脑蹦出来

      希望尽快在隧道里加装基站
      能不能优化一下地铁里的信号覆盖
      请问什么时候能解决地铁信号
      麻烦派人实地测一下
      这都几个月了，给个准话`,
    en: `
      No signal on the metro
      Metro coverage

      There is no signal on the metro [once the train enters the tunnel|in the tunnels of line {line}|near {place}]
      No signal on metro line {line} [every single morning|in the tunnel|between the stations]
      The metro has no signal [near {place}|on line {line}|after {place}], [pages will not load|calls drop|I cannot do anything]

      People next to me on other networks have no trouble
      It has been like this since the line opened in {monthName}
      I tried two phones, same thing
      I could not open the ticket code at the gate and held up the whole queue

      Please improve the coverage in the tunnels
      When will this be fixed?
      Could you send somebody to test it?`,
    replies: {
      zh: [
        { action: 'planned', summary: '隧道漏缆未覆盖，已列入地铁专项，分段开通', reply: '您反映的地铁隧道信号问题，我们已安排工程师沿线测试，确认隧道段覆盖不足。该线路已列入地铁信号专项，施工需配合地铁夜间停运进行，预计{weeks}周内分段开通，开通后会再通知您。' },
        { action: 'fixed', summary: '站台室分设备故障，更换后复测正常', reply: '经现场检测，{station}站台的信号设备有一路故障，已于{yesterday}更换，复测5G信号恢复正常。感谢您的反馈，给您通勤带来不便，十分抱歉。' },
        { action: 'fixed', summary: '隧道段切换参数优化', reply: '您好，我们对该区间的基站切换参数做了调整，复测通话未再中断、上网恢复。请您这两天乘车时再留意一下，如仍有问题，直接回复即可。' },
      ],
      en: [
        { action: 'planned', summary: 'tunnel section without leaky feeder, in the metro programme', reply: 'Our engineers measured the line and you are right: the tunnel section is not covered well. Work there is only possible at night when no trains run; the section is planned for the next {weeks} weeks, and we will tell you when it is done.' },
        { action: 'fixed', summary: 'platform equipment replaced', reply: 'One of the antennas at the platform had failed. It was replaced {yesterday} and the signal measured normal again. Sorry for the trouble on your way to work.' },
      ],
    },
  }),
  topic({
    key: 'indoor', kind: 'fault', weight: 120, product: '5G', helped: 0.7,
    zh: `
      小区信号差
      家里没信号
      电梯车库没信号

      {estate}{floor}楼家里信号特别差，打电话要跑到阳台
      {estate}地下车库没信号，停车场抬杆扫码都扫不了
      我家住{estate}，室内信号一直只有一两格
      {estate}电梯里没信号，老人被困都打不了电话
      我们单位在{road}，办公室没信号，客户电话老是接不到
      {estate}最近信号不好，以前都是满格的

      已经持续{days}天了
      原来没问题，从{month}月开始变差
      家里有老人，联系不上很着急
      邻居也说信号弱
      只有靠窗户那一小块地方能用
      关机重启、换卡都试过

      希望能来小区测一下信号
      请尽快加装室内覆盖
      不解决我就只能换网了
      麻烦联系物业一起看看`,
    en: `
      No signal at home
      Weak indoor signal

      There is no signal inside my flat at {place}, I have to stand on the balcony to make a call
      The indoor signal in our building near {place} is very weak
      No signal in the basement car park at {place}, I cannot even pay for parking
      Calls keep failing at home because the signal is so weak

      It has been like this for {days} days
      It used to be fine until {monthName}
      My neighbours have the same problem

      Please send someone to check
      Can you install an indoor antenna?
      I want to know when this will be fixed`,
    replies: {
      zh: [
        { action: 'fixed', summary: '物业配合，室分重启并调整天线', reply: '我们已联系{estate}物业进场检测，室内分布系统有一个支路中断，现已恢复。经电话复测，您家中信号为4格。感谢您的耐心等待。' },
        { action: 'planned', summary: '弱覆盖确认，待加装小基站', reply: '经测试，您所在楼栋确属弱覆盖。我们计划加装小型基站，目前正在与物业商谈进场，预计{weeks}周内完成，期间可先开通WiFi通话功能。' },
        { action: 'declined', summary: '物业不同意进场，暂无条件', reply: '很抱歉，目前{estate}业主委员会尚未同意安装室内覆盖设备，我们暂时无法施工。我们会继续沟通，也恳请您向物业反映。' },
      ],
      en: [
        { action: 'fixed', summary: 'indoor system restarted', reply: 'We visited the building with the property manager. One branch of the indoor system was down; it works again since {yesterday}.' },
        { action: 'planned', summary: 'weak coverage confirmed, small cell planned', reply: 'Our test confirms that your building is covered weakly. A small cell is planned within {weeks} weeks. Until then, WiFi calling can be switched on free of charge.' },
      ],
    },
  }),
  topic({
    key: 'rural', kind: 'complaint', weight: 55, product: '4G', helped: 0.65,
    channels: { hotline: 60, shop: 20, sms: 8, app: 10, web: 2 },
    zh: `
      村里没信号
      农村信号问题

      我们{village}一直没信号，打电话要爬到山坡上
      {village}信号时有时无，娃上网课都上不了
      老家{village}整个村都没有网络覆盖
      {village}的基站坏了好久了没人修，全村没信号

      村里都是老人孩子，有急事联系不上
      下雨天更差
      反映过{times}次了，每次都说记录了
      隔壁村就有信号

      希望给我们村建个基站
      请派人来看看
      什么时候能有信号`,
    en: `
      No coverage in the village

      There is no coverage at all in the village where my family lives, outside {place}
      We have had no signal in the countryside near {place} for {days} days

      My parents are old and I cannot reach them
      The mast has been broken since {monthName}

      Please repair the base station`,
    replies: {
      zh: [
        { action: 'planned', summary: '列入村通补盲计划', reply: '您反映的村组属于覆盖盲区，已列入今年的补盲建设计划，目前正在办理用地手续，预计{weeks}周后进场。我们会在开通时通知您。' },
        { action: 'fixed', summary: '基站供电恢复', reply: '经查，{village}基站因供电线路受损停运，维护人员已更换电源模块，{yesterday}下午恢复。请您试用。' },
      ],
      en: [{ action: 'fixed', summary: 'power of the base station restored', reply: 'The base station had lost its power supply. It was repaired {yesterday}; please try again.' }],
    },
  }),
  topic({
    key: 'speed5g', kind: 'complaint', weight: 110, product: '5G', helped: 0.74,
    zh: `
      5G网速慢
      流量网速太慢
      达量限速

      5G网速慢得像3G，{road}这一带刷个视频都卡
      晚上{hour}点以后手机网速特别慢，5G满格但是加载不出来
      {plan}套餐说是5G，实际测速只有{slow}兆
      才用了{gb}G流量就给我限速了，网速慢到没法用
      {estate}附近5G信号满格但网速很慢，付款码都打不开
      最近手机上网一直卡顿，打游戏延迟三四百

      测速截图都有
      换成4G反而快一点
      同一个位置别人的卡很快
      之前不这样，{days}天前开始的
      开了飞行模式再关也没用

      希望优化一下网络
      请解释为什么限速
      花着5G的钱用着2G的网，给个说法
      能不能查一下是不是我卡的问题`,
    en: `
      Slow 5G
      Mobile data very slow

      5G is incredibly slow around {place}, full bars but nothing loads
      My mobile data is slow every evening after {hour} pm
      I only get {slow} Mbps on the {planEn} plan, which was sold to me as 5G
      I was throttled after just {gb} GB of data

      A friend on another network has no problem at the same spot
      I have speed test screenshots
      4G is actually faster

      Please look into it
      Why was my speed reduced?
      I expect what I pay for`,
    replies: {
      zh: [
        { action: 'fixed', summary: '小区扩容，忙时利用率由92%降至58%', reply: '经查，您常用位置的基站晚间负荷偏高。我们已完成扩容，忙时速率由{slow}兆提升到{fast}兆左右，请您今晚再试。' },
        { action: 'answered', summary: '达量降速规则解释', reply: '您的{plan}套餐含{gb}GB高速流量，超出后按套餐说明降为{slow}Mbps，次月1日恢复。您可在App“流量管理”里查看余量，也可按需办理加油包。给您带来误解，我们表示歉意，并已优化提醒短信。' },
      ],
      en: [
        { action: 'fixed', summary: 'cell extended', reply: 'The base station you use most was overloaded in the evening. We have added capacity; speeds there are now around {fast} Mbps at peak time.' },
        { action: 'answered', summary: 'fair use explained', reply: 'Your plan includes {gb} GB at full speed; after that it runs at {slow} Mbps until the first of the month. You can see what is left in the app under "My data".' },
      ],
    },
  }),
  topic({
    key: 'volte', kind: 'fault', weight: 55, product: '语音', helped: 0.78,
    zh: `
      通话掉线
      打电话听不清

      打电话老是掉话，说不到{n}分钟就断
      通话质量很差，对方说听不清我说话，全是杂音
      别人打我电话打不通，一直提示无法接通，其实我手机有信号
      接电话的时候单通，我听得见他，他听不见我

      这个月至少{times}次了
      换了手机还是一样
      谈生意的电话断了，损失你们赔吗
      在{road}附近尤其明显

      请检查一下线路
      麻烦尽快处理
      帮我看看是不是VoLTE的问题`,
    en: `
      Dropped calls

      My calls keep dropping after {n} minutes
      Call quality is poor, people cannot hear me
      People cannot reach me although I have full signal, calls do not connect

      It happened {times} times this week
      Mostly around {place}

      Please fix this
      Could you check my line?`,
    replies: {
      zh: [
        { action: 'fixed', summary: '重新签约VoLTE后正常', reply: '我们已为您的号码重新开通高清语音业务，并核查了常用基站。请您重启手机后再试，{yesterday}测试通话{n}分钟未中断。' },
        { action: 'answered', summary: '号码被第三方软件标记导致拦截', reply: '经核实，您的号码被对方手机软件拦截，网络侧呼叫正常。我们已协助您提交取消标记的申请，约3个工作日生效。' },
      ],
      en: [{ action: 'fixed', summary: 'VoLTE profile rebuilt', reply: 'We have rebuilt the voice profile of your number. Please restart your phone; our test calls no longer drop.' }],
    },
  }),
  topic({
    key: 'smscode', kind: 'fault', weight: 60, product: '短信', helped: 0.85,
    zh: `
      收不到验证码
      短信收不到

      收不到短信验证码，银行的、支付的都收不到
      从{yesterday}开始手机收不到验证码，普通短信能收
      验证码短信要过半个小时才到，早就失效了
      换了新手机之后一直收不到验证码

      没装任何拦截软件
      办业务全卡在这一步了
      重启、换卡槽都试过
      今天急用

      请帮我查一下是不是被屏蔽了
      尽快恢复
      急急急`,
    en: `
      Verification codes do not arrive

      I am not receiving SMS verification codes from my bank
      Text messages with codes arrive half an hour late

      Normal messages work
      I need it today

      Please check whether something is blocked on your side`,
    replies: {
      zh: [
        { action: 'fixed', summary: '短信端口误屏蔽已解除', reply: '您的号码此前开启了“高频短信防护”，部分端口短信被一并拦截。现已为您调整，请您重新获取验证码；如仍收不到，请告诉我们是哪家平台。' },
        { action: 'fixed', summary: '短信中心积压，已疏通', reply: '{yesterday}短信平台短时拥塞，导致验证码延迟，目前已恢复正常，给您添麻烦了。' },
      ],
      en: [{ action: 'fixed', summary: 'filter removed', reply: 'A filter on your number also held back messages from short codes. It is off now; please ask for a new code.' }],
    },
  }),
  topic({
    key: 'roamingfee', kind: 'complaint', weight: 135, course: 'holiday', product: '国际漫游', helped: 0.66,
    channels: { hotline: 46, app: 24, web: 10, email: 8, social: 6, shop: 6 },
    zh: `
      国际漫游扣费
      出国漫游被扣{bigmoney}元

      去{country}玩了{n}天，国际漫游扣费{bigmoney}元，太离谱了
      明明买了国际漫游流量包，回来还是扣了{bigmoney}块漫游费
      我人在国内根本没出境，账单里居然有国际漫游扣费
      在{country}机场手机刚开机就收到扣费短信，漫游费{bigmoney}元
      国际漫游流量包{money}元一天，结果按两天扣的

      出发前专门打客服问过，说包天不会多扣
      关了数据漫游的，就接了一个电话
      当地时间和北京时间跨天的问题，客服也说不清楚
      短信提醒到的时候已经超了
      一家三口都被扣了

      要求退还多扣的漫游费
      请给出详细的漫游话单
      不退我就投诉到底
      希望给个合理解释`,
    en: `
      Roaming charge of {bigmoney} yuan
      Roaming bill

      I was charged {bigmoney} yuan for international roaming after {n} days in {countryEn}
      I bought the roaming data pass for {countryEn} and was still billed {bigmoney} yuan in roaming fees
      My bill shows a roaming charge although I never left the country
      The roaming day pass was charged twice for one day

      I asked customer service before the trip and was told it would be a flat rate
      Data roaming was switched off the whole time
      The warning text came after the money was gone

      I want a refund of the roaming charge
      Please send me the detailed record
      Please explain this bill`,
    replies: {
      zh: [
        { action: 'compensated', summary: '跨时区按北京时间计两天，退一天费用', reply: '经核对漫游话单，您的日包因时差被计为两天。我们已退还{money}元，将在48小时内到账。今后您出境时，系统会按落地时间短信说明计费起止，感谢您的提醒。' },
        { action: 'answered', summary: '漫游来电按分钟计费，话单已发', reply: '该笔费用为{yesterday}在境外接听的来电，按当地资费每分钟计费，与流量包分开计算。详单已发送到您登记的邮箱。考虑到您是首次出境，我们为您减免一半。' },
        { action: 'declined', summary: '未购包产生的流量，费用属实', reply: '经核实，流量产生于购买流量包之前约{n}小时，费用属实，无法退还，恳请理解。建议下次先在App里预约生效时间。' },
      ],
      en: [
        { action: 'compensated', summary: 'day pass counted twice because of time zones, one day refunded', reply: 'Your day pass was counted as two days because of the time difference. We have refunded {money} yuan; it is on your account within 48 hours.' },
        { action: 'answered', summary: 'incoming call abroad', reply: 'The charge is for a call that you answered abroad; calls are not part of the data pass. The detailed record is in your mailbox.' },
      ],
    },
  }),
  topic({
    key: 'roaminguse', kind: 'fault', weight: 40, course: 'holiday', product: '国际漫游', helped: 0.75, phase: 'in-sale',
    zh: `
      出国没网
      国际漫游用不了

      人在{country}，国际漫游开通了但是没信号
      到{country}以后漫游上不了网，流量包白买了
      国际漫游一直搜不到网络，联系不上家里

      客服热线从国外打要收费，打不起
      同行的人都能用
      手动选网也不行

      麻烦尽快处理，我{n}天后就回国了
      请远程帮我看看`,
    en: `
      Roaming not working

      International roaming is not working in {countryEn}, no service at all
      I activated roaming for {countryEn} but there is no data

      I cannot reach my family
      Manual network selection did not help

      Please fix this soon, I am only here for {n} days`,
    replies: {
      zh: [{ action: 'fixed', summary: '漫游签约数据重发', reply: '已为您重新下发漫游数据，请将手机开关一次飞行模式，并选择手动搜网中的第一个网络。漫游包有效期已顺延2天。' }],
      en: [{ action: 'fixed', summary: 'roaming profile resent', reply: 'We have sent your roaming profile again. Please switch flight mode on and off once. Your data pass has been extended by two days.' }],
    },
  }),
  topic({
    key: 'outage', kind: 'fault', weight: 0, course: 'sudden', product: '5G', helped: 0.5, cities: ['np-pn'],
    channels: { hotline: 46, app: 26, social: 14, sms: 6, web: 4, board: 4 },
    zh: `
      河西突然没信号
      河西新城断网
      河西手机信号全没了

      河西从{yesterday}开始断网，手机没信号
      河西断网，手机没信号，[电话打不了|什么都干不了|显示无服务|一格都没有]
      河西[新城|]手机没信号，断网[一天了|好几个小时了|到现在]
      我在河西[住|上班|开店]，断网没信号，到现在没恢复
      河西断网没信号，[怎么回事|有没有人管|什么情况|全小区都这样]
      河西[大道|中心站|]这边断网，手机没信号了

      周围的人都这样
      打客服一直排队
      店里生意都没法做
      联系不到孩子，很着急
      有时候闪一格马上又没了
      全小区都这样

      到底什么时候恢复
      赶紧抢修
      请出来说明一下情况
      损失谁来赔
      能不能发个公告`,
    en: `
      No signal in Hexi

      There has been no signal in Hexi [since {yesterday}|New Town since {yesterday}|for hours]
      No signal in [the whole of Hexi|Hexi New Town|Hexi], [I cannot make calls|no calls and no data|phones show no service]
      No signal in Hexi since {yesterday}, [is the base station down?|what happened?|nothing works]

      Everybody in the building has the same problem
      My shop cannot take payments
      I cannot reach the hotline either

      When will the signal in Hexi be back?
      Please tell us what is going on`,
    replies: {
      zh: [
        { action: 'fixed', summary: '河西传输光缆被施工挖断，业务倒换', reply: '河西片区因市政施工挖断传输光缆，部分基站退服。抢修人员已完成业务倒换，您所在区域信号正在恢复，个别楼栋可能仍有波动。非常抱歉，后续补偿方案会以短信告知。' },
        { action: 'answered', summary: '抢修中，告知进展', reply: '河西片区信号中断系光缆受损，抢修正在进行，预计今天之内恢复。我们会在恢复后再次联系您。' },
      ],
      en: [{ action: 'fixed', summary: 'fibre cut in Hexi, traffic rerouted', reply: 'Road works cut a cable in Hexi and several base stations went down. Traffic has been rerouted; the signal is coming back, in some buildings with interruptions. We are sorry.' }],
    },
  }),
];
