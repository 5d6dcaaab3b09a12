import type { CustomerLanguage } from '@huiyin/loop';
import { LINK_PLACEHOLDER } from './masking.js';

/** What a message to a customer says. */
export type Content =
  | { readonly purpose: 'answer'; readonly reference: string; readonly reply: string }
  | { readonly purpose: 'survey'; readonly reference: string };

/** A message as the customer reads it. */
export interface Words {
  readonly subject: string;
  readonly body: string;
}

/** Writes the message. A survey holds `LINK_PLACEHOLDER` where the link will be. */
export function compose(content: Content, language: CustomerLanguage): Words {
  if (content.purpose === 'answer') return language === 'zh' ? answerZh(content) : answerEn(content);
  return language === 'zh' ? surveyZh(content) : surveyEn(content);
}

function quote(reply: string): string {
  return reply
    .trim()
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

function paragraphs(...parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

function answerZh({ reference, reply }: { reference: string; reply: string }): Words {
  return {
    subject: `您的反馈已有答复（${reference}）`,
    body: paragraphs(
      '尊敬的客户，您好：',
      `感谢您告诉我们。您的反馈（编号 ${reference}）已有结果，答复如下：`,
      quote(reply),
      '接下来，我们会另外问您一句：问题解决了吗？如果没有解决，我们会在同一编号下继续办理，您不必从头再说。',
      `如需再联系我们，请报上编号 ${reference}。`,
    ),
  };
}

function answerEn({ reference, reply }: { reference: string; reply: string }): Words {
  return {
    subject: `Our answer to your feedback (${reference})`,
    body: paragraphs(
      'Dear customer,',
      `Thank you for telling us. This is what came of your feedback (reference ${reference}):`,
      quote(reply),
      'Next, we will ask you one question: did it help? If it did not, we go on with it under the same reference, and you need not tell it again.',
      `If you contact us again, please mention ${reference}.`,
    ),
  };
}

function surveyZh({ reference }: { reference: string }): Words {
  return {
    subject: `想请问您：问题解决了吗（${reference}）`,
    body: paragraphs(
      '尊敬的客户，您好：',
      `您的反馈（编号 ${reference}）我们已经答复。想请问您：问题解决了吗？`,
      `请打开下面的链接作答，无需登录，约需十秒：\n${LINK_PLACEHOLDER}`,
      '如果没有解决，我们会接着办理。这个链接只属于您，请不要转发给他人。',
    ),
  };
}

function surveyEn({ reference }: { reference: string }): Words {
  return {
    subject: `Did it help? (${reference})`,
    body: paragraphs(
      'Dear customer,',
      `We have answered your feedback (reference ${reference}). Did it help?`,
      `Please open this link to tell us; it takes ten seconds and no sign-in:\n${LINK_PLACEHOLDER}`,
      'If it did not help, we go on with it. The link is yours alone; please do not pass it on.',
    ),
  };
}
