const words = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

/** Words of the trade that a general dictionary cuts in pieces or does not know; added to the segmenter's own. */
export const TELECOM_WORDS = words(`
宽带 光猫 光纤 路由器 机顶盒 基站 信号塔 信号 网速 断网 掉线 弱网 卡顿 上网卡 流量包 流量卡 手机卡 电话卡 副卡 主卡 亲情卡 物联卡 校园卡
大王卡 靓号 选号 补卡 换卡 销户 销号 开户 过户 停机 复机 保号 携号转网 携转 转网 合约机 合约期 违约金 套餐 资费 月租 低消 最低消费
话费 欠费 缴费 充值 扣费 乱扣费 多扣费 代扣 账单 详单 话单 发票 电子发票 积分 兑换 红包 优惠券 权益 会员 增值业务 增值服务 视频彩铃 彩铃
来电显示 呼叫转移 呼叫限制 国际漫游 漫游 长途 国内长途 短信 彩信 验证码 骚扰电话 诈骗电话 垃圾短信 推销电话 营销电话 外呼 实名制 实名认证 人脸识别
营业厅 营业员 客服 人工客服 智能客服 客户经理 装维 装机 移机 拆机 报装 安装师傅 维修师傅 上门 工单 热线 客服热线 掌厅 网厅 手厅 自助机
小程序 公众号 沃家 和家亲 天翼 全球通 动感地带 神州行 电信 移动 联通 广电 铁通 中国移动 中国电信 中国联通 中国广电 工信部 通管局 通信管理局
消协 三网 双卡 双卡双待 全网通 串号 定制机 固话 座机 小灵通 专线 云盘 视频会议 智慧家庭 安防 监控 千兆 百兆 兆宽带 提速 降速 限速 达量限速
不限量 定向流量 通用流量 共享流量 流量结转 套外流量 热点 蓝牙 无线网 无线网络 室内分布 室分 盲区 信号盲区 弱覆盖 覆盖 电磁辐射 停电 抢修
割接 光缆 线杆 电线杆 弱电箱 弱电井 分光器 丢包 延迟 时延 抖动 杂音 串线 单通 通话质量 高清通话 掉话 接通率 来电 被叫 主叫 空号 停机保号
预存款 预存 返还 返费 合约 捆绑 搭售 强制消费 隐形消费 默认开通 私自开通 二次确认 退订 退费 退款 赔偿 补偿 首月 次月 生效 到期 续约 套餐变更
`);

/**
 * Words so common in this trade that they tell two matters hardly apart, though a general corpus calls them rare.
 * They weigh little when items are compared; they still count as keywords and cues.
 */
export const TRADE_COMMON = new Set(
  words(`
手机 电话 号码 宽带 网络 信号 流量 套餐 话费 资费 费用 收费 扣费 充值 移动 电信 联通 广电 中国移动 中国电信 中国联通 客服 人工客服 营业厅
服务 业务 办理 开通 取消 用户 客户 热线 短信 上网 网速 使用 移动公司 电信公司 联通公司 运营商 公司 师傅 安装 维修 account card phone
service network signal data plan customer bill mobile internet call number app line
`),
);

/** Words that show that a text is about a telecom operator at all; without one, a long text is about something else. */
export const TRADE_MARKS = new Set(
  words(`
宽带 流量 话费 套餐 移动公司 中国移动 电信公司 中国电信 联通公司 联通 中国联通 中国广电 信号 基站 sim esim 手机卡 电话卡 营业厅 运营商 光猫 上网 网速
断网 携号转网 携转 短信 通话 漫游 固话 座机 机顶盒 手机号 手机号码 号码 副卡 流量包 网络电视 iptv wifi 4g 5g 10086 10000 10010 10099 骚扰电话 诈骗电话
手机信号 手机网络 欠费 停机 电信诈骗 路由器 光纤 broadband signal network roaming phone mobile internet sms router data fibre text
`),
);
