/** A generator whose numbers are the same at every run (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * sides);
  };
}

const roll = dice(20_261_122);
const pick = <T>(from: readonly T[]): T => from[roll(from.length)] as T;
const digits = (count: number): string => Array.from({ length: count }, () => String(roll(10))).join('');
const letters = (count: number, from = 'abcdefghijkmnpqrstuvwxyz'): string =>
  Array.from({ length: count }, () => from.charAt(roll(from.length))).join('');
const each = (text: string, change: (character: string) => string): string => [...text].map(change).join('');
const withSigns = (text: string, sign: string, ...lengths: number[]): string => {
  let from = 0;
  return lengths.map((length) => text.slice(from, (from += length))).join(sign);
};

/** Something that must not leave, and how it would be seen if it had. */
interface Planted {
  readonly written: string;
  readonly secrets: readonly string[];
}

const HAN = '零一二三四五六七八九';
const mobile = (): string => `1${pick(['3', '5', '7', '8', '9'])}${digits(9)}`;

/** Mobile numbers as people write them. */
const SPELLINGS: ((number: string) => string)[] = [
  (number) => number,
  (number) => withSigns(number, '-', 3, 4, 4),
  (number) => withSigns(number, ' ', 3, 4, 4),
  (number) => withSigns(number, ' — ', 3, 4, 4),
  (number) => withSigns(number, '.', 3, 4, 4),
  (number) => withSigns(number, '，', 3, 3, 5),
  (number) => withSigns(number, '\u200b', 3, 4, 4),
  (number) => withSigns(number, '😀', 3, 4, 4),
  (number) => withSigns(number, ' ', ...Array.from(number, () => 1)),
  (number) => `+86${number}`,
  (number) => `0086-${number}`,
  (number) => `(+86) ${withSigns(number, '-', 3, 4, 4)}`,
  (number) => each(number, (d) => String.fromCharCode(0xff10 + Number(d))),
  (number) => each(number, (d) => String.fromCodePoint(0x1d7ce + Number(d))),
  (number) => each(number, (d) => String.fromCharCode(0x0660 + Number(d))),
  (number) => each(number, (d) => `${d}\ufe0f\u20e3`),
  (number) => each(number, (d) => (d === '0' ? '⓪' : String.fromCharCode(0x2460 + Number(d) - 1))),
  (number) => each(number, (d) => HAN.charAt(Number(d))),
  (number) =>
    withSigns(
      each(number, (d) => '零幺二三四五六七八九'.charAt(Number(d))),
      '，',
      3,
      4,
      4,
    ),
  (number) => each(number, (d) => '〇壹贰叁肆伍陆柒捌玖'.charAt(Number(d))),
  (number) => each(number, (d) => (d === '0' ? 'O' : d === '1' ? 'l' : d)),
  (number) => withSigns(number, '<b></b>', 3, 4, 4),
  (number) => each(number, (d) => `&#x3${d};`),
  (number) => each(number, (d) => `%3${d}`),
  (number) => withSigns(number, ' ...... ', 3, 4, 4),
  (number) => Buffer.from(`+86${number}`).toString('base64'),
];

const CITIZEN_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
function citizen(): string {
  const body = `${pick(['110105', '440106', '310115', '510107'])}19${50 + roll(50)}0${1 + roll(9)}1${roll(9)}${digits(3)}`;
  const sum = CITIZEN_WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return body + '10X98765432'.charAt(sum % 11);
}

