import { topic } from '../topic.js';

/** The app, the hotline, the shops, unwanted calls, accounts, praise. */
// prettier-ignore
export const SERVICE = [
  topic({
    key: 'applogin', kind: 'fault', weight: 190, course: 'release', product: 'App', helped: 0.82,
    channels: { app: 46, social: 16, hotline: 20, web: 8, board: 6, email: 4 },
    zh: `
      App登录失败
      登录不上
      更新后登录不了

      App[更新后|更新到{version}之后|升级以后]登录失败，[一直转圈|点登录没反应|提示系统繁忙]，登不上
      澄音营业厅App登录失败登不上，[提示系统繁忙|验证码输对了也说错|一直转圈]
      App登录失败，登不上，[验证码对了也不行|刷脸没反应|账号还被锁了]
      [昨天|今天|这两天]App登录失败，登不上，[试了{times}次|换了网络也不行]
      手机营业厅App登不上，[登录失败{times}次|更新完就登录失败]

      卸载重装也没用
      安卓{n}系统
      想查个话费都查不了
      家里另一台手机没更新的就能登录
      网页版也进不去

      请尽快修复
      能不能退回旧版本
      每次更新都出问题，测试过吗
      麻烦解锁一下账号`,
    en: `
      App login failed
      Cannot log in after the update

      App login failed [since version {version}|after the update|{times} times], I cannot log in
      I cannot log in to the app, login failed [every time|{times} times|with the right code]
      Login failed in the app, [it says "system busy"|my account is locked now|the code is not accepted]

      Reinstalling did not help
      The web site does not work either
      I just wanted to check my balance

      Please fix the login
      Please unlock my account`,
    replies: {
      zh: [
        { action: 'fixed', summary: '登录鉴权缺陷，热修复已发布', reply: '{version}版本的登录组件存在缺陷，热修复已发布，请您关闭App后重新打开即可，无需重装。账号锁定已一并解除，抱歉影响了您的使用。' },
        { action: 'fixed', summary: '账号解锁', reply: '您的账号因多次失败被自动锁定，现已解锁，请使用短信验证码登录。' },
      ],
      en: [
        { action: 'fixed', summary: 'hot fix of the login released', reply: 'Version {version} had a fault in the login. A fix has been released: please close the app and open it again. Locked accounts have been unlocked.' },
      ],
    },
  }),
  topic({
    key: 'appelder', kind: 'suggestion', weight: 70, product: 'App', helped: 0.75, phase: null,
    channels: { app: 40, board: 24, hotline: 16, web: 10, shop: 10 },
    zh: `
      建议增加大字版
      App太复杂了

      建议App增加大字版，我爸妈看不清
      App界面太乱了，查个话费要点五六下
      希望增加深色模式，晚上看太刺眼
      建议把查话费、充值放到首页最上面
      建议首页广告少一点，老人老点错
      希望App能语音播报余额

      现在首页全是广告
      父母七十多了，只会用最简单的
      别家的都有长辈模式

      希望采纳
      谢谢开发人员
      期待下个版本`,
    en: `
      Suggestion for the app

      Please add a large font option to the app, my parents cannot read it
      It would be nice to have a dark mode in the app
      The home screen of the app is full of ads, please put the balance first

      My mother is seventy

      Thank you for considering it`,
    replies: {
      zh: [
        { action: 'planned', summary: '长辈版排入下一版本', reply: '谢谢您的建议。长辈版（大字、语音、无广告）已排入下一个版本，查话费和充值会放在首页第一屏。发布时我们会告诉您。' },
        { action: 'fixed', summary: '深色模式已上线', reply: '深色模式已经上线，请在“设置—显示”中打开，也可跟随系统自动切换。欢迎继续提意见。' },
      ],
      en: [{ action: 'planned', summary: 'simple version planned', reply: 'Thank you. A simple version with large type and without ads comes with the next release; the balance will stand first.' }],
    },
  }),
  topic({
    key: 'robot', kind: 'complaint', weight: 105, course: 'rising', product: '客服', helped: 0.7,
    zh: `
      转人工太难
      智能客服没用

      打客服热线转人工等了{wait}分钟都没人接
      智能客服答非所问，转人工的入口根本找不到
      热线一直是机器人，按了半天就是转不到人工
      转人工排队{wait}分钟，刚接通就断了
      在线客服机器人翻来覆去就那几句话，转人工不理我

      问题很简单，两句话就能说清
      老人不会按那些键
      我普通话不标准，机器人听不懂
      打了{times}次都这样

      请恢复直接转人工
      希望0键就能转人工
      人工客服是不是都裁了`,
    en: `
      Cannot reach a human agent

      I was on hold for {wait} minutes and never reached a human agent
      The chatbot is useless, it never understands what I ask
      There is no way to talk to a person on your hotline

      I called {times} times
      My question is a simple one

      Please let us speak to a real person`,
    replies: {
      zh: [
        { action: 'planned', summary: '人工入口前置，新增坐席', reply: '您说得对。我们正在把人工入口提前到第一层菜单，并新增坐席，预计{weeks}周内上线，60岁以上用户将直接接入人工。您这次想办的事，请直接回复，我们专人跟进。' },
        { action: 'answered', summary: '回电解决原诉求', reply: '抱歉让您等了那么久。我们的坐席已在{yesterday}回电，为您办妥了所咨询的事项。' },
      ],
      en: [{ action: 'planned', summary: 'human agent on the first menu level', reply: 'You are right. The choice of a human agent moves to the first level of the menu within {weeks} weeks. Reply with what you need now, and one of us will call you.' }],
    },
  }),
  topic({
    key: 'queue', kind: 'complaint', weight: 55, product: '营业厅', helped: 0.78, phase: 'in-sale',
    channels: { app: 30, hotline: 34, shop: 14, board: 12, social: 10 },
    zh: `
      营业厅排队太久
      营业厅只开一个窗口

      {shop}排队{wait}分钟，四个窗口只开一个
      {shop}中午没人办业务，白跑一趟
      在{shop}取了号等了{wait}分钟，叫号还跳过了我
      {shop}关门了也不通知，地图上还写着营业

      好多老人都站着等
      工作人员在旁边聊天
      请了半天假去的

      请多开几个窗口
      希望可以提前预约
      建议延长营业时间`,
    en: `
      Long queue in the shop

      I queued for {wait} minutes in the {shop}, only one counter was open
      The {shop} was closed at noon although the web site says it is open

      Older people had to stand all the time

      Please open more counters
      It would be nice to book a time`,
    replies: {
      zh: [{ action: 'fixed', summary: '增开窗口并上线预约', reply: '{shop}已从本周起高峰时段开足窗口，并增设{n}把等候座椅，也可在App预约取号。店长已就叫号疏漏向您致歉。' }],
      en: [{ action: 'fixed', summary: 'more counters at busy hours', reply: 'The {shop} now opens all counters at busy hours, and you can book a time in the app.' }],
    },
  }),
  topic({
    key: 'attitude', kind: 'complaint', weight: 60, product: '客服', helped: 0.68,
    zh: `
      服务态度差
      客服挂我电话

      {shop}营业员态度很差，问两句就不耐烦
      客服态度恶劣，话没说完就挂我电话
      上门师傅服务态度差，进门不穿鞋套还抽烟
      投诉专员打电话来阴阳怪气的

      旁边人都看到了
      工号{staff}
      我只是问了一下怎么取消业务
      有录音

      要求道歉
      请严肃处理
      希望加强培训`,
    en: `
      Rude staff

      The staff at the {shop} were rude when I asked about my bill
      The agent hung up on me in the middle of a sentence

      The agent number is {staff}
      I stayed polite all the time

      I expect an apology`,
    replies: {
      zh: [
        { action: 'compensated', summary: '调听录音属实，致歉并赠送话费', reply: '我们调听了录音，工作人员用语确有不当，已批评教育并离岗培训。主管已电话向您道歉，并赠送{n}0元话费表示歉意。' },
        { action: 'answered', summary: '已致歉', reply: '对您的糟糕体验我们深表歉意，已在班前会通报此事。欢迎您继续监督。' },
      ],
      en: [{ action: 'compensated', summary: 'recording confirms it, apology and credit', reply: 'We have listened to the recording. That is not how we want to talk to anybody; we apologise, and have credited {n}0 yuan.' }],
    },
  }),
  topic({
    key: 'slowcase', kind: 'complaint', weight: 60, product: '客服', helped: 0.66,
    zh: `
      投诉没人处理
      工单被关没人联系

      反映的问题{days}天了没人回复
      工单显示已办结，可根本没人联系过我
      各部门踢皮球，营业厅推热线热线推营业厅，没人管
      说好24小时内回电，{days}天过去了

      每次打都要从头说一遍
      换了{n}个客服了
      上次投诉编号我也报了

      请找个能负责的人
      今天必须给答复
      不想再听“正在核实”`,
    en: `
      Nobody called back

      I reported a problem {days} days ago and nobody called back
      My complaint was marked as closed although nobody contacted me

      I have to tell the story again every time
      I am passed around between departments

      Please give me one person who is responsible`,
    replies: {
      zh: [{ action: 'fixed', summary: '重开工单，专人跟进到底', reply: '您的工单被误关，是我们的错。现由专人跟进，{yesterday}已与您通话并把原问题办妥，今后同一编号不必再重复说明。' }],
      en: [{ action: 'fixed', summary: 'case reopened, one owner', reply: 'Your case was closed by mistake. It has one owner now, who called you {yesterday} and settled the matter.' }],
    },
  }),
  topic({
    key: 'spamsms', kind: 'complaint', weight: 190, course: 'rising', product: '短信', helped: 0.7,
    zh: `
      骚扰短信太多
      垃圾短信屏蔽不掉

      每天收到[十几条|{n}条|一大堆]骚扰短信，[退订了还发|退订没用|退订了也屏蔽不掉]
      骚扰短信[太多了|越来越多|没完没了]，[退订没用|退订了还发|一天{n}条，退订也没用]
      最近骚扰短信[特别多|太多|多得离谱]，退订[没用|不管用]，[怎么没人管|从源头管管]
      骚扰短信退订[没用|根本没用]，[照样发|换个号接着发]
      [半夜|大早上|午休]还收到骚扰短信，退订[没用|了还发]

      号码是不是被卖了
      换着号段发，拉黑没用
      刚办的新卡就开始收
      已经举报过了没反应

      请帮我屏蔽骚扰短信
      要求停止给我发营销短信
      从源头管一管
      希望有一键拦截`,
    en: `
      Too many spam texts

      I get {n} spam texts a day, [loans and property ads|unsubscribing does nothing|all of them ads]
      Too many spam texts, [please block them|it has become unbearable|{times} a day]
      Spam texts [every day|at night|again and again], [unsubscribing does nothing|from new numbers each time]

      I only gave my number to you
      They use a new number every time

      Please stop the spam texts
      I want a switch that blocks them all`,
    replies: {
      zh: [
        { action: 'fixed', summary: '开通防骚扰，涉事端口已关停', reply: '已为您免费开通短信防骚扰，并将您的号码加入营销免打扰名单，24小时内生效。您提供的端口号经核实已关停。' },
        { action: 'answered', summary: '告知举报与拦截方式', reply: '您可在App“防骚扰”里按关键词拦截，也可将垃圾短信转发举报，我们会在48小时内核查关停。我公司的营销短信已对您停发。' },
      ],
      en: [{ action: 'fixed', summary: 'spam filter on, marketing off', reply: 'The spam filter is on for your number, free of charge, and our own marketing messages to you are off within 24 hours.' }],
    },
  }),
  topic({
    key: 'marked', kind: 'fault', weight: 45, product: '语音', helped: 0.8,
    zh: `
      号码被误停
      号码被标记骚扰

      号码无故被停机，说涉嫌诈骗，我是正常用户
      手机号被标记成骚扰电话，客户都不接
      号码被误关停，要本人拿身份证去营业厅，我人在外地
      接到诈骗电话冒充你们客服，说我积分要过期

      我是跑业务的，一天打几十个电话很正常
      孩子的手表卡也停了

      请马上恢复
      请取消标记`,
    en: `
      Number wrongly blocked

      My number was blocked by mistake as suspicious
      My number is marked as spam on other phones
      I got a scam call from somebody who pretended to be your customer service

      I use it for work
      I am out of town and cannot visit a shop

      Please unblock it`,
    replies: {
      zh: [
        { action: 'fixed', summary: '视频核验后复机', reply: '已为您安排视频核验，无需到厅，核验通过后10分钟内复机。给您造成误会，十分抱歉。' },
        { action: 'answered', summary: '协助取消标记，提示防诈', reply: '取消标记的申请已提交，约3个工作日生效。另提醒您：我们不会来电索要验证码。' },
      ],
      en: [{ action: 'fixed', summary: 'unblocked after video check', reply: 'We can check your identity by video, you need not come to a shop. Your number is back ten minutes after that.' }],
    },
  }),
  topic({
    key: 'sim', kind: 'enquiry', weight: 80, product: '号卡', helped: 0.92, phase: 'pre-sale',
    channels: { hotline: 46, app: 24, web: 14, shop: 10, sms: 6 },
    zh: `
      补卡怎么办
      eSIM咨询

      请问补卡可以异地办理吗，我在外省
      手机卡丢了怎么补卡，需要带什么
      请问手表的eSIM怎么开通
      咨询一下副卡最多能办几张
      请问给孩子办手表卡要什么手续
      想问下港澳台旅游要不要换卡
      请问过户需要两个人都到场吗

      身份证也丢了
      急用
      在App上没找到

      谢谢
      麻烦告知流程
      需要预约吗`,
    en: `
      Question about a SIM card

      How can I replace my SIM card? I lost my phone
      Could you tell me how to activate an eSIM for my watch?
      Can I get a new SIM card with my passport?
      How many additional SIM cards can I have?

      I am a foreigner and only have a passport
      I could not find it in the app

      Thank you
      Do I need an appointment?`,
    replies: {
      zh: [{ action: 'answered', summary: '告知办理流程', reply: '可以的。您携带身份证原件到任意营业厅即可办理，约10分钟；也可在App“补换卡”里下单邮寄，2天左右送达，补卡费{n}元。' }],
      en: [{ action: 'answered', summary: 'explained', reply: 'Yes. Please bring your passport to any of our shops; it takes about ten minutes. You can also order it in the app, it arrives within two days.' }],
    },
  }),
  topic({
    key: 'close', kind: 'enquiry', weight: 40, product: '号卡', helped: 0.82,
    zh: `
      异地销户
      注销号码

      请问异地怎么注销号码，必须回归属地吗
      想注销一个十年没用的老号
      咨询停机保号怎么办，多少钱一个月
      家里老人去世了，号码怎么销户

      人在外地回不去
      密码早忘了

      麻烦告诉我怎么办
      谢谢`,
    en: `
      Closing a number

      How can I close my number? I have moved abroad
      How do I suspend a line for a few months?

      I cannot come to the shop

      Thank you`,
    replies: {
      zh: [{ action: 'answered', summary: '告知线上销户', reply: '您可在App“号码注销”中线上办理，刷脸验证后即时受理，余额原路退回，不必回归属地。停机保号每月{n}元，可随时恢复。' }],
      en: [{ action: 'answered', summary: 'explained', reply: 'You can close a number in the app after a face check, from anywhere; what is left is paid back. Suspending a line costs {n} yuan a month.' }],
    },
  }),
  topic({
    key: 'watch', kind: 'suggestion', weight: 50, product: '终端', helped: 0.7, phase: 'pre-sale',
    channels: { board: 34, app: 36, social: 20, hotline: 10 },
    zh: `
      儿童手表套餐建议

      建议出一个儿童手表专用套餐，{low}元以内就够了
      希望儿童手表卡可以设置只接白名单电话
      建议儿童手表套餐和家长的流量共享

      现在的副卡太贵了
      班里一半孩子都有手表
      怕孩子接到骚扰电话

      希望采纳
      谢谢`,
    en: `
      A plan for children's watches

      Please offer a small plan for children's smart watches, under {low} yuan
      It would be great to have a white list of callers for my kid's watch

      Half of the class has one

      Thanks`,
    replies: {
      zh: [{ action: 'planned', summary: '儿童手表套餐评审通过', reply: '您的建议已通过评审，儿童手表套餐（含白名单）计划{weeks}周后试点，首批体验名额为您留了一个。' }],
      en: [{ action: 'planned', summary: 'plan for watches approved', reply: 'Your idea has been approved: a plan for watches with a white list is on trial in {weeks} weeks, and we have kept a place for you.' }],
    },
  }),
  topic({
    key: 'thanksfield', kind: 'praise', weight: 90, product: '家庭宽带', helped: 0.98,
    channels: { hotline: 50, app: 24, social: 12, shop: 10, board: 4 },
    zh: `
      表扬装维师傅
      给师傅点赞

      表扬一下今天上门的{fitter}师傅，冒着大雨来修宽带，半小时就弄好了
      {fitter}师傅技术好态度也好，走的时候还把垃圾带走了
      给{city}的装维师傅点赞，晚上{hour}点还上门抢修
      感谢{fitter}师傅，帮我把家里WiFi重新布了线，一分钱没收
      报修当天就来人了，非常满意，必须好评

      老人一个人在家，师傅很耐心
      鞋套自己带的
      之前换过几家，你们服务最好

      请一定转达我的感谢
      希望公司给他奖励
      继续保持`,
    en: `
      Thanks to your technician

      Great service, the technician came within two hours and fixed my broadband
      I want to thank the technician who came to {place}, very polite and professional
      Excellent service from the field team, they even tidied up the cables

      He explained everything twice to my mother

      Please pass on my thanks
      Keep it up`,
    replies: {
      zh: [{ action: 'answered', summary: '转达并记表扬一次', reply: '谢谢您的表扬，我们已转达给{fitter}师傅并记录在册，他说这是这周最开心的事。' }],
      en: [{ action: 'answered', summary: 'passed on', reply: 'Thank you for your kind words. They have been passed on, and made the day of the whole team.' }],
    },
  }),
  topic({
    key: 'thanksdesk', kind: 'praise', weight: 70, product: '客服', helped: 0.98,
    channels: { hotline: 44, app: 26, shop: 16, social: 10, board: 4 },
    zh: `
      表扬客服
      营业员服务好

      表扬{shop}的工作人员，教我妈用手机教了快一个小时，特别有耐心
      客服{staff}号态度非常好，问题一次就解决了，表扬
      上次反映的问题解决了，效率很高，点赞
      {shop}服务很好，老人有专门的座位还倒了水
      流量用超了客服主动打电话提醒，贴心，感谢

      比以前好多了
      本来挺生气的，处理完就没气了
      很久没遇到这么好的服务了

      谢谢你们
      请公司表扬
      满分`,
    en: `
      Great service

      Excellent service at the {shop}, the staff were friendly and patient
      I want to thank agent {staff}, my problem was solved in one call
      Very happy with how quickly my complaint was resolved, thank you

      Much better than last year

      Well done
      Thank you so much`,
    replies: {
      zh: [{ action: 'answered', summary: '转达表扬', reply: '感谢您的肯定，我们已转达给当班同事。您的满意是我们最大的动力。' }],
      en: [{ action: 'answered', summary: 'passed on', reply: 'Thank you for taking the time. We have passed it on to our colleague.' }],
    },
  }),
  topic({
    key: 'appeal', kind: 'appeal', weight: 16, product: '账户', helped: 0.55,
    channels: { hotline: 40, email: 30, web: 30 },
    zh: `
      申诉

      我要申诉：之前投诉{days}天没有结果，违约金{money}元不合理
      对贵公司的处理结果不服，提起申诉，要求重新核查{bigmoney}元的扣费
      多次投诉无果，现正式申诉，携号转网被无理限制

      投诉记录都保留着
      已经超过15天了

      请在规定时间内书面答复
      否则我将向主管部门申诉`,
    en: `
      Formal appeal

      I file an appeal against your decision about the charge of {bigmoney} yuan

      More than fifteen days have passed

      Please answer in writing`,
    replies: {
      zh: [{ action: 'compensated', summary: '复核后减免', reply: '我们对您的申诉重新复核，原处理依据不充分，现免除争议费用{money}元，书面答复已寄出。感谢您给我们纠正的机会。' }],
      en: [{ action: 'compensated', summary: 'reviewed and waived', reply: 'We have reviewed your case. The charge of {money} yuan is waived, and a letter is on its way.' }],
    },
  }),
];
