import type { FindingKind } from '@huiyin/privacy';

/** A text of which it is known what is to be found in it, and where. */
export interface Labelled {
  readonly text: string;
  readonly findings: readonly { readonly kind: FindingKind; readonly start: number; readonly end: number }[];
}

type Roll = (sides: number) => number;

/** A generator whose numbers are the same at every run with the same seed (mulberry32). */
export function dice(seed: number): Roll {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * sides);
  };
}

const digits = (roll: Roll, count: number) => Array.from({ length: count }, () => String(roll(10))).join('');
const pick = <T>(roll: Roll, from: readonly T[]): T => from[roll(from.length)] as T;
const padded = (value: number) => String(value).padStart(2, '0');

/** The digit that makes the sum of Luhn end in 0, worked out by trying: not the code that is measured. */
function withLuhn(body: string): string {
  for (let check = 0; check < 10; check++) {
    const all = body + String(check);
    const sum = [...all].reverse().reduce((total, digit, i) => {
      const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
      return total + Math.floor(value / 10) + (value % 10);
    }, 0);
    if (sum % 10 === 0) return all;
  }
  throw new Error('Luhn always has a digit');
}

function identity(roll: Roll): string {
  const area = pick(roll, ['110105', '310101', '440305', '510104', '650102', '330106']);
  const born = `${1940 + roll(75)}${padded(1 + roll(12))}${padded(1 + roll(28))}`;
  const body = area + born + digits(roll, 3);
  const remainder = [...body].reduce((sum, digit, i) => sum + Number(digit) * (2 ** (17 - i) % 11), 0) % 11;
  const check = (12 - remainder) % 11;
  return body + (check === 10 ? pick(roll, ['X', 'x']) : String(check));
}

