import { categoryNode } from '@huiyin/analyze';
import { BOARD_STATUSES, STATUS_WORDS, wordsIn, type BoardQuery, type PublicPost } from '@huiyin/board';
import { peopleWords, tookWords } from './figures.words.js';
import { markup, type Html } from './html.js';
import { at, framed, nameOf, wordsOf, type View } from './layout.page.js';

/** Posts of one page: quick on a poor phone. */
export const POSTS_ON_PAGE = 12;
const RESULTS_ON_TOP = 3;
const EXCERPT = 110;

/** What a visitor asked for, with the page. */
export interface ListQuery extends BoardQuery {
  readonly page: number;
}

/** The board: results first, then everything, or what was searched for. */
export function listPage(view: View, query: ListQuery, found: { posts: PublicPost[]; categories: string[] }): string {
  const words = wordsOf(view);
  const first = !query.q && !query.status && !query.category && query.page === 1;
  const results = first ? latestResults(found.posts) : [];
  const others = found.posts.filter((post) => !results.includes(post));
  const shown = others.slice((query.page - 1) * POSTS_ON_PAGE, query.page * POSTS_ON_PAGE);
  const more = others.length > query.page * POSTS_ON_PAGE;
  const body = markup`<h1>${nameOf(view)}</h1><p class="lead">${words.lead}</p>
${searchForm(view, query, found.categories)}
<div id="results" aria-live="polite">
${query.q ? markup`<p class="found">${found.posts.length === 0 ? '' : words.found(found.posts.length)}</p>` : null}
${results.length > 0 ? markup`<section class="results"><h2>${words.results}</h2>${results.map((post) => resultCard(view, post))}</section>` : null}
${shown.length > 0 ? markup`<section><h2>${words.list}</h2><ul class="posts">${shown.map((post) => row(view, post))}</ul></section>` : null}
${found.posts.length === 0 ? markup`<p class="empty">${query.q || query.status || query.category ? words.nothingFound : words.nothing}</p>` : null}
${more ? markup`<p class="more"><a href="${at(view, '/board', pageQuery(query))}">${words.earlier}</a></p>` : null}
</div>`;
  const narrowed = !first || query.sort !== 'most';
  const frame = { title: nameOf(view), description: words.lead, body, script: true };
  return framed(view, narrowed ? frame : { ...frame, canonical: '/board' });
}

function latestResults(posts: readonly PublicPost[]): PublicPost[] {
  const done = posts.filter(({ status }) => status === 'done');
  return done.sort((a, b) => (a.since < b.since ? 1 : -1)).slice(0, RESULTS_ON_TOP);
}

function pageQuery({ q = '', status, category = '', sort, page }: ListQuery): Record<string, string> {
  return { q, status: status ?? '', category, sort: sort === 'new' ? 'new' : '', page: String(page + 1) };
}

function searchForm(view: View, query: ListQuery, categories: readonly string[]): Html {
  const words = wordsOf(view);
  const { language } = view;
  const option = (value: string, label: string, now: string | undefined) =>
    markup`<option value="${value}"${value === (now ?? '') ? markup` selected` : null}>${label}</option>`;
  const statuses = BOARD_STATUSES.map((status) => option(status, STATUS_WORDS[language][status], query.status));
  const kinds = categories.map((code) => option(code, categoryNode(code)?.[language] ?? code, query.category));
  return markup`<form class="search" role="search" method="get" action="/board" data-live="results">
<label class="wide">${words.search}<input type="search" name="q" value="${query.q}" maxlength="100" placeholder="${words.searchHint}" autocomplete="off"></label>
<label>${words.status}<select name="status">${option('', words.all, query.status)}${statuses}</select></label>
<label>${words.category}<select name="category">${option('', words.all, query.category)}${kinds}</select></label>
<label>${words.sort}<select name="sort">${option('', words.most, undefined)}${option('new', words.newest, query.sort === 'new' ? 'new' : undefined)}</select></label>
${view.chosen ? markup`<input type="hidden" name="lang" value="${language}">` : null}
<button type="submit">${words.go}</button></form>`;
}

function resultCard(view: View, post: PublicPost): Html {
  const { words, language } = wordsIn(post, view.language);
  const texts = wordsOf(view);
  const did = words.answer ?? post.publicWords;
  return markup`<article class="result" lang="${language === view.language ? null : language}"><p class="label">${texts.said}</p>
<h3><a href="${at(view, `/board/${post.slug}`)}">${words.title}</a></h3>
<p class="label">${texts.did}</p><p>${did ? excerpt(did) : STATUS_WORDS[view.language].done}</p>
<p class="facts">${peopleWords(post, view.language)} · ${tookWords(post, view.language)}</p></article>`;
}

function row(view: View, post: PublicPost): Html {
  const { words, language } = wordsIn(post, view.language);
  const took = tookWords(post, view.language);
  return markup`<li><a href="${at(view, `/board/${post.slug}`)}" lang="${language}">${words.title}</a>
<p class="text" lang="${language}">${excerpt(words.text)}</p>
<p class="facts"><span class="status ${post.status}">${STATUS_WORDS[view.language][post.status]}</span> ${peopleWords(post, view.language)}${took ? markup` · ${took}` : null}</p></li>`;
}

function excerpt(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length <= EXCERPT ? letters.join('') : `${letters.slice(0, EXCERPT).join('')}…`;
}
