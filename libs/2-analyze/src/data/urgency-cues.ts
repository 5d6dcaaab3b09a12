/** Why something is urgent. */
export const URGENCY_REASONS = [
  'danger',
  'outage',
  'vulnerable',
  'regulator',
  'media',
  'legal',
  'deadline',
  'repeated',
] as const;
export type UrgencyReason = (typeof URGENCY_REASONS)[number];

/** Cue words with the level that one alone gives: 3 now, 2 today, 1 before others. */
// prettier-ignore
const GROUPS: readonly (readonly [UrgencyReason, 1 | 2 | 3, string])[] = [
  ['danger', 3, '着火|起火|火灾|冒烟|爆炸|触电|漏电|电线裸露|漏燃气|煤气泄漏|燃气泄漏|砸到人|命案|生命危险|急救|自杀|轻生|不想活|跳楼|割腕|被绑架|被困|家暴|食物中毒|120急救|on fire|caught fire|smoke coming|explosion|exploded|electric shock|electrocuted|bare wire|live wire|bleeding|life threatening|danger to life|suicide|kill myself|trapped|gas leak|ambulance|emergency call'],
  ['danger', 2, '砸伤|伤人|受伤|死亡|生命安全|抢救|人命|危及生命|倒塌|坍塌|injured|injury|collapsed|电线掉落|线缆掉落|线杆倾斜|电杆倒|断线垂落|有危险|人身安全|打不了110|打不了120|无法报警|dangerous|safety hazard|fallen pole|fallen cable|hazard|unsafe'],
  ['danger', 1, '安全隐患|重大隐患|消防隐患|隐患'],
  ['outage', 2, '大面积|大范围|全小区|整个小区|整栋楼|整栋|全村|全镇|全网中断|集体断网|基站故障|光缆断|全部断网|都没信号|都没有信号|都上不了网|所有人都|全部瘫痪|outage|whole building|whole village|entire area|whole street|everyone in|all my neighbours|all my neighbors|nationwide|widespread'],
  ['outage', 1, '完全没信号|断网好几天|断网三天|断网多天|停机|无法拨打|completely down|totally down|no service at all'],
  ['vulnerable', 2, '残疾|残疾人|独居老人|孤寡老人|空巢老人|重病|病危|癌症|透析|植物人|孕妇|视障|盲人|听障|聋哑|留守儿童|未成年|低保户|呼救器|报警器|disabled|disability|wheelchair|pregnant|dialysis|oxygen machine|medical alarm|blind|deaf|cancer|terminally ill|child alone'],
  ['vulnerable', 1, '老人|老年人|小孩|孩子|幼儿|婴儿|病人|老母亲|老父亲|elderly|my grandmother|my grandfather|baby|newborn|hospital'],
  ['regulator', 2, '工信部|工业和信息化部|通管局|通信管理局|消协|消费者协会|12315|12300|12345|信访|纪委|市场监管|监管部门|市长热线|申诉|ombudsman|regulator|ofcom|fcc|trading standards|consumer protection|consumer rights|miit'],
  ['media', 2, '记者|媒体|电视台|曝光|上热搜|发抖音|发微博|焦点访谈|小红书|315晚会|journalist|newspaper|the press|go public|on television|social media|go viral'],
  ['legal', 2, '律师|律师函|起诉|诉讼|仲裁|法律途径|刑事|lawyer|attorney|sue you|lawsuit|legal action|in court|small claims'],
  ['legal', 1, '公安|派出所|法院|报警|police'],
  ['deadline', 1, '尽快|马上|立即|立刻|火速|加急|紧急|急需|着急|十万火急|限期|截止|最后期限|今天必须|明天之前|24小时内|三天内|刻不容缓|迫在眉睫|越快越好|urgent|urgently|asap|as soon as possible|immediately|right away|straight away|by tomorrow|by tonight|deadline|within 24 hours'],
  ['repeated', 1, '多次投诉|多次反映|反复投诉|再次投诉|第二次投诉|第三次|又一次|多次拨打|打了好几次|打了无数次|投诉无果|多次协商|至今未解决|一直没解决|一直没有解决|一直不解决|催单|催促|几个月了|半年了|third time|second time|many times|several times|called again|again and again|still not resolved|still not fixed|for weeks|for months|no response|no reply'],
];

/** Every cue for urgency with its reason and level. */
export const URGENCY_CUES: readonly (readonly [string, { reason: UrgencyReason; level: 1 | 2 | 3 }])[] = GROUPS.flatMap(
  ([reason, level, words]) => words.split('|').map((word) => [word, { reason, level }] as const),
);
