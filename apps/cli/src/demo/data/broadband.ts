import { topic } from '../topic.js';

/** Fixed lines: broadband, television, installation, business lines. */
// prettier-ignore
export const BROADBAND = [
  topic({
    key: 'nightslow', kind: 'fault', weight: 240, course: 'rising', product: '家庭宽带', helped: 0.7,
    zh: `
      宽带晚上特别慢
      宽带网速慢
      {mbps}兆宽带测速不达标

      家里{mbps}兆宽带[一到晚上就|每天晚上都|晚上][慢|特别慢|很慢]，[网页打不开|看电视转圈|打游戏卡|视频一直缓冲]
      宽带晚上[特别慢|很慢|慢得要命]，白天正常，晚上测速只有{slow}兆
      办的{mbps}兆宽带，晚上测速只有{slow}兆，[太慢了|严重不达标|慢成这样]
      {estate}宽带晚上[网速慢|特别慢|很慢]，[孩子上网课卡|开会都卡|全家都卡]
      [最近|这个月]宽带晚上[越来越慢|网速慢得不行|特别慢]，测速{slow}兆
      宽带[夜间|一到晚上]变慢，[{hour}点以后|晚高峰]测速{slow}兆

      路由器换了新的，光猫也重启过
      白天测速能到{fast}兆
      师傅来过{times}次，来的时候都是白天，当然正常
      楼上楼下都反映晚上卡
      从{month}月开始的
      测速截图可以提供
      周末更严重

      请安排晚上来测速
      希望扩容
      达不到{mbps}兆就按实际的收费
      再不解决就拆机
      麻烦查一下是不是小区带宽不够`,
    en: `
      Broadband slow in the evening
      Slow {mbps}M broadband

      My {mbps}M broadband is slow [every evening|at night|after {hour} pm], [around|only] {slow} Mbps
      The broadband is [very slow|so slow] at night, [fine during the day|video keeps buffering|web pages time out]
      Broadband slow every night, the speed test shows {slow} Mbps [of {mbps}|although I pay for {mbps}M]

      The router is new and I tested by cable
      The technician came {times} times, always in the morning when it is fine
      Neighbours at {place} say the same
      It started in {monthName}

      Please test it in the evening
      Please add capacity to the building
      I want to pay for the speed I really get`,
    replies: {
      zh: [
        { action: 'fixed', summary: 'OLT上联扩容，晚高峰复测达标', reply: '我们{yesterday}晚上上门测速，确认小区上联带宽不足。现已完成扩容，晚间{hour}点有线复测{fast}兆，达到签约速率。感谢您的反复提醒。' },
        { action: 'fixed', summary: '更换光猫与千兆网线', reply: '经检测，您家光猫为旧款百兆设备，晚间终端多时成为瓶颈。师傅已免费更换千兆光猫和网线，请您今晚再观察。' },
        { action: 'planned', summary: '小区分光比过高，列入本月割接', reply: '您所在的{estate}分光比偏高，已列入扩容计划，预计{weeks}周内割接。在此之前，我们按天减免您的宽带月费。' },
      ],
      en: [
        { action: 'fixed', summary: 'uplink extended', reply: 'We measured at your home in the evening of {yesterday}: the uplink of your estate was full. It has been extended, and the line now reaches {fast} Mbps at peak time.' },
        { action: 'planned', summary: 'splitter ratio too high, cut-over planned', reply: 'Too many homes share one fibre in your building. The work is planned within {weeks} weeks; until then we reduce your monthly fee.' },
      ],
    },
  }),
  topic({
    key: 'bbdown', kind: 'fault', weight: 170, product: '家庭宽带', helped: 0.86,
    channels: { hotline: 56, app: 26, sms: 6, shop: 4, web: 8 },
    zh: `
      宽带断网
      光猫红灯

      家里宽带断网了，光猫LOS灯亮红灯
      宽带从{yesterday}晚上断网到现在，重启光猫没用
      宽带上不了网，光猫一直闪红灯
      {estate}{floor}楼宽带没网了，报修{times}次没人来
      宽带经常掉线，一天断{n}次
      装修把光纤弄断了，宽带用不了

      在家办公，急用
      监控全断了，店里没法营业
      预约的师傅说下午来，等到晚上也没见人
      邻居家也断了
      老人看不了电视天天催我

      请尽快派师傅上门
      今天能不能修好
      超过48小时了，请按规定赔偿
      麻烦上门前打电话`,
    en: `
      Broadband down

      My broadband is down since {yesterday}, the LOS light is red
      No internet at home, the router shows a red light
      The broadband keeps dropping, {n} times a day

      I work from home and need it urgently
      I restarted everything twice
      The technician did not show up for the appointment

      Please send a technician today
      Please call before you come`,
    replies: {
      zh: [
        { action: 'fixed', summary: '楼道分光器接头松动，已重做', reply: '师傅{yesterday}已上门，楼道光纤接头松动，重新熔接后恢复，现场测速{fast}兆。给您带来不便，已为您减免{n}天月费。' },
        { action: 'fixed', summary: '片区光缆中断已抢通', reply: '您所在片区光缆被挖断，已于{yesterday}抢通，您的宽带现已在线。请您确认。' },
        { action: 'fixed', summary: '更换光猫', reply: '光猫电源故障，已为您免费更换，感谢配合。' },
      ],
      en: [
        { action: 'fixed', summary: 'connector in the stairway redone', reply: 'A fibre connector in your stairway was loose. Our technician redid it {yesterday}; the line runs at {fast} Mbps. We took {n} days off your bill.' },
        { action: 'fixed', summary: 'modem replaced', reply: 'The power supply of the modem had failed; we replaced it free of charge.' },
      ],
    },
  }),
  topic({
    key: 'install', kind: 'complaint', weight: 85, product: '家庭宽带', phase: 'in-sale', helped: 0.76,
    zh: `
      宽带安装一直不来
      移机等了{days}天

      报装宽带{days}天了还没人上门安装
      预约了{date}装宽带，等了一整天师傅没来也没电话
      宽带移机申请{days}天了，一直说没有端口
      装机师傅上门张口就要{money}块材料费，说不给装不了
      搬家到{estate}，宽带移机被告知无资源，可合同还有一年

      打给师傅说是排满了
      专门请假在家等的
      客服每次都说帮我催
      钱早就交了

      请给个准确的上门时间
      不能装就退钱
      要求核实材料费合不合理
      尽快安排`,
    en: `
      Installation appointment missed

      I ordered broadband {days} days ago and nobody has come for the installation
      The installer did not turn up on {date} and nobody called
      I asked to move my broadband to {place} {days} days ago, still waiting

      I took a day off work for this
      Customer service only says they will remind them

      Please give me a fixed date
      If you cannot install it, I want my money back`,
    replies: {
      zh: [
        { action: 'fixed', summary: '已加急上门装通', reply: '很抱歉让您久等。师傅已于{yesterday}上门装通，并为您赠送首月月费。我们对爽约的班组做了通报。' },
        { action: 'compensated', summary: '材料费不合规，已退', reply: '经核实，标准安装不应收取材料费，{money}元已原路退还，涉事人员已停工培训。' },
        { action: 'planned', summary: '端口不足，扩容后优先安装', reply: '{estate}目前端口已满，扩容预计{weeks}周完成，您已排在首位。期间免费提供随身WiFi一台。' },
      ],
      en: [
        { action: 'fixed', summary: 'installed', reply: 'We are sorry for the missed appointment. The line was installed {yesterday} and your first month is free.' },
        { action: 'planned', summary: 'no free port, first in line', reply: 'There is no free port in your building. It will be extended within {weeks} weeks and you are first in line; we lend you a mobile router until then.' },
      ],
    },
  }),
  topic({
    key: 'iptv', kind: 'fault', weight: 45, product: '澄音TV', helped: 0.84,
    channels: { hotline: 66, shop: 12, app: 14, sms: 8 },
    zh: `
      机顶盒看不了
      电视卡顿

      电视机顶盒一直卡在开机画面
      网络电视看直播老卡，机顶盒换过一个还是这样
      机顶盒遥控器没反应了，电视看不了
      电视里的频道少了{n}个，以前能看的现在要收费

      家里老人就靠看电视
      按照说明恢复出厂了也没用
      宽带是好的

      请派人来看一下
      能不能换个新机顶盒
      频道为什么要收费`,
    en: `
      TV box stuck

      The TV box is stuck at the start screen
      IPTV keeps freezing during live programmes

      Broadband itself works

      Please replace the TV box`,
    replies: {
      zh: [
        { action: 'fixed', summary: '远程升级机顶盒固件', reply: '已远程为您的机顶盒升级，请拔电重启一次。若仍卡在开机画面，师傅会在24小时内上门更换。' },
        { action: 'answered', summary: '频道版权到期说明', reply: '您提到的频道因版权到期下线，并非转为收费。我们已在频道表中注明，给您带来不便请谅解。' },
      ],
      en: [{ action: 'fixed', summary: 'firmware updated remotely', reply: 'We have updated the TV box from here. Please unplug it for a minute; if it still hangs, a technician brings a new one within a day.' }],
    },
  }),
  topic({
    key: 'business', kind: 'fault', weight: 28, product: '企业专线', helped: 0.85,
    channels: { hotline: 50, email: 30, crm: 20 },
    zh: `
      企业专线中断
      专线丢包

      我司企业专线{yesterday}起丢包严重，总部系统连不上
      公司专线中断{n}小时，业务全停
      物联网卡{n}张被停机，设备全部离线
      企业宽带的固定IP被换了，没有任何通知

      影响生产，损失很大
      客户经理电话没人接
      合同约定4小时修复

      请立即处理并出具故障报告
      按合同赔付
      安排专人对接`,
    en: `
      Leased line down

      Our leased line at {place} has been losing packets since {yesterday}
      The business broadband of our office is down, {n} people cannot work

      Our account manager does not answer
      The contract says four hours

      Please fix it at once and send us a report`,
    replies: {
      zh: [{ action: 'fixed', summary: '传输板卡更换，出具故障报告', reply: '贵司专线因传输板卡故障丢包，已更换并观察24小时，丢包率为零。故障报告和SLA赔付说明已发送至贵司联系邮箱。' }],
      en: [{ action: 'fixed', summary: 'transmission card replaced', reply: 'A transmission card had failed and was replaced; no packet has been lost for 24 hours. The report with the credit under your contract is in your mailbox.' }],
    },
  }),
];
