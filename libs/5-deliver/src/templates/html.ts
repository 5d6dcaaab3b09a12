const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, in the content and in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** Text with line breaks as HTML. */
export function linesAsHtml(text: string): string {
  return escapeHtml(text.trim()).replace(/\r\n|\r|\n/g, '<br>');
}

const PARAGRAPH = 'margin:0 0 16px';
const QUOTE = 'margin:0 0 16px;padding:4px 0 4px 16px;border-left:4px solid #0b8080';
const BUTTON =
  'display:inline-block;padding:12px 24px;border-radius:8px;background:#0b6b6b;color:#ffffff;text-decoration:none;font-weight:600';

/** The words of a button that leads to the question. */
const OPEN = { zh: '请点此作答', en: 'Answer here' } as const;

/**
 * A plain text as HTML: paragraphs, lines that begin with `>` as a quotation, and the survey's link as a button with the
 * address below it.
 */
export function htmlOfText(text: string, link: string | null, language: keyof typeof OPEN): string {
  const blocks = text.trim().split(/\n{2,}/);
  return blocks.map((block) => (/^>/.test(block) ? quotation(block) : paragraph(block, link, language))).join('\n');
}

function quotation(block: string): string {
  const lines = block.split('\n').map((line) => escapeHtml(line.replace(/^> ?/, '')));
  return `<blockquote style="${QUOTE}">${lines.join('<br>')}</blockquote>`;
}

function paragraph(block: string, link: string | null, language: keyof typeof OPEN): string {
  const html = escapeHtml(block).replaceAll('\n', '<br>');
  if (link === null) return `<p style="${PARAGRAPH}">${html}</p>`;
  const href = escapeHtml(link);
  const button = `<a href="${href}" style="${BUTTON}">${OPEN[language]}</a><br><span style="font-size:13px">${href}</span>`;
  return `<p style="${PARAGRAPH}">${html.replaceAll(href, () => button)}</p>`;
}

/**
 * The frame of every mail: readable on a phone, in light and dark (no colours of its own for paper and ink), nothing that is
 * fetched from elsewhere.
 */
export function mailPage(inner: string, title: string, language: keyof typeof OPEN): string {
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(title)}</title>
</head>
<body style="margin:0;padding:0">
<div style="max-width:600px;margin:0 auto;padding:24px 20px;font-family:'Noto Sans SC','PingFang SC','Microsoft YaHei',system-ui,sans-serif;font-size:16px;line-height:1.6;overflow-wrap:anywhere">
${inner}
</div>
</body>
</html>`;
}
