import { STATUS_WORDS, wordsIn, type PostUpdate, type PublicPost } from '@huiyin/board';
import { markup } from './html.js';
import { nameOf, wordsOf, type View } from './layout.page.js';

/** The Atom feed (RFC 4287): what was made public and how it moved on, the latest first. Everything in it is text. */
export function atomFeed(view: View, posts: readonly PublicPost[], updates: readonly PostUpdate[]): string {
  const { publicUrl, language } = view;
  const bySlug = new Map(posts.map((post) => [post.slug, post]));
  const known = updates.filter(({ slug }) => bySlug.has(slug));
  const entries = known.map(({ id, slug, status, at }) => {
    const post = bySlug.get(slug) as PublicPost;
    const { words, language: of } = wordsIn(post, language);
    const url = `${publicUrl}/board/${slug}`;
    const answer = words.answer ?? post.publicWords;
    return markup`<entry><id>${url}#${id}</id><title xml:lang="${of}">${STATUS_WORDS[language][status]}: ${words.title}</title><updated>${at}</updated>
<link rel="alternate" href="${url}?lang=${language}"/><content type="text" xml:lang="${of}">${words.text}${answer ? `\n\n${answer}` : ''}</content></entry>
`;
  });
  const self = `${publicUrl}/board/feed.atom?lang=${language}`;
  const updated = known[0]?.at ?? '1970-01-01T00:00:00Z';
  return markup`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language === 'zh' ? 'zh-CN' : 'en'}"><id>${publicUrl}/board</id><title>${nameOf(view)}</title><subtitle>${wordsOf(view).lead}</subtitle>
<updated>${updated}</updated><author><name>${nameOf(view)}</name></author><link rel="self" href="${self}"/><link rel="alternate" href="${publicUrl}/board?lang=${language}"/>
${entries}</feed>
`.markup;
}

/** The addresses that search engines may keep. */
export function siteMap(publicUrl: string, posts: readonly PublicPost[]): string {
  const urls = ['/board', '/board/new', ...posts.map(({ slug }) => `/board/${slug}`)];
  return markup`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map((path) => markup`<url><loc>${publicUrl}${path}</loc></url>`)}</urlset>
`.markup;
}

/** What search engines may look at: the board, and nothing else. */
export function robotsText(publicUrl: string, open: boolean): string {
  if (!open) return 'User-agent: *\nDisallow: /\n';
  return `User-agent: *\nAllow: /board\nDisallow: /board/mine/\nDisallow: /board/confirm/\nDisallow: /board/leave/\nDisallow: /\nSitemap: ${publicUrl}/board/sitemap.xml\n`;
}
