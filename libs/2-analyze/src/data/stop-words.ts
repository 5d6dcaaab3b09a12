const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Everyday English words: enough of them in a text and it is English. */
export const ENGLISH_COMMON = list(`
a about after all also am an and any are as at back be been before but by can cannot could day did do does don don't down for
from get give go good got had has have he hello help her hi his how i i'm i've if in into is isn it it's its just know let like
made make many me more much my need new no not now of off on one only or other our out over own please put really say see she
should show so some still take tell than thank thanks that the their them then there these they thing this those through time
to too two under up us use using very want was way we well were what when where which while who whose why will with without
won would yes yet you your keep keeps getting being because every each again never always today since until
`);

/** English words that say nothing about the matter itself; compared before stemming. */
export const ENGLISH_STOP = list(`
a about above after again against ain all also am an and another any anybody anyone anything are aren around as at away back be
became because been before being below between both but by came can cannot come could couldn did didn do does doesn doing don
done down during each either else even ever every everyone everything few first for from further gave get gets getting give given
gives go goes going gone got had hadn has hasn have haven having he hello her here hers herself hey hi him himself his how however
i if in into is isn it its itself just keep keeps kindly know last least let like likely ll look looking lot made make makes making
many may maybe me might mine more most much must my myself need needs needed neither no nor not nothing now of off often oh ok okay on
once one only onto or other others our ours out over own per perhaps please put quite rather re really regarding s said same say
says see seem seems several shall she should shouldn show since so some somebody someone something sometimes soon still such sure
t take taken takes taking tell than thank thanks that the their theirs them themselves then there these they thing things think
this those though through thus time to today too toward tried try trying two under until up upon us use used uses using usually ve
very via want wanted wants was wasn way we well went were weren what whatever when where whether which while who whoever whole whom
whose why will wish with within without won would wouldn yes yet you your yours yourself sir madam dear team hope
people guys thank regards
`);

/** Chinese function words, forms of address and the polite shell of a message; simplified. */
export const CHINESE_STOP = list(`
的 了 和 是 在 我 有 就 不 人 都 一 一个 上 也 很 到 说 要 去 你 会 着 没有 看 好 自己 这 那 他 她 它 我们 你们 他们 咱们 大家 本人
与 及 或 而 但 但是 如果 因为 所以 因此 而且 并且 并 还 还是 还有 又 再 才 只 只是 只有 只能 已 已经 曾 正在 将 把 被 让 使 给 对 对于
关于 由 由于 从 向 往 以 以及 为 为了 为什么 为何 怎么 怎样 怎么样 如何 什么 哪 哪里 哪些 哪个 谁 多少 几 吗 呢 吧 啊 呀 哦 嗯 啦 嘛
吧 之 其 其中 其他 该 此 这个 那个 这些 那些 这样 那样 这里 那里 这么 那么 这种 那种 此类 等 等等 个 们 些 每 每个 每次 每天 各 某 某些
可以 可 能 能够 应该 应 需要 需 必须 得 地 过 来 起来 出来 下来 进行 予以 目前 现在 今天 昨天 明天 当时 之后 之前 以后 以前 后 前 时
时候 时间 里 中 下 内 外 间 年 月 日 号 天 点 分 次 元 块 左右 一直 一下 一些 一样 一定 一点 有点 有些 有的 许多 很多 非常 特别 十分
比较 更 最 太 越来越 真的 真是 实在 确实 根本 完全 居然 竟然 突然 到底 究竟 至今 仍 仍然 依然 依旧 不是 不会 不能 不要 不知 不知道
无法 没 别 请 请问 您 您好 你好 谢谢 感谢 麻烦 辛苦 尊敬 领导 希望 盼望 盼 望 恳请 请求 敬请 建议 投诉 反映 反应 咨询 举报 求助 申诉
反馈 问题 情况 有关 相关 关部门 部门 有关部门 相关部门 单位 工作人员 工作 解决 处理 答复 回复 回答 帮忙 帮助 落实 核实 调查 了解
是否 能否 可否 是不是 有没有 能不能 可不可以 觉得 认为 知道 感觉 发现 造成 导致 影响 严重 存在 出现 发生 多次 经常 反复 长期 至于
然后 于是 接着 结果 最后 首先 其次 另外 此外 同时 以上 以下 之间 一起 一边 本 我家 家 们 用户 客户 顾客 消费者 市民 居民 群众 百姓
老百姓 尽快 尽早 早日 赶快 赶紧 抓紧 马上 立即 立刻 不了 不到 没人 没用 来不及 快来 业主 朋友 先生 女士 同志 书记 市长 局长 政府 a b c d e f
`);
