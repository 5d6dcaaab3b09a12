/** Words of feeling with their strength: positive above 0, negative below; 1 is plain, 2 strong, 0.5 faint. */
// prettier-ignore
const GROUPS: readonly (readonly [number, string])[] = [
  [2, `非常满意 十分满意 太棒 太好了 完美 感激 点赞 赞一个 大赞 五星 优秀 一流 贴心 感动 惊喜 最棒 极好 无可挑剔 惊艳 强烈推荐 超赞 超好 很棒`],
  [1.4, `满意 好评 表扬 称赞 棒 喜欢 周到 热情 耐心 专业 靠谱 给力 推荐 出色 优质 敬业 高效 舒心 放心 真好 感谢 好吃 美味 好用 不错 良好
    挺好 很好 真心好 实惠 划算 便宜 值得 流畅 顺畅 清晰 及时 迅速 认真负责 有礼貌 和气 亲切 细心 温馨 方便快捷 省心 赞 准时 还会再来 好喝`],
  [0.8, `好 方便 便捷 快捷 认真 负责 细致 稳定 快 高兴 开心 愉快 谢谢 多谢 支持 进步 改善 提升 合理 礼貌 友好 新鲜 干净 香 提前 很快 比较快
    没问题 解决了 恢复了 可以 准确 舒适 宽敞 漂亮 省油 不贵 不慢 不差 丰富 分量足`],
  [-0.6, `慢 贵 差 少 难 乱 烦 卡 糟 坏 旧 吵 弱 久 迟 不便 不清楚 不明白 不知情 不合理 不方便 不稳定 不及时 不到位 不好 不行 不够 不准 一般般
    故障 疑问 缺陷 不足 隐患 噪音 噪声 油腻 太咸 太淡 太辣 凉了 冷了 偏低 偏高 受阻 拥堵 中断 延误 重复扣 没反应 没人管 没人接 没信号 没网 无信号 无法
    打不通 上不了 用不了 登不上 收不到 连不上 打不开 退不了 办不了 不能用 漏 堵 臭 硬 老旧`],
  [-1.2, `不满 不满意 失望 投诉 举报 抱怨 差评 太差 很差 较差 太慢 很慢 太贵 很贵 敷衍 推诿 推脱 推卸 拖延 拖拉 踢皮球 糊弄 误导 隐瞒 忽悠 套路 强制 强迫 乱收费
    多收费 多扣费 乱扣费 乱扣 偷扣 偷跑 捆绑 私自 擅自 违规 违法 违反 违约 侵权 扰民 不耐烦 不作为 不理睬 不负责任 不专业 不诚信 不公平 不给 拒绝 冷漠 傲慢 骚扰
    垃圾 恶心 难吃 难喝 难用 糟糕 郁闷 无奈 心寒 后悔 浪费时间 受不了 不敢 害怕 担心 担忧 损失 破坏 污染 危害 伤害 掉线 断网 卡顿 死机 闪退 崩溃 瘫痪 严重影响 不合格
    后果 纠纷 拖欠 坑 坑人 霸王条款 苦不堪言 怨声载道 再也不 不会再 难以忍受 不敢恭维 不推荐 不值 送错 少送 送晚 洒了 态度差 服务差`],
  [-2, `愤怒 气愤 生气 恼火 极差 极其不满 非常不满 太坏 恶劣 恶意 欺骗 欺诈 诈骗 骗子 骗人 骗钱 无耻 流氓 可恶 可恨 混蛋 王八蛋 强盗 抢钱 土匪 坑爹 坑害 最差 最烂 太烂
    烂 垃圾公司 滚 骂人 辱骂 黑心 忍无可忍 令人发指 丧尽天良 无法无天 人神共愤 草菅人命 气死 恶心人 吃出 头发丝 拉肚子 绝望`],
  [2, `excellent amazing awesome fantastic perfect wonderful brilliant outstanding superb flawless love best delighted thrilled incredible`],
  [1.2, `great good happy satisfied thank thanks appreciate helpful friendly polite nice like enjoy recommend impressed reliable
    smooth efficient professional courteous pleasant prompt fast cool fun grateful`],
  [0.7, `easy quick useful clear fine well improved convenient cheap affordable better solved resolved glad simple stable`],
  [-0.6, `slow expensive hard confusing difficult unclear missing delay delayed late issue problem wrong error fail unable cannot can't won't lost stuck old annoying weak lag
    pending declined expired unexpected sorry buggy bug glitch noisy unhelpful inconvenient busy incorrect lacks lacking disconnect`],
  [-1.2, `bad poor disappointed disappointing unhappy dissatisfied complaint complain frustrated frustrating annoyed upset unacceptable ridiculous
    useless broken crash crashes freeze freezes rude unfair misleading overcharged unreliable fails failing worse waste refuse refused ignored
    dropped interrupted outage unusable spam harass nonsense rubbish junk lousy suck sucks stolen uninstall unprofessional angry worried ripped`],
  [-2, `terrible horrible awful worst hate disgusting furious scam fraud appalling pathetic outrageous dreadful garbage disgrace cheated liar thief atrocious abysmal nightmare`],
];

