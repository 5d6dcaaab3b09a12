import type { Leaf } from './leaf.js';

/** Accounts and numbers, handsets, service, shops, app, spam and privacy, business customers. */
// prettier-ignore
export const PEOPLE_LEAVES: readonly Leaf[] = [
  {
    code: 'accounts.sim.replace', zh: '补卡换卡', en: 'SIM replacement',
    sure: '补卡|换卡|手机卡|电话卡|sim卡|esim|卡丢了|卡坏了|异地补卡|副卡|办卡|流量卡|sim card|replace my sim|replacement sim|lost sim|lost my sim|new sim|esim|sim swap|sim not', likely: '挂失|激活|sim|activate', hint: '卡|puk',
  },
  {
    code: 'accounts.number.open', zh: '开户与选号', en: 'New number',
    sure: '开户|选号|靓号|新号码|入网|办新号|新办号码|二次放号|二手号|号码被别人|new number|choose a number|recycled number|open an account with|previous owner of the number', likely: '号码|my number', hint: '新办',
  },
  {
    code: 'accounts.number.close', zh: '销户与过户', en: 'Closing or transferring a number',
    sure: '销户|销号|注销号码|注销手机号|异地销户|过户|停机保号|注销|close my account|transfer ownership|deactivate my number|deactivate my line|change of ownership|delete my account|cancel my number', likely: '更名|报停|deactivate', hint: '转让|close',
  },
  {
    code: 'accounts.identity.realname', zh: '实名认证', en: 'Identity check',
    sure: '实名制|实名认证|实名登记|人脸识别|身份证认证|身份核验|一证通查|名下号码|被锁卡|停机核验|关停核验|identity verification|verify my identity|id check|proof of identity|real name registration|face recognition', likely: '实名|身份证|二次核验|verify', hint: '本人|identity',
  },
  {
    code: 'accounts.login.password', zh: '服务密码与登录', en: 'Password and sign-in',
    sure: '服务密码|密码忘记|忘记密码|重置密码|登录不了|登不上|登录失败|账号被锁|forgot my password|reset my password|reset password|cannot log in|can\'t log in|locked out|login failed|unable to log in|account locked|can\'t login|cannot login|pin blocked|forgot password', likely: '密码|登录|password|login|log in', hint: '账号|账户|pin|passcode',
  },
  {
    code: 'portability.transfer.blocked', zh: '携号转网受阻', en: 'Porting refused',
    sure: '携号转网|携转|转网|不能转网|不让转网|携转码|转出|转网资格|解除合约转网|转到移动|转到联通|转到电信|port my number|port out|porting|number transfer|keep my number|pac code|number portability|transfer my number|porting code|switch provider|switch carrier', likely: '转入|保留号码|port',
  },
  {
    code: 'portability.transfer.after', zh: '携转后使用', en: 'After porting',
    sure: '携号转网后|转网后|携转后|转网之后收不到|转网成功后|after porting|since porting|since i ported|after i ported|after switching carrier',
  },
  {
    code: 'handsets.device.sale', zh: '终端购买', en: 'Buying a handset',
    sure: '合约机|购机|买手机|买的手机|手机专卖|合约购机|以旧换新|手机分期|终端|定制机|bought a phone|new handset|phone order|device upgrade|trade in|trade-in|phone delivery|handset|buy a phone', likely: '分期|以旧换新|instalment|installment|device', hint: '手机|phone',
  },
  {
    code: 'handsets.device.fault', zh: '终端故障与售后', en: 'Handset faults',
    sure: '手机坏|手机故障|手机维修|手机死机|手机黑屏|手机售后|无法识别sim|不识卡|手机不支持|网络制式|串号|phone is broken|phone not working|handset repair|phone screen|broken screen|sim not recognised|sim not recognized|imei|phone repair|phone warranty|unlock my phone|phone is locked', likely: '保修|售后|换机|warranty|repair|unlock', hint: '死机|黑屏',
  },
  {
    code: 'service.hotline.reach', zh: '热线难接通', en: 'Hotline cannot be reached',
    sure: '转人工|人工客服|客服打不通|人工打不通|热线打不通|10086打不通|10000打不通|10010打不通|没人接|无人接听|没有人接|排队等待|找不到人工|等了半小时|speak to a human|speak to someone|real person|on hold|nobody answers|no one answers|cannot reach|can\'t reach|hold for|long wait|talk to a person|human agent|live agent|kept waiting', likely: '客服电话|客服热线|占线|等待|customer service number|call centre|call center|hotline', hint: '热线|10086|10000|10010|hold',
  },
  {
    code: 'service.attitude.rude', zh: '服务态度', en: 'Attitude',
    sure: '服务态度|态度差|态度恶劣|态度不好|态度极差|不耐烦|骂人|辱骂|挂我电话|挂电话|挂断电话|态度很差|爱答不理|rude|bad attitude|hung up on me|shouted at|disrespectful|impolite|unfriendly staff|hang up on me|poor customer service|bad customer service|terrible customer service|unprofessional', likely: '态度|语气|冷漠|attitude|manners|customer service', hint: '客服|服务|service|staff',
  },
  {
    code: 'service.handling.slow', zh: '处理拖延推诿', en: 'Slow or evasive handling',
    sure: '推诿|踢皮球|互相推|推来推去|迟迟不处理|迟迟未处理|一直没处理|没人处理|没有人处理|敷衍|没人管|没有回复|不回复|没有下文|投诉无果|多次投诉|工单被关|passed around|no one called back|nobody called back|never called back|not resolved|still not resolved|unresolved|no response|no reply|ignored my complaint|ticket closed|keep transferring|nothing has been done|escalate', likely: '拖延|推脱|未解决|没解决|没有解决|无人处理|resolved|ticket|follow up', hint: '催|多次|回复|处理|waiting',
  },
  {
    code: 'service.handling.wrong', zh: '解释不一与差错', en: 'Wrong or contradictory answers',
    sure: '说法不一|解释不一|前后矛盾|答非所问|告知错误|解释不清|客服说|不专业|contradict|conflicting information|wrong information|different answer|incorrect information|told me different|gave me wrong', likely: '错误告知|解释|misinformed', hint: '说法',
  },
  {
    code: 'service.praise.thanks', zh: '表扬感谢', en: 'Thanks',
    sure: '表扬|感谢客服|服务态度好|态度很好|服务很好|服务好|热情周到|耐心解答|锦旗|great service|excellent service|very helpful|friendly staff|good customer service|great customer service|thanks to your|helpful staff|thank you for your help', likely: '感谢|点赞|很满意|非常满意|十分满意|helpful|thank you', hint: '谢谢|thanks',
  },
  {
    code: 'shops.visit.queue', zh: '营业厅排队与布点', en: 'Queues and opening hours',
    sure: '营业厅排队|营业厅人多|营业时间|窗口少|营业厅太远|没有营业厅|附近营业厅|营业厅关门|营业厅不开门|叫号|queue in the shop|queue at the store|store hours|opening hours|nearest store|nearest shop|waited in the shop|waited in store|shop closed|store closed', likely: '排队|营业厅|网点|queue', hint: '窗口|store|shop',
  },
  {
    code: 'shops.visit.refused', zh: '营业厅办理受阻', en: 'Turned away at the shop',
    sure: '营业厅不给办|营业厅不办|营业厅拒绝|必须去营业厅|必须到营业厅|必须本人到|异地办理|异地不能办|跑了几趟|跑了三趟|代办点|营业员|must go to the store|go to the store|store refused|shop refused|turned away|store said|in person at', likely: '营业厅|不给办|不予办理|in store|in the shop', hint: '办理|柜台',
  },
  {
    code: 'app.use.fault', zh: '客户端故障', en: 'App faults',
    sure: 'app闪退|app打不开|app登录|网上营业厅|网厅|手厅|小程序打不开|客户端|app crash|app crashes|app won\'t open|app not working|app keeps|app freezes|website is down|website not working|website error|app does not|app doesn\'t|app error', likely: '闪退|小程序|手机营业厅|掌上营业厅|掌厅|app|网站|website', hint: '页面|加载|crash|update',
  },
  {
    code: 'app.use.wish', zh: '客户端功能建议', en: 'App wishes',
    sure: '夜间模式|深色模式|大字版|app增加|app建议|app功能|界面优化|界面不友好|app改进|适老化|增加功能|dark mode|add a feature|app feature|user interface|add an option|new feature|app design', likely: '界面|功能|手机营业厅|app|字体|操作复杂|interface|feature', hint: '优化|option|menu',
  },
  {
    code: 'app.robot.useless', zh: '智能客服', en: 'Chat robots',
    sure: '智能客服|机器人客服|ai客服|在线客服|语音导航|语音菜单|chatbot|chat bot|robot|automated system|voice menu|virtual assistant|online chat', likely: '机器人|按键|automated|live chat', hint: 'bot',
  },
  {
    code: 'spam.calls.harass', zh: '骚扰电话短信', en: 'Nuisance calls and texts',
    sure: '骚扰电话|垃圾短信|推销电话|营销电话|广告短信|营销短信|骚扰短信|电话轰炸|短信轰炸|一直打电话推销|外呼|响一声|spam call|spam text|nuisance call|cold call|telemarketing|marketing calls|robocall|unwanted calls|junk texts|marketing texts|stop calling me|unwanted texts|sales calls', likely: '骚扰|推销|轰炸|拦截|spam|unsolicited', hint: '垃圾|广告|marketing',
  },
  {
    code: 'spam.fraud.scam', zh: '诈骗', en: 'Fraud',
    sure: '诈骗电话|电信诈骗|网络诈骗|诈骗短信|被诈骗|冒充客服|冒充运营商|诈骗|刷单|伪基站|钓鱼链接|scam call|scam text|phishing|fraudulent|fraudster|impersonating|sim swap fraud|scammer|smishing|identity theft', likely: '冒充|被骗|scam|fraud', hint: '骗子|suspicious',
  },
  {
    code: 'spam.privacy.leak', zh: '个人信息泄露', en: 'Privacy',
    sure: '个人信息泄露|信息泄露|泄露隐私|泄露我的|隐私泄露|泄露个人|出卖信息|信息被泄露|data breach|personal data leaked|leaked my|my privacy|shared my data|personal information leaked|sold my data|gdpr|data protection', likely: '隐私|泄露|privacy|personal data', hint: '个人信息|personal information',
  },
  {
    code: 'spam.block.wrong', zh: '误停误标记', en: 'Blocked or labelled by mistake',
    sure: '被标记|标记为骚扰|误停|误关停|涉诈停机|被封号|号码被封|无故停机|单向停机|反诈停机|wrongly blocked|marked as spam|labelled as spam|number was blocked|blocked my number|flagged as spam', likely: '封号|关停|blocked|flagged',
  },
  {
    code: 'enterprise.service.line', zh: '政企业务', en: 'Business customers',
    sure: '企业宽带|企业专线|专线|政企|集团客户|集团业务|物联网卡|物联卡|云服务|企业彩铃|商务宽带|business account|leased line|business broadband|corporate account|enterprise plan|iot sim|business line|business customer', likely: '企业用户|公司宽带|corporate|enterprise', hint: '企业|business',
  },
];
