/**
 * 澄音通信 (Chengyin Telecom): an operator, provinces and cities that do not exist, with places in them. Nothing here is
 * taken from a real company, town or person.
 */

/** A city with the places that its customers talk about. */
export interface City {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Share of the customers. */
  readonly weight: number;
  readonly estates: readonly string[];
  readonly stations: readonly string[];
  readonly roads: readonly string[];
  readonly shops: readonly { readonly zh: string; readonly en: string }[];
  readonly villages: readonly string[];
  /** The same places as they stand on English street signs. */
  readonly places: readonly string[];
}

/** A province with its cities. */
export interface Province {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly cities: readonly City[];
}

/** Four provinces, twelve cities. */
// prettier-ignore
export const PROVINCES: readonly Province[] = [
  {
    code: 'ql',
    zh: '青岭省',
    en: 'Qingling',
    cities: [
      {
        code: 'ql-lc', zh: '岚川市', en: 'Lanchuan', weight: 14,
        estates: ['云栖花园', '岚江一号', '锦澜湾', '望岭小区', '东篱雅苑', '电力家属院', '澜庭公馆'],
        stations: ['岚江路站', '会展东站', '青岭大学站', '北广场站', '望岭门站', '火车南站'],
        roads: ['岚江路', '建业大道', '青岭大道', '学府街'],
        shops: [{ zh: '岚江路营业厅', en: 'Lanjiang Road shop' }, { zh: '会展营业厅', en: 'Expo shop' }],
        villages: ['上坪村', '石门沟村', '小岭镇'],
        places: ['Lanjiang Road', 'the Expo East metro stop', 'Cloud Garden', 'the university district', 'Wangling Gate'],
      },
      {
        code: 'ql-sp', zh: '松坪市', en: 'Songping', weight: 6,
        estates: ['松涛苑', '坪山新村', '林业小区', '翠岭华府'],
        stations: ['松坪高铁站'],
        roads: ['松涛路', '人民东路', '环山路'],
        shops: [{ zh: '松涛路营业厅', en: 'Songtao Road shop' }],
        villages: ['坪上村', '老鹰嘴村', '红松镇'],
        places: ['Songtao Road', 'the high-speed railway station', 'Pine View'],
      },
      {
        code: 'ql-ly', zh: '临砚市', en: 'Linyan', weight: 5,
        estates: ['砚湖小区', '文昌里', '临水名居'],
        stations: ['临砚东站'],
        roads: ['砚湖路', '文昌街', '工业二路'],
        shops: [{ zh: '文昌街营业厅', en: 'Wenchang Street shop' }],
        villages: ['砚台村', '柳树湾村'],
        places: ['Yan Lake Road', 'Wenchang Street', 'the industrial park'],
      },
    ],
  },
  {
    code: 'np',
    zh: '南浦省',
    en: 'Nanpu',
    cities: [
      {
        code: 'np-pn', zh: '浦汀市', en: 'Puting', weight: 18,
        estates: ['河西新城', '星浦家园', '滨江壹品', '翡翠港湾', '南浦里', '海棠公寓', '港务局宿舍'],
        stations: ['河西中心站', '星浦路站', '国际码头站', '体育公园站', '市民中心站', '机场北站'],
        roads: ['河西大道', '星浦路', '滨江东路', '码头街'],
        shops: [{ zh: '河西大道营业厅', en: 'Hexi Avenue shop' }, { zh: '星浦路营业厅', en: 'Xingpu Road shop' }],
        villages: ['芦荻村', '外沙岛', '东埔镇'],
        places: ['Hexi New Town', 'the Civic Centre metro stop', 'Riverside East Road', 'Emerald Harbour', 'the airport line'],
      },
      {
        code: 'np-gj', zh: '桂岬市', en: 'Guijia', weight: 7,
        estates: ['桂香园', '岬湾花城', '海景嘉园'],
        stations: ['桂岬站'],
        roads: ['桂香路', '海滨路'],
        shops: [{ zh: '海滨路营业厅', en: 'Seaside Road shop' }],
        villages: ['渔港村', '桂花坪村'],
        places: ['Seaside Road', 'Guixiang Garden', 'the fishing port'],
      },
      {
        code: 'np-sy', zh: '沙屿市', en: 'Shayu', weight: 5,
        estates: ['金沙小区', '屿上人家', '侨乡新村'],
        stations: ['沙屿北站'],
        roads: ['金沙路', '侨乡大道'],
        shops: [{ zh: '侨乡大道营业厅', en: 'Qiaoxiang Avenue shop' }],
        villages: ['沙头村', '盐田村'],
        places: ['Jinsha Road', 'Qiaoxiang Avenue'],
      },
    ],
  },
  {
    code: 'yl',
    zh: '云麓省',
    en: 'Yunlu',
    cities: [
      {
        code: 'yl-lc', zh: '麓原市', en: 'Luyuan', weight: 12,
        estates: ['麓山公馆', '云麓嘉园', '橡树湾畔', '大学城公寓', '铁道新村'],
        stations: ['麓山南路站', '大学城站', '五桥广场站', '云麓北站'],
        roads: ['麓山南路', '五桥大道', '云麓西路'],
        shops: [{ zh: '五桥营业厅', en: 'Five Bridges shop' }, { zh: '大学城营业厅', en: 'University Town shop' }],
        villages: ['云头村', '茶亭村', '麓口镇'],
        places: ['University Town', 'Five Bridges Square', 'South Lushan Road', 'Oak Bay'],
      },
      {
        code: 'yl-wx', zh: '雾溪市', en: 'Wuqi', weight: 5,
        estates: ['溪畔人家', '雾岭小区', '茶城新苑'],
        stations: ['雾溪站'],
        roads: ['溪畔路', '茶城路'],
        shops: [{ zh: '茶城路营业厅', en: 'Tea City Road shop' }],
        villages: ['雾岭村', '采茶村', '上溪村'],
        places: ['Tea City Road', 'Creekside'],
      },
      {
        code: 'yl-tg', zh: '铜岫市', en: 'Tongxiu', weight: 4,
        estates: ['铜矿一区', '谷雨花园', '职工新村'],
        stations: ['铜岫西站'],
        roads: ['矿山路', '谷雨路'],
        shops: [{ zh: '矿山路营业厅', en: 'Mine Road shop' }],
        villages: ['谷底村', '三岔村'],
        places: ['Mine Road', 'Guyu Garden'],
      },
    ],
  },
  {
    code: 'hy',
    zh: '海屿省',
    en: 'Haiyu',
    cities: [
      {
        code: 'hy-ya', zh: '屿安市', en: "Yu'an", weight: 10,
        estates: ['椰风小区', '海屿之星', '蓝湾半岛', '渔人码头公寓', '安居花园'],
        stations: ['屿安中心站', '蓝湾站', '免税城站'],
        roads: ['椰风大道', '蓝湾路', '环岛路'],
        shops: [{ zh: '椰风大道营业厅', en: 'Palm Avenue shop' }, { zh: '免税城营业厅', en: 'Duty Free City shop' }],
        villages: ['椰林村', '灯塔村'],
        places: ['Palm Avenue', 'Blue Bay', 'the ring road', 'the Duty Free City stop'],
      },
      {
        code: 'hy-cm', zh: '潮门市', en: 'Chaomen', weight: 6,
        estates: ['潮汐公馆', '门前里', '观澜新居'],
        stations: ['潮门东站'],
        roads: ['潮汐路', '观澜大道'],
        shops: [{ zh: '观澜大道营业厅', en: 'Guanlan Avenue shop' }],
        villages: ['潮头村', '牡蛎村'],
        places: ['Guanlan Avenue', 'Tide Residence'],
      },
      {
        code: 'hy-lw', zh: '鹭湾市', en: 'Luwan', weight: 5,
        estates: ['白鹭花园', '湾上小区', '湿地公园里'],
        stations: ['鹭湾站'],
        roads: ['白鹭路', '湿地北路'],
        shops: [{ zh: '白鹭路营业厅', en: 'Egret Road shop' }],
        villages: ['苇塘村', '鹭洲村'],
        places: ['Egret Road', 'the wetland park'],
      },
    ],
  },
];

