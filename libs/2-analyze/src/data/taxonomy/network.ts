import type { Leaf } from './leaf.js';

/** Mobile network and fixed access. */
// prettier-ignore
export const NETWORK_LEAVES: readonly Leaf[] = [
  {
    code: 'network.coverage.indoor', zh: '室内覆盖', en: 'Indoor coverage',
    sure: '室内没信号|室内信号|家里没信号|家里没有信号|家里信号|屋里没信号|电梯没信号|电梯里没信号|电梯信号|地下室没信号|地下车库没信号|车库没信号|车库信号|室内覆盖|室内分布|室分|no signal indoors|no signal at home|no signal inside|indoor coverage|indoor signal|no signal in the lift|no signal in the elevator|no signal in the basement|signal at home',
    likely: '没信号|没有信号|无信号|地下车库|电梯|地下室|室内|no signal|no reception|indoors|in the basement|楼里没信号|办公室没信号|宿舍没信号|小区没信号|小区信号|地下停车场|楼内信号|signal inside|signal in my house|signal in my flat',
    hint: '信号|车库|basement|elevator|in the lift',
  },
  {
    code: 'network.coverage.outdoor', zh: '室外与乡村覆盖', en: 'Outdoor and rural coverage',
    sure: '没信号|没有信号|无信号|信号盲区|信号覆盖|网络覆盖|弱覆盖|村里没信号|农村信号|山区信号|没有覆盖|未覆盖|no signal|no coverage|no reception|coverage gap|dead zone|rural coverage|not spot|poor coverage|no bars',
    likely: '盲区|覆盖|高速公路没信号|高铁信号|地铁信号|景区信号|coverage|reception',
    hint: '农村|山区|偏远|高铁|village|rural|motorway',
  },
  {
    code: 'network.coverage.station', zh: '基站建设与辐射', en: 'Base stations and radiation',
    sure: '基站|信号塔|通信铁塔|电磁辐射|基站辐射|加装基站|建基站|拆除基站|base station|cell tower|phone mast|mobile mast|radiation from',
    likely: '铁塔|天线|辐射|antenna|radiation|mast',
  },
  {
    code: 'network.quality.signal', zh: '信号弱或不稳', en: 'Weak or unstable signal',
    sure: '信号差|信号不好|信号很差|信号太差|信号弱|信号不稳定|信号时有时无|信号断断续续|信号不强|弱信号|weak signal|poor signal|bad signal|signal is weak|signal is poor|signal drops|signal keeps dropping|lose signal|losing signal|bad reception|poor reception',
    likely: '信号|signal', hint: '不稳定|时有时无|unstable',
  },
  {
    code: 'network.quality.speed', zh: '移动上网慢', en: 'Slow mobile data',
    sure: '手机上网慢|手机网速慢|流量网速慢|4g网速|5g网速|4g慢|5g慢|上网速度慢|达量限速|限速|降速|slow data|slow mobile data|mobile data is slow|slow 4g|slow 5g|data speed|throttled|throttling',
    likely: '网速慢|网速太慢|网速很慢|网速|网络慢|网络卡|网络延迟|加载慢|刷不出来|卡顿|4g|5g|slow internet|slow network|network is slow|latency|buffering',
    hint: '卡|慢|延迟|slow|lag|speed',
  },
  {
    code: 'network.quality.data', zh: '无法上网', en: 'No mobile data',
    sure: '手机上不了网|手机不能上网|手机无法上网|流量上不了网|数据连接不上|移动数据用不了|mobile data not working|no mobile data|data not working|cannot use data|data connection',
    likely: '上不了网|不能上网|无法上网|没有网络|没网络|网络连接|no internet|no data|cannot get online|can\'t get online',
    hint: '没网|断网|网络|network|offline',
  },
  {
    code: 'network.voice.quality', zh: '通话质量', en: 'Call quality',
    sure: '通话质量|通话有杂音|听不清|听不见对方|单通|串线|掉话|通话中断|通话断|call quality|dropped call|calls drop|call keeps dropping|calls keep dropping|cannot hear|can\'t hear the other|one way audio|voice quality|call drops|echo on',
    likely: '杂音|回音|断线|volte|noise on the line|crackling',
    hint: '通话|calls',
  },
  {
    code: 'network.voice.connect', zh: '无法接通', en: 'Calls do not connect',
    sure: '打不通电话|电话打不通|打不出电话|打不出去|接不到电话|接不了电话|无法接通|无法拨打|不能打电话|不能接电话|无法通话|cannot make calls|can\'t make calls|cannot call|unable to make calls|unable to call|cannot receive calls|calls not going through|call failed|calls don\'t connect|calls fail',
    likely: '打不通|接不通|无法呼叫|incoming calls|outgoing calls', hint: '接通|拨打',
  },
  {
    code: 'network.message.sms', zh: '短信收发', en: 'Text messages',
    sure: '收不到短信|收不到验证码|接收不到短信|短信发不出|短信发送失败|验证码收不到|not receiving text|cannot send text|texts not arriving|no verification code|sms not received|not receiving sms|cannot send sms|text messages not|verification code not',
    likely: '短信收不到|彩信|验证码|text message|sms|verification code', hint: '短信|texts',
  },
  {
    code: 'network.roaming.use', zh: '漫游使用', en: 'Roaming',
    sure: '国际漫游|漫游没信号|境外漫游|出国没信号|漫游上不了网|漫游开通|开通漫游|港澳台漫游|international roaming|roaming not working|roaming abroad|no service abroad|roaming does not|activate roaming|roaming data|use my phone abroad',
    likely: '漫游|roaming', hint: '出国|境外|国外|abroad|overseas',
  },
  {
    code: 'broadband.fault.down', zh: '宽带断网', en: 'Broadband down',
    sure: '宽带断网|宽带上不了网|宽带不能上网|宽带连不上|宽带没网|宽带故障|宽带报修|宽带坏了|宽带用不了|光猫红灯|光猫亮红灯|光信号红灯|los红灯|家里断网|家里没网|家里网络断|broadband is down|broadband not working|broadband down|no broadband|internet is down|internet not working|home internet|fibre is down|fiber is down|router red light|los light|internet outage|broadband outage|broadband fault',
    likely: '断网|光猫|红灯|宽带|网络中断|broadband|fibre|fiber|internet connection|no internet', hint: '没网|掉线|internet',
  },
  {
    code: 'broadband.fault.unstable', zh: '宽带掉线', en: 'Broadband drops',
    sure: '宽带掉线|宽带经常掉线|宽带不稳定|网络老掉线|频繁掉线|经常断网|老是断网|wifi掉线|broadband keeps dropping|internet keeps dropping|internet keeps disconnecting|intermittent connection|connection drops|unstable broadband|wifi keeps dropping|wifi keeps disconnecting|broadband drops',
    likely: '掉线|丢包|断断续续|disconnects|intermittent', hint: '不稳定|wifi|无线网|unstable',
  },
  {
    code: 'broadband.fault.slow', zh: '宽带网速慢', en: 'Slow broadband',
    sure: '宽带慢|宽带网速|宽带太慢|宽带很慢|宽带卡|网速不达标|网速达不到|带宽不足|兆宽带|千兆达不到|wifi慢|打游戏卡|游戏延迟|slow broadband|broadband is slow|slow wifi|wifi is slow|broadband speed|speed test|not getting the speed|broadband slow|slow fibre',
    likely: '宽带|百兆|千兆|兆|ping值|网速慢|网速太慢|mbps|megabit|download speed|upload speed|broadband', hint: '网速|卡顿|wifi|slow internet|slow',
  },
  {
    code: 'broadband.fault.tv', zh: '电视与机顶盒', en: 'TV and set-top box',
    sure: '机顶盒|网络电视|iptv|电视盒子|电视看不了|电视没信号|电视黑屏|set top box|tv box|iptv not|tv service',
    likely: '电视卡|电视|tv', hint: '频道|channel|remote',
  },
  {
    code: 'broadband.install.wait', zh: '装机移机', en: 'Installation and moving',
    sure: '宽带安装|安装宽带|装宽带|宽带移机|移机|装机|报装|宽带拆机|拆机|预约安装|安装师傅|无端口|没有端口|端口不足|install broadband|broadband installation|installation appointment|engineer visit|engineer did not|engineer never|technician did not|technician never|moving house|installer',
    likely: '上门安装|师傅|上门|光纤入户|不能安装|engineer|technician|installation', hint: '安装|预约|appointment|install',
  },
  {
    code: 'broadband.install.choice', zh: '小区宽带垄断与入户', en: 'No choice of provider',
    sure: '宽带垄断|垄断宽带|小区宽带|不让装宽带|不让安装宽带|不让移动进|不让联通进|不让电信进|只能装|三网入户|三网融合|广电宽带|only one provider|choice of provider',
    likely: '光纤入户|运营商进|网络垄断|垄断', hint: '物业|独家',
  },
  {
    code: 'broadband.line.cables', zh: '线缆杂乱与线杆', en: 'Cables and poles',
    sure: '线杆|电线杆倒|通信线|弱电线|光缆掉|光缆垂|线缆杂乱|飞线|电缆掉落|蜘蛛网线|弱电井|弱电箱|网线乱|fallen cable|telegraph pole|phone line is hanging|cable hanging|hanging cable|damaged cable|cable cut|street cabinet',
    likely: '光缆|线缆|电线杆|cable|pole', hint: '挖断|网线',
  },
  {
    code: 'broadband.landline.fault', zh: '固定电话', en: 'Landline',
    sure: '固定电话|固话|座机|座机打不通|座机坏|landline|no dial tone|home phone line|fixed line', likely: '家庭电话|dial tone', hint: '分机',
  },
];
