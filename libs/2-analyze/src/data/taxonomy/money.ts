import type { Leaf } from './leaf.js';

/** Fees, billing, packages and marketing. */
// prettier-ignore
export const MONEY_LEAVES: readonly Leaf[] = [
  {
    code: 'fees.charge.unknown', zh: '不明扣费', en: 'Unexplained charge',
    sure: '乱扣费|乱扣|偷扣|不明扣费|莫名扣费|莫名其妙扣|无故扣费|私自扣费|扣了我|扣我话费|自动扣费|话费不见|话费突然|话费莫名|unexplained charge|unknown charge|charged me for|unauthorised charge|unauthorized charge|unexpected charge|extra charge on my bill|mystery charge|charged without|don\'t recognise this charge|do not recognise',
    likely: '扣费|扣款|扣钱|扣了|charged|charge', hint: '莫名其妙|无缘无故|extra fee',
  },
  {
    code: 'fees.charge.double', zh: '重复或多收', en: 'Charged twice or too much',
    sure: '多扣费|多收费|重复扣费|重复收费|多扣了|多收了|扣了两次|扣两次|两次扣费|双重收费|charged twice|double charged|overcharged|duplicate charge|billed twice|charged too much|overbilled|double billing',
    likely: '乱收费|多扣|多收|overcharge', hint: '收费|收取',
  },
  {
    code: 'fees.charge.data', zh: '流量费用', en: 'Data charges',
    sure: '流量偷跑|流量扣费|流量费|流量超出|套外流量|超套餐流量|流量用得快|流量消耗|流量跑|流量不清零|流量清零|流量结转|data charge|data overage|data usage charge|used up my data|data ran out|rollover data|data usage|out of bundle',
    likely: '流量|gb流量|data allowance|data', hint: '偷跑|超出|gb',
  },
  {
    code: 'fees.charge.roaming', zh: '漫游费', en: 'Roaming charges',
    sure: '漫游费|漫游扣费|国际长途费|漫游费用|漫游收费|境外流量费|roaming charge|roaming fee|roaming bill|charged for roaming|roaming cost|roaming rate',
    likely: '长途费|international call charge', hint: '漫游|roaming',
  },
  {
    code: 'fees.charge.valueadded', zh: '增值业务扣费', en: 'Value-added services',
    sure: '增值业务|增值服务|彩铃|视频彩铃|来电显示费|会员费|订购了会员|代收费|sp业务|信息费|包月业务|premium rate|premium sms|third party charge|subscription i did not|ringback|premium text',
    likely: '会员|订购|包月|权益包|subscription', hint: '业务',
  },
  {
    code: 'fees.bill.query', zh: '账单与详单', en: 'Bills and statements',
    sure: '账单|话费账单|详单|话单|通话清单|通话记录|查账单|话费查询|查话费|月结单|itemised bill|itemized bill|bill is wrong|my bill|billing statement|bill explanation|bill higher|billing',
    likely: '话费|余额|账目|bill|statement|balance', hint: '明细|费用|invoice',
  },
  {
    code: 'fees.bill.invoice', zh: '发票', en: 'Invoices',
    sure: '电子发票|开发票|发票|增值税专用发票|vat invoice|tax invoice|get an invoice|invoice', likely: '开票|receipt',
  },
  {
    code: 'fees.pay.topup', zh: '充值缴费', en: 'Top-up and payment',
    sure: '充值未到账|充值没到账|话费充值|充话费|充值失败|缴费失败|充错号|充值|缴费|交话费|交费|top up|topped up|top-up|recharge|payment failed|payment not|pay my bill|direct debit|autopay|payment did not',
    likely: '到账|代扣|自动缴|支付失败|payment|pay', hint: '支付|微信支付|支付宝',
  },
  {
    code: 'fees.pay.refund', zh: '退费与余额', en: 'Refunds',
    sure: '退费|退款|退话费|退还话费|余额退|退余额|退预存|退钱|返还话费|不退|refund|money back|reimburse|get my money|credit back|refunded',
    likely: '退还|返还|补偿|赔偿|compensation|reimbursement', hint: '退',
  },
  {
    code: 'fees.pay.arrears', zh: '欠费停机', en: 'Arrears and suspension',
    sure: '欠费停机|欠费|停机|催缴|滞纳金|欠费催收|征信|复机|suspended for non payment|service suspended|arrears|overdue bill|late fee|cut off my service|debt collector|line suspended|disconnected for',
    likely: '被停|暂停服务|suspended|overdue', hint: '催收',
  },
  {
    code: 'fees.price.level', zh: '资费偏高', en: 'Prices too high',
    sure: '资费太贵|资费贵|资费高|套餐太贵|套餐贵|话费太贵|话费贵|流量太贵|流量贵|宽带太贵|降价|价格太高|收费太贵|收费太高|涨价|too expensive|price increase|price rise|price hike|prices are too high|raised the price|overpriced|expensive plan',
    likely: '资费|月租|太贵|提速降费|expensive|price|tariff|pricing', hint: '贵|收费|价格|cost',
  },
  {
    code: 'packages.change.blocked', zh: '套餐变更受限', en: 'Plan cannot be changed',
    sure: '套餐变更|变更套餐|更改套餐|换套餐|更换套餐|改套餐|套餐降档|降档|降级套餐|不让改套餐|不能改套餐|降套餐|低价套餐|change my plan|change plan|downgrade my plan|downgrade|switch plan|change tariff|upgrade my plan|cheaper plan|different plan|change my package',
    likely: '套餐|plan|package', hint: '变更|更改|switch|upgrade',
  },
  {
    code: 'packages.change.cancel', zh: '业务取消退订', en: 'Cancelling a service',
    sure: '退订|取消套餐|取消业务|取消不了|无法取消|退订不了|不能取消|取消流量包|取消宽带|cancel my plan|cancel my contract|cancel the service|cancel my subscription|cannot cancel|cancel my service|unsubscribe|want to cancel|terminate my contract|cancel subscription',
    likely: '取消|解除|cancel|terminate|cancellation', hint: '关闭业务|停用',
  },
  {
    code: 'packages.contract.term', zh: '合约与违约金', en: 'Contracts and early exit',
    sure: '违约金|合约期|协议期|在网时长|解约|合同到期|合约到期|early termination|exit fee|termination fee|contract ends|contract end date|locked into|minimum term|out of contract|renew my contract',
    likely: '合约|协议|合同|contract', hint: '到期|续约|renewal',
  },
  {
    code: 'packages.marketing.misled', zh: '误导营销', en: 'Mis-selling',
    sure: '虚假宣传|误导消费|误导|忽悠办理|骗我办|欺骗消费者|承诺不兑现|承诺的优惠|宣传不符|与宣传|不兑现|隐瞒|套路|免费送|misled|mis-sold|mis-selling|missold|false advertising|false promise|promised me|told me it was free|not as advertised|misleading',
    likely: '忽悠|欺骗|宣传|承诺|promised|advertised', hint: '骗|推荐办理|lied',
  },
  {
    code: 'packages.marketing.unasked', zh: '擅自开通', en: 'Activated without consent',
    sure: '私自开通|擅自开通|私自办理|擅自办理|未经同意开通|未经本人|没有经过我同意|默认开通|私自订购|擅自更改套餐|私自更改|自动开通|被开通|强制开通|莫名开通|without my consent|without my permission|never agreed|did not sign up|didn\'t sign up|never signed up|did not ask for|signed me up',
    likely: '私自|擅自|被办理|强制消费|捆绑销售|搭售|consent', hint: '同意|捆绑|强制',
  },
  {
    code: 'packages.offer.campaign', zh: '优惠与活动', en: 'Offers and campaigns',
    sure: '优惠活动|优惠套餐|老用户优惠|新老用户|新用户专享|老用户不|返费|返话费|话费返还|赠送流量|送话费|存费送|活动规则|抽奖|优惠券|special offer|promotion|discount|loyalty offer|new customers only|existing customers|promo code|cashback|voucher',
    likely: '优惠|赠送|活动|红包|套餐优惠|offer|promo|deal', hint: '礼品|奖品|free',
  },
  {
    code: 'packages.offer.points', zh: '积分权益', en: 'Points and benefits',
    sure: '积分兑换|积分|积分清零|积分商城|权益领取|权益|会员权益|loyalty points|reward points|redeem points|redeem|rewards', likely: '兑换|领取|points', hint: '等级|星级|benefit',
  },
  {
    code: 'packages.info.choose', zh: '套餐咨询', en: 'Choosing a plan',
    sure: '什么套餐|有哪些套餐|套餐介绍|套餐推荐|套餐内容|流量套餐|办理套餐|推荐套餐|套餐咨询|资费标准|5g套餐|4g套餐|校园套餐|家庭套餐|亲情套餐|which plan|what plans|family plan|student plan|data plan|plan includes|unlimited plan|best plan|unlimited data|5g plan|prepaid plan',
    likely: '套餐|流量包|不限量|plans|bundle|plan', hint: '办理|咨询',
  },
];
