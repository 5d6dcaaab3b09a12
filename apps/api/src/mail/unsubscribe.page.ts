const WORDS = {
  ask: {
    zh: '不再接收回访邮件？您反映的问题，我们仍会答复。',
    en: 'No more questions by e-mail? You still get our answers to what you tell us.',
  },
  done: {
    zh: '已为您退订回访邮件。您反映的问题，我们仍会答复。',
    en: 'You will get no more questions by e-mail. You still get our answers to what you tell us.',
  },
  invalid: {
    zh: '链接无效，请重新打开邮件中的链接。',
    en: 'This link is not valid. Please open the link in our mail again.',
  },
} as const;

/** The page behind the link in a survey mail, in both languages: of its reader nothing is known here. */
export function unsubscribePage(state: keyof typeof WORDS): string {
  const { zh, en } = WORDS[state];
  const button = state === 'ask' ? '<form method="post"><button type="submit">退订 · Unsubscribe</button></form>' : '';
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>退订 · Unsubscribe</title>
<link rel="stylesheet" href="/s/survey.css">
</head>
<body><main><p class="message alone" role="status">${zh}<br><span lang="en">${en}</span></p>${button}</main></body>
</html>`;
}
