import { OperatorError } from '@huiyin/config';
import { defineCommand } from '../command.js';
import { PERSON_OPTIONS, PERSON_USAGE, withPerson } from '../person.js';

export const command = defineCommand({
  summary: {
    en: 'Erases a customer: the key is destroyed, texts stay masked, times and figures stay under a pseudonym. It cannot be undone.',
    zh: '抹除某位客户：销毁其密钥，文字只留掩码，时间与统计以化名保留。不可撤销。',
  },
  usage: `${PERSON_USAGE} --yes`,
  options: { ...PERSON_OPTIONS, yes: { type: 'boolean', default: false } },
  async run({ values: { yes, ...values } }, config) {
    if (!yes) throw new OperatorError('This cannot be undone. Add --yes when you mean it.');
    await withPerson(config(), 'erase', values, async (rights, id) => {
      const { items, keys, deliveriesWithdrawn } = await rights.erase(id);
      console.log(`${id}: ${items} items, ${keys} keys destroyed, ${deliveriesWithdrawn} messages withdrawn`);
    });
  },
});
