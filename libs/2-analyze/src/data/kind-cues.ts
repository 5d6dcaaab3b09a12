import type { Kind } from '@huiyin/loop';

/** Cue words for the kind of an item, with their weight: 3 says it outright, 2 is typical, 1 hints. */
// prettier-ignore
const GROUPS: readonly (readonly [Kind, number, string])[] = [
  ['suggestion', 3, '建议|提个建议|一点建议|合理化建议|提议|倡议|意见和建议|suggest|suggestion|feature request|i propose|i recommend that'],
  ['suggestion', 2, '希望能|希望可以|希望增加|希望贵|能不能增加|可否增加|最好能|应该增加|应当增加|应该改进|应该优化|推出|增设|加设|能否考虑|可以考虑|期待|改进意见|完善一下|优化一下|it would be nice|it would be great|would be better|please add|could you add|should add|you should|wish you|wish there|wish it|add an option|add a|would love to see|needs to have|needs a|please allow|please let|bring it back|only wish|if only|could use|it needs|would be cool|would be awesome|please make|please bring|please include|bring back'],
  ['suggestion', 1, '希望|降一点|降低|增加|优化|改进|完善|升级|不如|improve|improvement|consider|option|feature|wish|would like to see|should be able'],
  ['complaint', 3, '投诉|举报|控诉|讨个说法|讨说法|给个说法|强烈不满|非常不满|要求赔偿|要求退款|要求退费|要求道歉|维权|乱收费|乱扣费|complaint|complain|i demand|unacceptable|compensation'],
  ['complaint', 2, '不满|太差|恶劣|敷衍|推诿|欺骗|误导|忽悠|私自|擅自|强制|强行|霸王条款|骗|违规|多扣|多收|偷跑|没经过我同意|未经同意|未经本人|凭什么|不让|打不进|不作为|扰民|没人管|不合理|太贵|态度差|骚扰|拒绝退|不给退|踢皮球|坑人|坑|到现在都没|至今未|迟迟不|迟迟未|为什么不给|overcharged|charged twice|charged me|rip off|scam|terrible|horrible|awful|worst|rude|disappointed|disgusting|ridiculous|misled|refuse|unhappy|fed up|frustrated|still waiting|not happy|nobody called|no one called|never again|dispute'],
  ['complaint', 1, '严重|违法|不公|糟糕|失望|气愤|损失|影响|噪音|垃圾|差|bad|poor|waste|annoying|useless|hate|without my consent|unfair'],
  ['enquiry', 3, '咨询|请问|想问|想咨询|我想了解|想了解|问一下|问下|询问|请教|打听|how do i|how can i|how to|could you tell|can you tell|i would like to know|i want to know|i wonder|wondering|what is the|what are the|where can i|where do i|when will|is it possible|do you have|enquiry|inquiry'],
  ['enquiry', 2, '能不能|可不可以|如何|怎么办理|怎样|多少钱|什么时候|是否|能否|可否|有没有|是不是|哪里|怎么办|怎么查|怎么取消|怎么开通|为什么|为何|吗|呢|can i|do i|does it|is there|are there|am i|may i|will i|should i|is it|tell me|explain'],
  ['enquiry', 1, '多少|什么|怎么|几|哪|查询|政策|了解|whether|help me|information|details|what|how|why|when|where|which|who'],
  ['fault', 3, '报障|报修|障碍申告|故障|断网|没信号|没有信号|无信号|无服务|上不了网|不能上网|无法上网|没网|没有网络|连不上|连接不上|红灯|打不通电话|打不出|接不到电话|收不到短信|收不到验证码|掉线|光猫坏|死机|闪退|崩溃|打不开|黑屏|瘫痪|停电了|outage|no signal|no service|no internet|not working|stopped working|does not work|doesn\'t work|is down|keeps dropping|been down|keep crashing|keeps crashing|crash|no dial tone|los light|cannot connect|can\'t connect|won\'t load|won\'t open|freeze|bug|glitch'],
  ['fault', 2, '坏了|坏|着火|冒烟|网络中断|信号中断|无法使用|不能使用|用不了|没反应|报错|卡顿|杂音|听不清|掉话|网速慢|网速太慢|丢包|登录不上|登不上|登录不了|连不了|加载不出|不显示|修一下|维修|抢修|漏水|停水|塌陷|破损|broken|error|dropped call|slow internet|disconnect|won\'t work|stuck|fails|repair|lag'],
  ['fault', 1, '信号差|信号不好|信号弱|卡|断|慢|slow|issue|problem|fix'],
  ['praise', 3, '表扬|点赞|好评|非常满意|十分满意|锦旗|感谢信|衷心感谢|万分感谢|非常感谢|特别感谢|great service|well done|excellent|amazing|awesome|i love|great job|good job|thank you so much|very satisfied|very happy with|compliment|perfect|fantastic'],
  ['praise', 2, '热情周到|服务态度好|态度很好|服务很好|耐心解答|认真负责|很满意|很棒|太棒了|给力|辛苦了|为你们点|good service|love it|love this|helpful|friendly|best|works great|works well|easy to use|impressed|thanks to'],
  ['praise', 1, '满意|感谢|不错|赞|好用|喜欢|great|good|nice|love|like|happy|cool'],
  ['appeal', 6, '我要申诉|提起申诉|提出申诉|申请申诉|进行申诉|正式申诉|申诉书|向工信部申诉|工信部申诉|向通管局申诉|file an appeal|formal appeal|appeal to the regulator'],
];

/** Every cue for a kind with its weight. */
export const KIND_CUES: readonly (readonly [string, { kind: Kind; weight: number }])[] = GROUPS.flatMap(
  ([kind, weight, words]) => words.split('|').map((word) => [word, { kind, weight }] as const),
);