/** Every word of feeling with its strength. */
export const SENTIMENT_WORDS: readonly (readonly [string, number])[] = GROUPS.flatMap(([strength, words]) =>
  words.split(/\s+/).map((word) => [word, strength] as const),
);

/** Phrases of several English words, and words of other strengths. */
// prettier-ignore
export const SENTIMENT_PHRASES: readonly (readonly [string, number])[] = [
  ['问题', -0.4], ['好几', 0], ['好多', 0], ['好像', 0], ['好久', -0.4], ['好长', 0], ['好的', 0.3], ['最好', 0], ['只好', 0], ['网速慢', -0.8], ['速度慢', -0.8], ['fed up', -1.5], ['rip off', -2], ['no signal', -0.8], ['not working', -1], ["doesn't work", -1], ["don't work", -1],
  ['waste of time', -1.5], ['waste of money', -1.5], ['no use', -1], ['well done', 1.5], ['good job', 1.5], ['five stars', 2],
  ['no problem', 0.6], ['no problems', 0.6], ['no issues', 0.8], ['keep up the good work', 1.5], ['hang up on', -1], ['never again', -1.5],
  ['very pleased', 1.4], ['so pleased', 1.4], ['am pleased', 1.4], ['pleased with', 1.2], ['works great', 1.2],
  ['works well', 1], ['works fine', 0.8], ['work well', 0.8], ['been down', -0.8], ['is down', -0.8], ['would like', 0], ['looks like', 0], ['feel like', 0], ['something like', 0], ['as well', 0], ['too good to be true', -1],
  ['for good', 0], ['best regards', 0], ['kind of', 0], ['kind regards', 0], ['a good day', 0.2], ['two stars', -1], ['one star', -2],
];

const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Words that turn the next word of feeling round. */
export const NEGATIONS = list(`
不 没 没有 无 非 未 别 不太 不是 不会 不够 不怎么 并不 并非 毫无 从不 从未 从没 没什么 算不上 谈不上 称不上 未能 难以 不能 不要 不很 毫不 绝不
not no never without hardly barely isn't wasn't aren't weren't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't hasn't
haven't hadn't ain't nothing neither nor isnt dont doesnt didnt wont cant nobody none lack
`);

/** Words that strengthen or weaken the next word of feeling, with their factor. */
// prettier-ignore
export const DEGREES: ReadonlyMap<string, number> = new Map(
  (
    [
      [1.6, '非常 极其 极 极度 超 超级 特别 十分 太 最 极为 异常 相当 格外 万分 巨 贼 老 very extremely really so absolutely totally completely incredibly super too highly most'],
      [1.3, '很 挺 好 更 更加 真 真的 实在 确实 越来越 比较 颇 严重 多么 more quite pretty much truly such'],
      [0.6, '有点 有点儿 有些 稍 稍微 略 略微 还 还算 一般 slightly somewhat fairly little bit rather'],
    ] as const
  ).flatMap(([factor, words]) => words.split(' ').map((word) => [word, factor] as const)),
);

/** What follows counts more than what came before: "the staff were kind, but …". */
export const TURNS = list('但 但是 可是 不过 然而 却 只是 but however yet although though unfortunately');