/** Family names and given names; who they make up is chance. */
// prettier-ignore
export const NAMES = {
  zhFamily: [
    ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤',
  ],
  zhGiven: [
    ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚玲桂英华玉兰红建文斌宇浩凯欣怡佳琪雪梅春燕海鹏飞丹晨曦子涵雨桐一诺思远嘉俊博睿慧颖倩云峰志国庆',
  ],
  enFirst: [
    'Daniel', 'Priya', 'Amina', 'Tomasz', 'Elena', 'Marcus', 'Sofia', 'Yusuf', 'Hannah', 'Diego', 'Mei', 'Anton', 'Grace', 'Omar', 'Lucy',
    'Ravi', 'Clara', 'Ben', 'Nadia', 'Oliver', 'Fatima', 'Jonas', 'Ines', 'Kenji', 'Rosa', 'Victor', 'Leila', 'Patrick', 'Anh', 'Sven',
  ],
  enLast: [
    'Okafor', 'Lindqvist', 'Moreau', 'Castellanos', 'Novak', 'Haddad', 'Whitfield', 'Banerjee', 'Petrov', 'Duarte', 'Keller', 'Osei', 'Tanaka',
    'Murphy', 'Santos', 'Ivanova', 'Rahman', 'Fischer', 'Mbeki', 'Larsen', 'Costa', 'Hughes', 'Yamamoto', 'Farouk', 'Nguyen', 'Brandt',
  ],
} as const;

/** Where feedback comes from: the name of the source, and the key under which it hands things in. */
export const SOURCES = {
  hotline: { name: 'demo-hotline', key: '客服热线系统（演示）' },
  shop: { name: 'demo-shop', key: '营业厅受理系统（演示）' },
  app: { name: 'demo-app', key: '澄音营业厅 App（演示）' },
  web: { name: 'demo-web', key: '网上营业厅（演示）' },
  community: { name: 'demo-community', key: '用户社区与社交媒体（演示）' },
  crm: { name: 'demo-crm', key: 'CRM（演示）' },
} as const;
