import { topic } from '../topic.js';

/** Charges, bills, packages, contracts, changing to another operator. */
// prettier-ignore
export const MONEY = [
  topic({
    key: 'autorenew', kind: 'complaint', weight: 250, course: 'monthly', product: '套餐', helped: 0.72,
    zh: `
      套餐到期自动续费
      优惠到期自动续订没通知
      自动续费要求退钱

      套餐到期[没有任何通知|没通知|也不提醒]就自动续费，[又|白白|]自动扣费{money}元
      {plan}[到期|优惠到期]自动续费，[没人通知我，|短信都没有，|]自动扣费{money}元
      流量包到期自动续费，[短信提醒都没有|谁同意了]，自动扣费{money}元
      [套餐|合约|优惠]到期自动续费，自动扣费[扣了{n}个月|扣了{money}元|从{low}变{high}]我才发现
      当初说到期自动取消，结果套餐到期自动续费，[乱扣费|自动扣费]{money}元
      免费体验到期自动续费，自动扣费{money}元

      问客服说是默认续订，谁同意了
      查了账单才知道
      我妈不会看短信，被扣了半年
      办理的时候业务员一个字没提
      要取消还得去营业厅，线上开通倒是一秒钟
      {times}个号都被这样扣了

      要求取消自动续费并退还费用
      凭什么默认续费
      以后到期前必须短信提醒
      退钱
      希望把自动续费改成主动确认`,
    en: `
      Plan renewed automatically
      Automatic renewal without notice

      My plan [expired and was renewed automatically|was renewed automatically without notice], I was charged {money} yuan
      Automatic renewal of [{planEn}|my plan|the data add-on] without notice, I was charged {money} yuan
      I was charged for an automatic renewal [I never agreed to|nobody told me about|after the discount ended], {money} yuan

      I never agreed to this
      I only noticed it on my bill
      It takes one second to subscribe online but I must visit a store to cancel

      Please cancel the renewal and refund me
      You should send a message before a plan expires
      I want my money back`,
    replies: {
      zh: [
        { action: 'compensated', summary: '未发到期提醒，退还续订费用', reply: '经核实，系统在优惠到期前未成功发送提醒短信，责任在我们。自动续费已为您关闭，续费后的{money}元已退回话费账户，今后续订需您回复确认。' },
        { action: 'fixed', summary: '关闭自动续订，改为到期确认', reply: '已按您的要求关闭自动续费，本月起恢复到期前的资费。我们同时调整了规则：到期前7天和1天各提醒一次。' },
        { action: 'answered', summary: '协议约定自动续约，告知取消方式', reply: '您办理时签署的协议第{n}条约定到期顺延，费用属实。现已为您登记到期不续，您也可随时在App“我的套餐”里一键关闭。' },
      ],
      en: [
        { action: 'compensated', summary: 'no reminder was sent, refunded', reply: 'The reminder was not sent before your plan ended; that is our mistake. The renewal is off, and {money} yuan have been credited to your account.' },
        { action: 'fixed', summary: 'renewal switched off', reply: 'The automatic renewal has been switched off. From now on you get a message seven days and one day before a plan ends.' },
      ],
    },
  }),
  topic({
    key: 'vas', kind: 'complaint', weight: 120, product: '增值业务', helped: 0.78,
    zh: `
      莫名其妙被扣费
      乱开增值业务

      账单里多了一个{member}，每月扣{money}元，我从来没订购过
      莫名其妙给我开了视频彩铃，扣了{n}个月
      没经过我同意就私自开通{member}业务，乱扣费
      老人手机被开了三个增值业务，每月多扣{money}块
      点了个弹窗就给订购了{member}，连验证码都没有

      查了才知道从{month}月就开始扣
      打客服说是我自己订的，拿证据出来
      退订了又被开通，反复{times}次
      这是第几次了

      全部退订并退费
      请提供订购记录
      要求双倍赔偿
      关闭所有第三方代收费`,
    en: `
      Unknown charge on my bill

      I am charged {money} yuan every month for a {memberEn} I never ordered
      A premium service was activated without my consent
      My father was signed up for three subscriptions he did not ask for

      It has been going on since {monthName}
      I cancelled and it came back

      Please cancel it and refund me
      Show me the record of the order`,
    replies: {
      zh: [
        { action: 'compensated', summary: '无有效订购凭证，退费并退订', reply: '经查，{member}的订购缺少二次确认记录。我们已退订，退还全部已扣费用共{money}元，并为您开启增值业务“免打扰开关”。' },
        { action: 'answered', summary: '订购记录完整，已退订', reply: '该业务由您的手机在{date}通过App订购，已发送确认短信。现已退订，次月不再收取。订购记录可在App“已订业务”查看。' },
      ],
      en: [{ action: 'compensated', summary: 'no proof of order, refunded', reply: 'There is no valid proof of the order. The service is cancelled, {money} yuan are refunded, and purchases by third parties are now blocked for your number.' }],
    },
  }),
  topic({
    key: 'bill', kind: 'enquiry', weight: 110, course: 'monthly', product: '账单', helped: 0.84,
    zh: `
      账单看不懂
      这个月话费怎么这么多

      这个月话费比上个月多了{money}块，请问是怎么回事
      账单看不懂，套外费用{money}元是什么
      想问一下{month}月的账单为什么出来这么晚
      请问怎么查去年的通话详单
      套餐{low}元，实际扣了{high}元，麻烦解释一下

      我用的是{plan}
      用量跟以前差不多
      App里只写了“其他费用”

      请帮忙查一下明细
      麻烦发个详细账单给我
      谢谢`,
    en: `
      Question about my bill

      My bill is {money} yuan higher than last month, could you tell me why?
      What is the extra fee of {money} yuan on my bill?
      How can I get an itemised bill for {monthName}?

      I am on the {planEn} plan
      My usage has not changed

      Please send me the details
      Thank you`,
    replies: {
      zh: [
        { action: 'answered', summary: '套外流量构成解释', reply: '您{month}月多出的部分为套外流量费，集中在{date}前后。详细账单已发送到您的App消息中心。若您经常用超，{plan}会更合适，是否更换由您决定。' },
        { action: 'answered', summary: '首月按天计费解释', reply: '您本月变更过套餐，旧套餐按天计费与新套餐月费同时出现在账单里，下月起恢复{low}元。' },
      ],
      en: [{ action: 'answered', summary: 'data outside the plan', reply: 'What comes on top is for data outside your plan, mostly around {date}. The itemised bill is in the message centre of the app.' }],
    },
  }),
  topic({
    key: 'refund', kind: 'complaint', weight: 55, product: '账户', helped: 0.74,
    zh: `
      销户余额不退
      退费一直没到账

      销户的时候卡里还有{bigmoney}元余额，说15天退，现在{days}天了没到账
      答应退的{money}元一直没到账
      宽带押金{money}元不给退，说收据找不到就不退
      预存的话费不让退，只能用

      营业厅推客服，客服推营业厅
      问了{times}次都说在走流程
      当时是{shop}办的

      请尽快退款
      给个具体到账时间
      再拖我就去申诉`,
    en: `
      Refund not received

      I closed my account {days} days ago and the balance of {bigmoney} yuan has not been refunded
      The refund of {money} yuan that I was promised has not arrived

      The shop sends me to the hotline and the hotline to the shop

      Please refund my money
      When will it arrive?`,
    replies: {
      zh: [
        { action: 'fixed', summary: '退款卡在银行账户名校验，已重发', reply: '退款因账户名校验未通过被退回，现已按您提供的卡号重新发起，预计2个工作日到账，金额{bigmoney}元。让您多次往返，非常抱歉。' },
        { action: 'fixed', summary: '押金系统有记录，无需收据', reply: '系统中有您的押金记录，无需收据。{money}元已于{yesterday}退回您的支付账户。' },
      ],
      en: [{ action: 'fixed', summary: 'refund sent again', reply: 'The bank had returned the transfer because of a spelling of your name. It was sent again {yesterday} and takes two working days.' }],
    },
  }),
  topic({
    key: 'topup', kind: 'fault', weight: 50, product: '充值', helped: 0.9,
    zh: `
      充值没到账

      充值{money}元没到账，支付已经扣款了
      给家人充话费充错号了，能追回吗
      缴费成功了但是还是停机

      订单号可以提供
      {n}个小时了

      请尽快到账
      麻烦帮忙处理`,
    en: `
      Top-up missing

      I topped up {money} yuan and it did not arrive although the payment went through
      I paid my bill but my line is still suspended

      It was {n} hours ago

      Please check`,
    replies: {
      zh: [{ action: 'fixed', summary: '补单到账', reply: '支付平台回执延迟，{money}元已补充到账，号码已恢复使用，请您查收。' }],
      en: [{ action: 'fixed', summary: 'booked by hand', reply: 'The confirmation of the payment service was late. {money} yuan are on your account now.' }],
    },
  }),
  topic({
    key: 'invoice', kind: 'enquiry', weight: 45, product: '发票', helped: 0.92,
    zh: `
      电子发票怎么开

      请问电子发票怎么开，App里找不到入口
      开的发票抬头错了能不能重开
      想咨询下预存话费能不能开发票
      专票要去营业厅开吗

      公司报销要用
      月底之前要

      谢谢
      麻烦告诉我步骤`,
    en: `
      How to get an invoice

      How do I get an invoice for my payments?
      Can the invoice be issued again with another company name?

      I need it for my employer

      Thanks`,
    replies: {
      zh: [{ action: 'answered', summary: '告知开票路径', reply: '您可以在App首页搜索“发票”，选择月份后填写抬头即可，电子发票即时发送到邮箱。抬头有误可在当月内作废重开一次。' }],
      en: [{ action: 'answered', summary: 'explained', reply: 'Search for "invoice" in the app, choose the month and enter the company name; it arrives by e-mail at once. It can be reissued once within the month.' }],
    },
  }),
  topic({
    key: 'loyal', kind: 'suggestion', weight: 130, product: '套餐', helped: 0.6, phase: 'pre-sale',
    channels: { app: 30, board: 20, hotline: 24, social: 14, web: 8, email: 4 },
    zh: `
      老用户不能办新套餐
      希望老用户也有优惠

      用了{year}年的老用户，凭什么优惠套餐只给新用户
      建议老用户也能办{plan}，不要只照顾新用户
      新用户{low}元的套餐老用户不能办，寒心
      在网{year}年，想换个便宜点的套餐说我不符合条件
      建议按在网年限给老用户打折

      注销重开都比留着划算
      家里{n}个号都是你们的
      积分也没什么可换的

      希望一视同仁
      请考虑一下老用户的感受
      建议尽快推出
      不行我就换网`,
    en: `
      Offers for existing customers

      I have been a customer for {year} years and the cheap plans are for new customers only
      Please let existing customers switch to {planEn} as well
      You should reward loyal customers with a discount

      It would be cheaper to cancel and sign up again
      There are {n} lines in my family

      Please think about those who stay`,
    replies: {
      zh: [
        { action: 'planned', summary: '老用户专区排期', reply: '谢谢您{year}年的信任。您的建议已纳入产品评审：老用户专区计划下个季度上线，在网满3年可办理同档优惠。上线时我们会第一时间告诉您。' },
        { action: 'declined', summary: '新入网活动有期限，暂不开放', reply: '该活动为新入网限时优惠，目前暂不向在网用户开放。我们为您申请了{n}个月的{gb}GB定向流量，以表谢意。' },
      ],
      en: [{ action: 'planned', summary: 'loyalty area planned', reply: 'Thank you for {year} years with us. Plans for existing customers are coming next quarter; with three years or more you will get the same price. We will let you know.' }],
    },
  }),
  topic({
    key: 'downgrade', kind: 'complaint', weight: 95, product: '套餐', helped: 0.73,
    zh: `
      套餐不让降档
      换套餐太难

      想把{plan}降到{low}元的套餐，客服各种理由不让降档
      套餐降档必须去营业厅，升档手机上点一下就行
      要求更改套餐，说有合约，可我根本不知道什么时候签的
      降套餐打了{times}次电话，每次都说系统升级办不了

      流量根本用不完
      退休了用不了这么贵的
      {shop}排了一上午队，说要去原来的厅办

      请马上给我办理降档
      要求线上也能改套餐
      给个合理的解释`,
    en: `
      Cannot downgrade my plan

      I want to downgrade from {planEn} to the {low} yuan plan and keep being refused
      Upgrading takes one click, but to downgrade my plan I must go to the store
      I was told I am in a contract I never signed

      I do not use half of my data
      I called {times} times

      Please change my plan
      Let us change plans online`,
    replies: {
      zh: [
        { action: 'fixed', summary: '次月生效，已办理降档', reply: '已为您办理套餐变更，次月1日起为{low}元档。线上降档入口已在App灰度开放，感谢您推动我们改进。' },
        { action: 'answered', summary: '合约未到期，告知到期日', reply: '您名下有一份{month}月签订的终端合约，到期日为次年同月，提前变更需承担违约金。合约副本已发到您的邮箱，到期前我们会提醒您。' },
      ],
      en: [{ action: 'fixed', summary: 'downgraded from next month', reply: 'Your plan changes to {low} yuan from the first of next month. Changing down online is being rolled out in the app.' }],
    },
  }),
  topic({
    key: 'dataleft', kind: 'suggestion', weight: 60, product: '流量', helped: 0.62,
    channels: { app: 40, board: 22, social: 16, web: 12, hotline: 10 },
    zh: `
      建议流量不清零

      建议当月没用完的流量可以多结转几个月
      每个月剩{gb}G流量月底就清零，太浪费了
      希望流量可以转赠给家人
      建议增加流量银行，用不完的存起来

      月底总是剩一大堆
      钱都交了凭什么清零

      希望采纳
      期待`,
    en: `
      Let us keep unused data

      I lose {gb} GB of unused data every month, please let it roll over for longer
      It would be great if I could share my data with my family

      I paid for it after all

      Please consider it`,
    replies: {
      zh: [{ action: 'planned', summary: '流量转赠已立项', reply: '感谢您的建议。家庭内流量转赠已经立项，预计{weeks}周后在App试用；结转期限的延长还在测算，有结果会再告诉您。' }],
      en: [{ action: 'planned', summary: 'sharing data in development', reply: 'Thank you. Sharing data within a family is in development and will be on trial in the app in about {weeks} weeks.' }],
    },
  }),
  topic({
    key: 'portout', kind: 'complaint', weight: 180, product: '携号转网', helped: 0.64,
    channels: { hotline: 52, shop: 16, app: 14, web: 8, social: 8, email: 2 },
    zh: `
      携号转网被拒
      不让携号转网
      携转资格查询不通过

      [申请|想办|办理]携号转网被拒[绝|]，[说我有合约没到期|说不符合携转条件|理由是合约|说还有协议]
      不让携号转网，[{shop}|营业厅|客服][让先交{bigmoney}元|说还有合约|一直推|说办不了]，就是不让转网
      携号转网[跑了{times}趟营业厅|打了{times}次客服]都[不给办|没办成|被拒]，不让转网
      查询携号转网资格[一直不通过|提示不符合条件|被拒]，说[有合约|有协议|在网不满]，不让转网
      携号转网[等了{days}天|{days}天了]，携转码[都没收到|一直不发]，就是不让转网

      合约是被电话推销加上的，我没签字
      靓号协议写着在网{year}年，当初根本没说
      每次去都多一个新理由
      套餐早就到期了

      请马上解除限制
      按规定就该让转
      再不办我就向主管部门申诉
      要求书面说明为什么不能转`,
    en: `
      Porting refused
      Cannot keep my number

      My request to port my number was refused because of a contract I did not sign
      I want to port out and the store keeps finding new reasons to refuse number transfer
      I have been waiting {days} days for the porting code

      I went to the shop {times} times
      They ask me to pay {money} yuan first

      Please lift the restriction
      Tell me in writing why I cannot port my number`,
    replies: {
      zh: [
        { action: 'fixed', summary: '合约为口头办理无签字，解除限制', reply: '经核查，限制携转的合约缺少您的签字确认，现已解除，您可以发送短信重新查询资格并获取授权码。我们对营业厅人员的解释不到位表示歉意。' },
        { action: 'answered', summary: '合约未到期，告知两种办理方式', reply: '您名下有一份终端合约，到{month}月到期。您可以等到期后携转，或结清剩余{money}元后立即办理，宽带和副卡可分开处理，不影响携转。' },
        { action: 'declined', summary: '靓号协议未满', reply: '该号码入网时签署了靓号协议，最低在网年限尚未满，暂不满足携转条件。协议副本已寄送，恳请理解。' },
      ],
      en: [
        { action: 'fixed', summary: 'contract without signature, restriction lifted', reply: 'The contract that blocked the transfer was never signed by you, so the restriction has been lifted. You can ask for a new porting code now.' },
        { action: 'answered', summary: 'contract runs on', reply: 'A device contract runs until {monthName}. You can wait until then, or settle the remaining {money} yuan and port your number at once.' },
      ],
    },
  }),
];