const mobile = (roll: Roll) => `1${pick(roll, [...'3456789'])}${digits(roll, 9)}`;
const card = (roll: Roll) => {
  const [start, length] = pick(roll, [['622202', 19], ['621700', 19], ['4', 16], ['52', 16], ['3568', 16], ['955880', 19]] as const); // prettier-ignore
  return withLuhn(start + digits(roll, length - start.length - 1));
};
const fullWidth = (text: string) => text.replace(/[\d]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const han = (text: string) => text.replace(/\d/g, (digit) => '零幺二三四五六七八九'[Number(digit)] as string);
const grouped = (text: string, sizes: readonly number[], gap: string) => {
  let at = 0;
  return sizes.map((size) => text.slice(at, (at += size))).join(gap);
};

function spelledMobile(roll: Roll): string {
  const bare = mobile(roll);
  const gap = pick(roll, [' ', '-', '.', ' - ', '\u00a0']);
  return pick(roll, [
    () => bare,
    () => bare,
    () => grouped(bare, [3, 4, 4], gap),
    () => grouped(bare, [4, 3, 4], gap),
    () => `+86 ${grouped(bare, [3, 4, 4], gap)}`,
    () => `+86${bare}`,
    () => `0086-${bare}`,
    () => `(86)${bare}`,
    () => fullWidth(bare),
    () => fullWidth(grouped(bare, [3, 4, 4], '－')),
    () => [...bare].join(' '),
    () => [...bare].join('\u200b'),
    () => han(bare),
    () => grouped(bare, [5, 6], ' '),
  ])();
}

function spelledLandline(roll: Roll): string {
  const [area, local] = pick(roll, [['010', 8], ['021', 8], ['0755', 8], ['0571', 8], ['0991', 7], ['020', 8]] as const); // prettier-ignore
  const number = pick(roll, [...'2345678']) + digits(roll, local - 1);
  return pick(roll, [`${area}-${number}`, `${area}${number}`, `(${area})${number}`, `（${area}）${number}`, `${area} ${number}`, `+86 ${area.slice(1)} ${number}`, `${area}-${number}转${digits(roll, 3)}`]); // prettier-ignore
}

const SPELLED: Readonly<Record<Exclude<FindingKind, 'name'>, (roll: Roll) => string>> = {
  mobile: spelledMobile,
  landline: spelledLandline,
  'id-card': (roll) => {
    const bare = identity(roll);
    return pick(roll, [bare, bare, grouped(bare, [6, 8, 4], ' '), grouped(bare, [6, 4, 4, 4], '-'), fullWidth(bare)]);
  },
  'bank-card': (roll) => {
    const bare = card(roll);
    return pick(roll, [bare, grouped(bare, [4, 4, 4, 4, 3], ' ').trim(), grouped(bare, [4, 4, 4, 4, 3], '-').replace(/-$/, '')]); // prettier-ignore
  },
  imsi: (roll) => `460${pick(roll, ['00', '01', '02', '03', '07', '11', '15'])}${digits(roll, 10)}`,
  iccid: (roll) => pick(roll, [() => `8986${digits(roll, 16)}`, () => withLuhn(`8944${digits(roll, 14)}`)])(),
  imei: (roll) => withLuhn(`${pick(roll, ['86', '35', '01', '99'])}${digits(roll, 12)}`),
  email: (roll) => {
    const local = pick(roll, ['li.wei', 'zhang_san88', 'alice+news', '13x.y', 'wang-fang', '李雷']);
    return pick(roll, [
      `${local}@example.com`,
      `${local}@mail.example.com.cn`,
      `${local}＠example.org`,
      `${local} @example.com`,
    ]);
  },
};

const AROUND = [
  '请回电{}，谢谢',
  '我的号码：{}。',
  '{}',
  '联系{}，晚上在',
  'please reach me at {} today',
  '（{}）办的业务',
  '宽带坏了{}急',
  '是{}还是{}？',
  '账号{},上月已报',
];

/** What looks like a number of somebody and is none. */
const HARMLESS: readonly ((roll: Roll) => string)[] = [
  (roll) => `订单号${2026}${padded(1 + roll(12))}${padded(1 + roll(28))}${digits(roll, 8)}`,
  (roll) =>
    `${2020 + roll(7)}-${padded(1 + roll(12))}-${padded(1 + roll(28))} ${padded(roll(24))}:${padded(roll(60))}:${padded(roll(60))}`,
  (roll) => `扣了${1 + roll(9)}${digits(roll, 4)}.${digits(roll, 2)}元`,
  () => '打了10086和95588都没人',
  () => '4001234567一直占线',
  (roll) => `网速${digits(roll, 3)}.${digits(roll, 2)}Mbps，流量${digits(roll, 5)}MB`,
  (roll) => `工单HY-2026-${digits(roll, 6)}`,
  (roll) => `版本${roll(9)}.${roll(99)}.${roll(9999)}.${roll(999)}`,
  (roll) => `套餐${59 + roll(200)}元${10 + roll(90)}GB，${1000 + roll(900)}分钟`,
  (roll) => `快递单号SF${1 + roll(8)}${digits(roll, 12)}`,
  (roll) => `坐标${100 + roll(30)}.${digits(roll, 6)},${20 + roll(30)}.${digits(roll, 6)}`,
  (roll) => `IP 192.168.${roll(256)}.${roll(256)}`,
  (roll) => `序列号${digits(roll, 9)}`,
  (roll) => `${2} 3 5 8 13 21 34 55 ${roll(99)}`,
];

/** Texts with known findings, and as many with none; the same at every run with the same seed. */
export function generated(count: number, seed: number): Labelled[] {
  const roll = dice(seed);
  const kinds = Object.keys(SPELLED) as (keyof typeof SPELLED)[];
  return Array.from({ length: count }, (_, index) => {
    if (index % 2 === 1)
      return { text: pick(roll, AROUND).replaceAll('{}', () => pick(roll, HARMLESS)(roll)), findings: [] };
    const findings: Labelled['findings'][number][] = [];
    let text = '';
    pick(roll, AROUND)
      .split('{}')
      .forEach((part, nr) => {
        if (nr > 0) {
          const kind = pick(roll, kinds);
          const value = SPELLED[kind](roll);
          // What is written straight before or behind a Latin word belongs to it.
          findings.push({ kind, start: text.length, end: text.length + value.length });
          text += value;
        }
        text += part;
      });
    return { text, findings };
  });
}
