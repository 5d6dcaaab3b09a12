import type { OwnSuggestion } from '@huiyin/board';
import { STATUS_WORDS } from '@huiyin/board';
import { markup, type Html } from './html.js';
import { at, framed, wordsOf, type View } from './layout.page.js';
import { trap } from './post.page.js';

/** What stood in the form before, and what was wrong with it. */
export interface Draft {
  readonly text: string;
  readonly email: string;
  readonly formKey: string;
  readonly wrong?: string;
}

/** The form for a suggestion. */
export function newPage(view: View, { text, email, formKey, wrong }: Draft): string {
  const texts = wordsOf(view);
  const mail = markup`<label for="email">${texts.emailOptional}</label><p class="hint" id="email-hint">${texts.emailHint}</p>
<input id="email" type="email" name="email" value="${email}" maxlength="254" autocomplete="email" aria-describedby="email-hint">`;
  const body = markup`<p><a href="${at(view, '/board')}">${texts.back}</a></p><h1>${texts.newTitle}</h1><p class="lead">${texts.newLead}</p>
<form method="post" action="${at(view, '/board/new')}" class="new">
${wrong ? markup`<p class="wrong" role="alert">${wrong}</p>` : null}
<label for="text">${texts.text}</label><p class="hint" id="text-hint">${texts.textHint}</p>
<textarea id="text" name="text" rows="6" required maxlength="2000" aria-describedby="text-hint" data-similar="similar">${text}</textarea>
<div id="similar" aria-live="polite" data-heading="${texts.similar}"></div>
${view.canMail ? mail : null}<p class="hint">${texts.noMail}</p>
<input type="hidden" name="key" value="${formKey}">${trap(view)}
<button type="submit">${texts.submit}</button></form>`;
  return framed(view, {
    title: texts.newTitle,
    description: texts.newLead,
    canonical: '/board/new',
    body,
    script: true,
  });
}

/** How one's own suggestion stands. */
export function minePage(view: View, own: OwnSuggestion): string {
  const texts = wordsOf(view);
  const shown =
    own.slug &&
    markup`<p>${texts.minePublic} <a href="${at(view, `/board/${own.slug}`)}">${statusOf(view, own)}</a></p>`;
  const body = markup`<h1>${texts.mineTitle}</h1>
<p class="reference">${texts.reference} <strong>${own.reference}</strong></p>
<p class="message" role="status">${own.step === 'received' ? texts.mineThanks : texts.mineSteps[own.step]}</p>
${own.step === 'received' ? markup`<p>${texts.mineNext}</p>` : null}
${own.reply ? markup`<section class="answer"><h2>${texts.mineReply}</h2><p class="words">${own.reply}</p></section>` : null}
${shown || null}<p class="hint">${texts.mineKeep}</p><p><a href="${at(view, '/board')}">${texts.back}</a></p>`;
  return framed(view, { title: texts.mineTitle, body });
}

function statusOf({ language }: View, { postStatus }: OwnSuggestion): string {
  return postStatus ? STATUS_WORDS[language][postStatus] : '→';
}

/** A button that changes something which a link in a mail is about: opening the link alone changes nothing. */
export function buttonForm(label: string): Html {
  return markup`<form method="post" class="vote"><button type="submit">${label}</button></form>`;
}
