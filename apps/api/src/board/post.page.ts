import { FEWEST, STATUS_WORDS, wordsIn, type PostUpdate, type PublicPost } from '@huiyin/board';
import { dayOf, peopleWords, tookWords } from './figures.words.js';
import { markup, type Html } from './html.js';
import { at, framed, wordsOf, type View } from './layout.page.js';

/** What the page of one suggestion shows besides the suggestion. */
export interface PostFrame {
  readonly updates: readonly PostUpdate[];
  readonly voted: boolean;
  /** What went wrong with what was sent before, or what is under way now. */
  readonly said?: { readonly text: string; readonly wrong: boolean };
  /** True: for staff, before it is public; nothing can be sent from it. */
  readonly preview?: boolean;
}

/** One suggestion: what, how many, what was decided, how far it is. */
export function postPage(view: View, post: PublicPost, frame: PostFrame): string {
  const { words, language } = wordsIn(post, view.language);
  const texts = wordsOf(view);
  const answer = words.answer ?? post.publicWords;
  const took = tookWords(post, view.language);
  const said = frame.said && markup`<p class="${frame.said.wrong ? 'wrong' : 'right'}" role="${frame.said.wrong ? 'alert' : 'status'}">${frame.said.text}</p>`; // prettier-ignore
  const body = markup`<p><a href="${at(view, '/board')}">${texts.back}</a></p>
<article><h1 lang="${language}">${words.title}</h1>
<p class="facts"><span class="status ${post.status}">${STATUS_WORDS[view.language][post.status]}</span> ${peopleWords(post, view.language)}${took ? markup` · ${took}` : null}</p>
<p class="words" lang="${language}">${words.text}</p>
${answer ? markup`<section class="answer"><h2>${texts.answer}</h2><p class="words" lang="${language}">${answer}</p></section>` : null}
<section><h2>${texts.progress}</h2>${progress(view, post)}</section>
${said ?? null}
${frame.preview ? null : markup`${voteForm(view, post, frame.voted)}${view.canMail ? followForm(view, post) : null}`}
${frame.updates.length > 0 ? history(view, frame.updates) : null}</article>`;
  const description = [...words.text.replace(/\s+/g, ' ')].slice(0, 150).join('');
  return framed(view, { title: words.title, description, canonical: `/board/${post.slug}`, body });
}

/** The way round the loop, in plain words; what has been is told apart from what comes by words for screen readers too. */
function progress(view: View, post: PublicPost): Html {
  const { steps, since } = wordsOf(view);
  const { language } = view;
  const { told = 0, answered = 0, helped = 0 } = post.figures;
  const decided = post.status !== 'open';
  const counted = answered >= FEWEST;
  const step = (done: boolean, text: string, more: string | null = null) =>
    markup`<li class="${done ? 'done' : 'next'}"><span class="mark" aria-hidden="true">${done ? '✓' : ''}</span><span>${text}${more ? markup`<small>${more}</small>` : null}</span></li>`;
  const verdict = decided
    ? `${steps.decided}${language === 'zh' ? '：' : ': '}${STATUS_WORDS[language][post.status]}`
    : steps.decided;
  return markup`<ol class="steps">
${step(true, steps.heard, since(dayOf(post.heardAt, language)))}
${step(true, steps.passed)}
${step(decided, verdict, decided ? dayOf(post.since, language) : null)}
${step(told >= FEWEST, told >= FEWEST ? steps.told(told) : steps.tellLater)}
${step(counted, counted ? steps.helped(answered, Math.round((100 * helped) / answered)) : steps.askLater)}
</ol>`;
}

function voteForm(view: View, { slug }: PublicPost, voted: boolean): Html {
  const texts = wordsOf(view);
  const action = at(view, `/board/${slug}/vote`);
  if (voted)
    return markup`<form method="post" action="${action}" class="vote"><p role="status">${texts.voted}</p>
<button class="quiet" type="submit" name="take" value="back">${texts.takeBack}</button></form>`;
  return markup`<form method="post" action="${action}" class="vote"><button type="submit">${texts.meToo}</button><p class="hint">${texts.meTooHint}</p></form>`;
}

function followForm(view: View, { slug }: PublicPost): Html {
  const texts = wordsOf(view);
  return markup`<form method="post" action="${at(view, `/board/${slug}/follow`)}" class="follow"><h2>${texts.follow}</h2>
<p class="hint" id="follow-hint">${texts.followHint}</p>
<label>${texts.email}<input type="email" name="email" required maxlength="254" autocomplete="email" aria-describedby="follow-hint"></label>
<label class="check"><input type="checkbox" name="count" value="1" checked><span>${texts.count}</span></label>
${trap(view)}<button class="quiet" type="submit">${texts.send}</button></form>`;
}

/** A field that people do not see and robots fill in. */
export function trap(view: View): Html {
  return markup`<div class="trap" aria-hidden="true"><label>${wordsOf(view).trap}<input name="website" tabindex="-1" autocomplete="off"></label></div>`;
}

function history(view: View, updates: readonly PostUpdate[]): Html {
  const texts = wordsOf(view);
  const rows = updates.map(({ status, at: moment }, index) => {
    const label =
      index === 0 ? `${texts.published} · ${STATUS_WORDS[view.language][status]}` : STATUS_WORDS[view.language][status];
    return markup`<li><time datetime="${moment}">${dayOf(moment, view.language)}</time> ${label}</li>`;
  });
  return markup`<section><h2>${texts.history}</h2><ul class="history">${rows}</ul></section>`;
}