function card(): string {
  const body = `6222${digits(14)}`;
  const sum = [...body].reverse().reduce((total, d, i) => {
    const value = Number(d) * (i % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

const SURNAMES = ['张', '王', '李', '赵', '陈', '欧阳', '司马', '诸葛', '慕容', '陳', '郭', '黄'];
const GIVEN = ['晓琳', '国栋', '子轩', '雅婷', '志强', '思嘉', '鹏', '倩', '梓涵'];
const ENGLISH = [['Quentin', 'Fairweather'], ['Marguerite', 'Oxenford'], ['Tobias', 'Lindqvist'], ['Siobhan', 'Macready']] as const; // prettier-ignore

/** What people write that must not leave, by its kind. */
export const PLANTERS: Readonly<Record<string, () => Planted>> = {
  mobile: () => {
    const number = mobile();
    const written = pick(SPELLINGS)(number);
    return { written: `请回电${written}谢谢`, secrets: [written, number, number.slice(3)] };
  },
  landline: () => {
    const number = digits(8).replace(/^./, '6');
    const area = pick(['010', '0755', '020', '(021)']);
    return { written: `座机${area}${pick(['-', ' ', ''])}${number}`, secrets: [number] };
  },
  foreign: () => {
    const number = `7946 0${digits(3)}`;
    return { written: `ring me on +44 20 ${number}`, secrets: [number] };
  },
  spoken: () => {
    const words = Array.from({ length: 9 }, () => pick(['one', 'two', 'three', 'eight', 'zero', 'nine'])).join(' ');
    return { written: `my number is ${words}, thanks`, secrets: [words] };
  },
  mail: () => {
    const local = `${letters(7)}.${letters(4)}`;
    const at = pick(['@', '＠', ' @ ', '(at)', '[at]']);
    return {
      written: `邮箱${local}${at}${pick(['qq.com', '163.com', 'example.co.uk', 'mail.例子.中国'])}，谢谢`,
      secrets: [local],
    };
  },
  mailInWords: () => {
    const local = letters(9);
    const rest = pick([
      ' at example dot com',
      ' at example.com',
      '[dot]x[at]example[dot]com',
      ' dot x at mail dot example dot cn',
    ]);
    return { written: `write to ${local}${rest} please`, secrets: [local] };
  },
  citizen: () => {
    const number = citizen();
    const written = pick([number, number.toLowerCase(), withSigns(number, ' ', 6, 8, 4)]);
    return { written: `身份证号${written}办的卡`, secrets: [number.slice(0, 17), written] };
  },
  card: () => {
    const number = card();
    const written = pick([number, withSigns(number, ' ', 4, 4, 4, 4, 3), withSigns(number, '-', 4, 4, 4, 4, 3)]);
    return { written: `扣款银行卡${written}`, secrets: [number, written, number.slice(-8)] };
  },
  nameZh: () => {
    const name = pick(SURNAMES) + pick(GIVEN);
    const cue = pick(['我叫', '我的名字叫做', '姓名：', '姓名', '联系人：', '机主', '户主是', '名字是', '本人叫做']);
    return { written: `${cue}${name}，`, secrets: [name] };
  },
  nameInFlow: () => {
    const name = pick(['张晓琳', '王鹏程', '赵志强', '欧阳倩', '小明', '赛里木', '阿依古']);
    return { written: `${pick(['我叫', '我名叫', '姓名：', '联系人 '])}${name}家里断网了`, secrets: [name] };
  },
  nameOnForm: () => {
    const name = pick(['帕尔哈提', '买买提·艾力', '白云', '古月']);
    return {
      written: `${pick(['姓名 - ', '姓名（必填）：', '姓名|', '联系人：', '机主：'])}${name} `,
      secrets: [name],
    };
  },
  nameI: () => {
    const name = pick(SURNAMES) + pick(GIVEN);
    return { written: `${pick(['我是', '本人'])}${name}，`, secrets: [name] };
  },
  nameTitle: () => {
    const name = pick(['张', '王', '李']) + pick(['晓琳', '国栋', '子轩']);
    return { written: `联系${name}${pick(['先生', '女士', '小姐'])}即可`, secrets: [name] };
  },
  nameEn: () => {
    const [first, last] = pick(ENGLISH);
    const cue = pick(['My name is ', 'my name’s ', 'Name: ', 'I am ', "I'm ", 'This is ', 'Best regards, ', 'Mr. ', 'Mrs ', 'Sincerely, ', 'Name - ', 'Customer: ', 'Call me ', 'MY NAME IS ']); // prettier-ignore
    return { written: `${cue}${first} ${last}. `, secrets: [first, last] };
  },
  nameLower: () => {
    const [first, last] = pick(ENGLISH).map((word) => word.toLowerCase()) as [string, string];
    return { written: `my name is ${first} ${last} and `, secrets: [first, last] };
  },
  link: () => {
    const host = `${letters(8)}.${pick(['com', 'cn', 'example.net'])}`;
    return { written: pick([`https://${host}/a?b=${letters(5)}`, `www.${host}`, `HTTP://${host}`, host]) + ' ', secrets: [host.split('.')[0] as string] }; // prettier-ignore
  },
  survey: () => {
    const token = letters(22, 'ABCDEFGHJKLMNPQRSTabcdefghkmnpqrst23456789_-');
    return { written: pick([`链接 /s/${token} 打不开`, `验证 ${token} 无效`]), secrets: [token] };
  },
  key: () => {
    const secret = letters(43, 'ABCDEFGHJKLMNPQRSTabcdefghkmnpqrst23456789');
    return { written: `hy_${digits(4)}_${secret} `, secrets: [secret] };
  },
  ip: () => {
    const address = pick([`10.${roll(256)}.${roll(256)}.7`, `fe80::${letters(3, 'abcdef')}1:${letters(4, 'abcdef')}`, `a4:5e:60:${letters(2, 'abcdef')}:0${roll(10)}:1f`]); // prettier-ignore
    return { written: `路由器地址 ${address} 连不上`, secrets: [address] };
  },
  plate: () => {
    const plate = `${pick(['京', '粤', '沪', '川'])}${letters(1, 'ABC')}`;
    const rest = digits(5);
    return { written: `车牌${plate}${pick(['', '·', ' '])}${rest}`, secrets: [`${plate}${rest}`, rest] };
  },
  account: () => {
    const account = `${letters(6)}_${letters(3)}`;
    return { written: `加我${pick(['微信', '微信号：', 'wechat: ', 'QQ号'])}${account}`, secrets: [account] };
  },
  password: () => {
    const secret = digits(6);
    return { written: `${pick(['密码', '验证码是', '服务密码：', 'password: '])}${secret}`, secrets: [secret] };
  },
};

const AROUND = [
  '宽带昨晚断了两次，',
  '套餐资费太高！',
  'The bill is wrong. ',
  '5G信号在地铁里不好；',
  '10086一直打不通。',
  '',
  '😀',
  '客服说要等3天，',
];

/** A text with something in it that must not leave. */
export interface Case {
  readonly text: string;
  readonly secrets: readonly string[];
}

/** A complaint that holds what `planter` makes, another one at every call. */
export function planted(planter: string): Case {
  const { written, secrets } = (PLANTERS[planter] as () => Planted)();
  return { text: pick(AROUND) + written + pick(AROUND), secrets };
}
