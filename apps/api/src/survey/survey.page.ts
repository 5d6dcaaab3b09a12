import type { SurveyQuestion } from '@huiyin/recollect';

/** The words of the page, in the customer's language. */
const WORDS = {
  zh: {
    title: '服务回访',
    told: '我们给您的答复',
    question: '您反映的问题解决了吗？',
    yes: '已解决',
    no: '未解决',
    score: '请为本次服务打分（1 最低，10 最高）',
    comment: '还想对我们说的话（可不填）',
    send: '提交',
    thanks: '已收到您的回答，谢谢您。',
    again: '很抱歉没有帮到您。我们会继续处理，并再次答复您。',
    answered: '您的回答我们已经收到，谢谢您。',
    expired: '回访时间已过。如仍需帮助，请再次联系我们。',
    invalid: '链接无效，请重新打开消息中的链接。',
    choose: '请先选择"已解决"或"未解决"。',
    wrong: '没有保存，请检查后再提交：',
    reference: '编号',
  },
  en: {
    title: 'One question',
    told: 'What we told you',
    question: 'Is your problem solved?',
    yes: 'Yes, solved',
    no: 'No, not solved',
    score: 'How was our service? (1 worst, 10 best)',
    comment: 'Anything else you would like to say (optional)',
    send: 'Send',
    thanks: 'We have your answer. Thank you.',
    again: 'We are sorry that it did not help. We go on with it and will come back to you.',
    answered: 'Your answer is with us already. Thank you.',
    expired: 'The time for an answer has passed. Please contact us again if you need help.',
    invalid: 'This link is not valid. Please open the link in our message again.',
    choose: 'Please choose "Yes" or "No" first.',
    wrong: 'Nothing was saved. Please check and send again: ',
    reference: 'Reference',
  },
} as const;

type PageLanguage = keyof typeof WORDS;

function escape(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}

function languageOf(language: string): PageLanguage {
  return language === 'en' ? 'en' : 'zh';
}

function page(language: PageLanguage, body: string): string {
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${WORDS[language].title}</title>
<link rel="stylesheet" href="/s/survey.css">
</head>
<body><main>${body}</main></body>
</html>`;
}

/** The question, as a form that works without script. `complaint` is what was wrong with what was sent before. */
export function questionPage(question: SurveyQuestion, complaint?: string): string {
  const language = languageOf(question.language);
  const words = WORDS[language];
  const scores = Array.from({ length: 10 }, (_, index) => index + 1)
    .map((score) => `<label><input type="radio" name="score" value="${score}"><span>${score}</span></label>`)
    .join('');
  return page(
    language,
    `<p class="reference">${words.reference} ${escape(question.reference)}</p>
${question.reply ? `<section><h2>${words.told}</h2><p class="reply">${escape(question.reply)}</p></section>` : ''}
<form method="post">
${complaint === undefined ? '' : `<p class="wrong" role="alert">${complaint ? words.wrong + escape(complaint) : words.choose}</p>`}
<fieldset class="solved"><legend>${words.question}</legend>
<label><input type="radio" name="solved" value="true" required><span>${words.yes}</span></label>
<label><input type="radio" name="solved" value="false" required><span>${words.no}</span></label>
</fieldset>
<fieldset class="score"><legend>${words.score}</legend><div>${scores}</div></fieldset>
<label class="comment">${words.comment}<textarea name="comment" rows="4" maxlength="2000"></textarea></label>
<button type="submit">${words.send}</button>
</form>`,
  );
}

/** What the customer sees after the answer. */
export function thanksPage(question: SurveyQuestion, solved: boolean): string {
  const language = languageOf(question.language);
  return page(
    language,
    `<p class="message" role="status">${solved ? WORDS[language].thanks : WORDS[language].again}</p>`,
  );
}

/** What the customer sees when there is nothing to answer; without a survey, in both languages. */
export function closedPage(reason: 'answered' | 'expired' | 'invalid', language?: string): string {
  const known = language === undefined ? undefined : languageOf(language);
  const text = known ? WORDS[known][reason] : `${WORDS.zh[reason]} ${WORDS.en[reason]}`;
  return page(known ?? 'zh', `<p class="message">${text}</p>`);
}

/** The style of all these pages. */
export const SURVEY_CSS = `:root{color-scheme:light dark;--ink:#1a2326;--soft:#5a676b;--line:#7c898d;--paper:#fff;--brand:#0b6b6b;--on:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#e8eef0;--soft:#a9b6ba;--line:#7c898d;--paper:#12191b;--brand:#5cc4c0;--on:#06211f}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:18px/1.6 "Noto Sans SC",system-ui,sans-serif}
main{max-width:34rem;margin:0 auto;padding:24px 20px 48px}.reference{color:var(--soft);font-size:15px;font-variant-numeric:tabular-nums}
h2{font-size:15px;color:var(--soft);font-weight:500;margin:24px 0 4px}.reply{white-space:pre-wrap;overflow-wrap:anywhere;margin:0 0 32px}
fieldset{border:0;padding:0;margin:0 0 32px}legend{font-size:22px;font-weight:600;padding:0;margin-bottom:12px}.score legend,.comment{font-size:16px;font-weight:500}
.solved label{display:block;margin-bottom:12px}.solved span{display:block;text-align:center;padding:16px;border:2px solid var(--line);border-radius:12px;font-size:20px}
.score div{display:grid;grid-template-columns:repeat(5,1fr);gap:8px}.score span{display:block;text-align:center;min-height:48px;line-height:48px;border:1px solid var(--line);border-radius:8px}
input[type=radio]{position:absolute;opacity:0}input:checked+span{background:var(--brand);border-color:var(--brand);color:var(--on)}input:focus-visible+span{outline:3px solid var(--brand);outline-offset:2px}
.comment{display:block;margin-bottom:24px}textarea{display:block;width:100%;margin-top:8px;padding:12px;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:8px}
button{width:100%;min-height:56px;font:inherit;font-size:20px;font-weight:600;color:var(--on);background:var(--brand);border:0;border-radius:12px}
.wrong{border-left:4px solid #c33;padding-left:12px}.message{font-size:22px;margin-top:25vh;text-align:center}`;
