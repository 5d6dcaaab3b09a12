import type { SurveyQuestion } from '@huiyin/recollect';

/** The words of the pages, in the customer's language. */
const WORDS = {
  zh: {
    title: '服务回访',
    told: '我们给您的答复',
    question: '您反映的问题解决了吗？',
    yes: '已解决',
    no: '未解决',
    score: '请为本次服务打分（可不填）',
    worst: '1 很不满意',
    best: '10 非常满意',
    point: (score: number) => `${score} 分`,
    comment: { true: '还想对我们说的话（可不填）', false: '哪里还没有解决？（可不填）' },
    send: '提交',
    thanks: '已收到您的回答，谢谢您。',
    thanksNext: '这条反馈到此办结。如再遇到问题，请随时联系我们。',
    again: '很抱歉没有帮到您。我们会继续处理，并再次答复您。',
    againNext: '您的反馈已重新交给负责的团队，并优先办理；办好后会再次告知您。',
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
    score: 'How was our service? (optional)',
    worst: '1 very bad',
    best: '10 very good',
    point: (score: number) => `${score} out of 10`,
    comment: { true: 'Anything else you would like to say? (optional)', false: 'What is still not solved? (optional)' },
    send: 'Send',
    thanks: 'We have your answer. Thank you.',
    thanksNext: 'Nothing else is needed. If it comes back, please tell us again.',
    again: 'We are sorry that it did not help. We go on with it and will come back to you.',
    againNext: 'It is back with the team in charge, ahead of others, and you will hear from us again.',
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

function page(language: PageLanguage, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="/s/survey.css">
</head>
<body><main>${body}</main></body>
</html>`;
}

function wrongLine(language: PageLanguage, complaint: string | undefined): string {
  if (complaint === undefined) return '';
  const { wrong, choose } = WORDS[language];
  return `<p class="wrong" role="alert">${complaint ? wrong + escape(complaint) : choose}</p>`;
}

/**
 * The one question, as two large buttons that work without script: one tap is the answer.
 * @param complaint what was wrong with what was sent before
 */
export function questionPage(question: SurveyQuestion, complaint?: string): string {
  const language = languageOf(question.language);
  const words = WORDS[language];
  return page(
    language,
    words.question,
    `<p class="reference">${words.reference} ${escape(question.reference)}</p>
<form method="post"><h1 id="question">${words.question}</h1>
${wrongLine(language, complaint)}
<div class="solved" role="group" aria-labelledby="question">
<button type="submit" name="solved" value="true">${words.yes}</button>
<button type="submit" name="solved" value="false">${words.no}</button>
</div></form>
${question.reply ? `<section class="told"><h2>${words.told}</h2><p class="reply">${escape(question.reply)}</p></section>` : ''}`,
  );
}

/** After the one tap: what happens next, and room for a score and words. The answer is kept already. */
export function morePage(question: SurveyQuestion, solved: boolean, complaint?: string): string {
  const language = languageOf(question.language);
  const words = WORDS[language];
  const scores = Array.from({ length: 10 }, (_, index) => index + 1)
    .map(
      (score) =>
        `<label><input type="radio" name="score" value="${score}" aria-label="${words.point(score)}"><span>${score}</span></label>`,
    )
    .join('');
  return page(
    language,
    words.title,
    `${sentences(language, solved)}
<form method="post">${wrongLine(language, complaint)}<input type="hidden" name="then" value="${solved}">
<fieldset class="score"><legend>${words.score}</legend><div>${scores}</div>
<p class="ends" aria-hidden="true"><span>${words.worst}</span><span>${words.best}</span></p></fieldset>
<label class="comment">${words.comment[`${solved}`]}<textarea name="comment" rows="4" maxlength="2000"></textarea></label>
<button type="submit">${words.send}</button>
</form>`,
  );
}

/** What the customer sees after the answer: that it is kept, and what happens next. */
export function thanksPage(question: SurveyQuestion, solved: boolean): string {
  const language = languageOf(question.language);
  return page(language, WORDS[language].title, sentences(language, solved));
}

function sentences(language: PageLanguage, solved: boolean): string {
  const words = WORDS[language];
  const [said, next] = solved ? [words.thanks, words.thanksNext] : [words.again, words.againNext];
  return `<p class="message" role="status">${said}</p><p class="next">${next}</p>`;
}

/** What the customer sees when there is nothing to answer; without a survey, in both languages. */
export function closedPage(reason: 'answered' | 'expired' | 'invalid', language?: string): string {
  const known = language === undefined ? undefined : languageOf(language);
  const text = known ? WORDS[known][reason] : `${WORDS.zh[reason]}<br><span lang="en">${WORDS.en[reason]}</span>`;
  return page(known ?? 'zh', WORDS[known ?? 'zh'].title, `<p class="message alone">${text}</p>`);
}
