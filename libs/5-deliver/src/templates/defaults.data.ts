import type { CustomerLanguage } from '@huiyin/loop';
import type { Purpose } from '../channel.js';
import type { TemplateText } from './template.js';

const paragraphs = (...parts: readonly string[]): string => `${parts.join('\n\n')}\n`;

/** What customers read where the operator has written nothing else. The SMS bears no signature: gateways put theirs in front. */
export const DEFAULT_TEMPLATES: Record<Purpose, Record<CustomerLanguage, TemplateText & { readonly sms: string }>> = {
  answer: {
    zh: {
      subject: '您的反馈已有答复（{{reference}}）',
      body: paragraphs(
        '尊敬的客户，您好：',
        '感谢您告诉我们。您的反馈（编号 {{reference}}）已有结果，答复如下：',
        '{{reply}}',
        '接下来，我们会另外问您一句：问题解决了吗？如果没有解决，我们会在同一编号下继续办理，您不必从头再说。',
        '如需再联系我们，请报上编号 {{reference}}。',
      ),
      html: null,
      sms: '您的反馈 {{reference}} 已有答复：{{reply}}',
    },
    en: {
      subject: 'Our answer to your feedback ({{reference}})',
      body: paragraphs(
        'Dear customer,',
        'Thank you for telling us. This is what came of your feedback (reference {{reference}}):',
        '{{reply}}',
        'Next, we will ask you one question: did it help? If it did not, we go on with it under the same reference, and you need not tell it again.',
        'If you contact us again, please mention {{reference}}.',
      ),
      html: null,
      sms: 'Our answer to your feedback {{reference}}: {{reply}}',
    },
  },
  survey: {
    zh: {
      subject: '想请问您：问题解决了吗（{{reference}}）',
      body: paragraphs(
        '尊敬的客户，您好：',
        '您的反馈（编号 {{reference}}）我们已经答复。想请问您：问题解决了吗？',
        '请打开下面的链接作答，无需登录，约需十秒：\n{{link}}',
        '如果没有解决，我们会接着办理。这个链接只属于您，请不要转发给他人。',
      ),
      html: null,
      sms: '您的反馈 {{reference}} 已答复。问题解决了吗？请点开作答，约十秒：{{link}}',
    },
    en: {
      subject: 'Did it help? ({{reference}})',
      body: paragraphs(
        'Dear customer,',
        'We have answered your feedback (reference {{reference}}). Did it help?',
        'Please open this link to tell us; it takes ten seconds and no sign-in:\n{{link}}',
        'If it did not help, we go on with it. The link is yours alone; please do not pass it on.',
      ),
      html: null,
      sms: 'We have answered your feedback {{reference}}. Did it help? Ten seconds: {{link}}',
    },
  },
};
