import type { BoardLanguage, BoardSetting } from '@huiyin/board';
import type { BoardWords } from './board-words.js';
import { BOARD_WORDS } from './board.words.js';
import { markup, type Html } from './html.js';

/** What every page of the board is drawn with. */
export interface View {
  readonly language: BoardLanguage;
  /** Was the language chosen by the visitor? Then links keep it. */
  readonly chosen: boolean;
  readonly setting: Pick<BoardSetting, 'nameZh' | 'nameEn'>;
  readonly publicUrl: string;
  /** True where a mail server is set. */
  readonly canMail: boolean;
}

/** Of one page. */
export interface Frame {
  readonly title: string;
  readonly description?: string;
  /** Path of its one address; without it the page is not for search engines. */
  readonly canonical?: string;
  readonly body: Html;
  /** Left out where a page has no use for it, and in the preview. */
  readonly script?: boolean;
}

/** The words of a view's language. */
export function wordsOf({ language }: Pick<View, 'language'>): BoardWords {
  return BOARD_WORDS[language];
}

/** What the operator calls the board. */
export function nameOf({ language, setting }: View): string {
  return language === 'zh' ? setting.nameZh : setting.nameEn;
}

/** An address within the board, with the language that was chosen. */
export function at(
  view: Pick<View, 'language' | 'chosen'>,
  path: string,
  query: Readonly<Record<string, string>> = {},
): string {
  const entries = [
    ...Object.entries(query).filter(([, value]) => value !== ''),
    ...(view.chosen ? [['lang', view.language]] : []),
  ];
  const search = new URLSearchParams(entries as [string, string][]).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** The frame of a page: head, name of the board, way to the other language, foot. */
export function framed(view: View, frame: Frame): string {
  const { language } = view;
  const words = wordsOf(view);
  const name = nameOf(view);
  const other: BoardLanguage = language === 'zh' ? 'en' : 'zh';
  const path = frame.canonical ?? '/board';
  return markup`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${frame.title === name ? name : `${frame.title} · ${name}`}</title>
${head(view, frame)}
<link rel="stylesheet" href="/board/board.css">
${frame.script ? markup`<script src="/board/board.js" defer></script>` : null}
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header><a class="name" href="${at(view, '/board')}">${name}</a>
<nav><a class="write" href="${at(view, '/board/new')}">${words.write}</a>
<a href="${at({ language: other, chosen: true }, path)}" lang="${other === 'zh' ? 'zh-CN' : 'en'}" hreflang="${other}">${words.other}</a></nav></header>
<main id="content">${frame.body}</main>
<footer><a href="${at(view, '/board/feed.atom')}">${words.feed}</a></footer>
</body>
</html>`.markup;
}

function head({ publicUrl, language }: View, { canonical, description, title }: Frame): Html {
  if (canonical === undefined) return markup`<meta name="robots" content="noindex">`;
  const url = publicUrl + canonical;
  return markup`<meta name="description" content="${description ?? title}">
<link rel="canonical" href="${url}">
<link rel="alternate" hreflang="zh" href="${url}?lang=zh">
<link rel="alternate" hreflang="en" href="${url}?lang=en">
<link rel="alternate" type="application/atom+xml" href="/board/feed.atom?lang=${language}">
<meta property="og:title" content="${title}"><meta property="og:type" content="article">`;
}

/** A page with one sentence, and perhaps a button below it. */
export function messagePage(view: View, sentence: string, more: Html | null = null): string {
  const body = markup`<p class="message" role="status">${sentence}</p>${more}
<p><a href="${at(view, '/board')}">${wordsOf(view).back}</a></p>`;
  return framed(view, { title: nameOf(view), body });
}
