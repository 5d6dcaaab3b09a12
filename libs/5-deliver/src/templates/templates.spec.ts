import { describe, expect, it } from '@jest/globals';
import { compose } from '../compose.js';
import { mailOf } from '../mail-body.js';
import { smsLength } from '../sms.js';
import { DEFAULT_TEMPLATES } from './defaults.data.js';
import { problemsOfTemplate, type TemplateText } from './template.js';
import { templateFor, type Template } from './templates.store.js';

const ANSWER: TemplateText = { subject: '答复 {{reference}}', body: '{{name}}：{{reply}}', html: null, sms: null };
const problems = (purpose: 'answer' | 'survey', changes: Partial<TemplateText>) =>
  problemsOfTemplate(purpose, { ...ANSWER, ...changes }).map(({ field, message }) => `${field} ${message}`);

describe('a template', () => {
  it('of ours has nothing that one of an operator would be refused for', () => {
    for (const purpose of ['answer', 'survey'] as const)
      for (const text of Object.values(DEFAULT_TEMPLATES[purpose]))
        expect(problemsOfTemplate(purpose, text)).toEqual([]);
  });

  it('with a placeholder that is not known is refused by name, and so is one that leaves out what it is for', () => {
    expect(problems('answer', { body: '{{reply}} {{ phone }} {{constructor}} {{}}' }).join()).toMatch(
      /body unknown placeholder \{\{phone\}\}.*\{\{constructor\}\}.*\{\{\}\}/,
    );
    expect(problems('answer', { body: '您好' })).toEqual(['body must hold {{reply}}']);
    expect(problems('survey', { body: '{{link}}', sms: '请回答' })).toEqual(['sms must hold {{link}}']);
    expect(problems('survey', { subject: '{{link}}', body: '{{link}}' })).toEqual(['subject may hold {{reference}} and {{name}} only']); // prettier-ignore
  });

  it.each(['<script>', '<img src=x>', '<a onclick=x>', '<div style="background:url(//x)">', '<a href="javascript:x">', '<FORM>'])(
    'with %s in its HTML is refused', (evil) => expect(problems('answer', { html: `{{reply}}${evil}` })).toHaveLength(1),
  ); // prettier-ignore

  it('of nothing but braces and blanks is refused in no time', () => {
    const began = performance.now();
    for (const evil of ['{{ ', '{{', '{ {', '}}'])
      expect(
        problems('answer', { body: `{{reply}}${evil}${' '.repeat(4_000)}${evil.repeat(1_500)}` }).length,
      ).toBeLessThan(3);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('is looked for by kind, then for every kind, then among ours', () => {
    const general = { ...ANSWER, purpose: 'answer', kind: '', language: 'zh', version: 1, changedBy: 'person:1', changedAt: null } as Template; // prettier-ignore
    const complaint = { ...general, kind: 'complaint', subject: '投诉答复' } as Template;
    const subjectOf = (written: Template[], kind: string | null) => templateFor(written, { purpose: 'answer', kind, language: 'zh' }).subject; // prettier-ignore
    expect(subjectOf([general, complaint], 'complaint')).toBe('投诉答复');
    expect(subjectOf([general, complaint], 'fault')).toBe(general.subject);
    expect(subjectOf([complaint], null)).toBe(DEFAULT_TEMPLATES.answer.zh.subject);
  });

  it('is filled in once: what a customer or a person wrote is text, in HTML too', () => {
    const template = { ...ANSWER, html: '<p>{{name}}</p><p>{{reply}}</p>', sms: '{{reply}}' };
    const content = { purpose: 'answer', reference: 'HY-1', reply: '<b>{{name}}</b>\n&', name: '"><script>' } as const;
    const { html, body } = compose(content, template, { language: 'zh', channel: 'email' });
    expect(html).toBe('<p>&quot;&gt;&lt;script&gt;</p><p>&lt;b&gt;{{name}}&lt;/b&gt;<br>&amp;</p>');
    expect(body).toBe('"><script>：> <b>{{name}}</b>\n> &');
    expect(compose(content, template, { language: 'zh', channel: 'sms' }).body).toBe('<b>{{name}}</b>\n&');
  });

  it('gives a mail that fetches nothing and leads only to our link', () => {
    const words = compose({ purpose: 'survey', reference: 'HY-1' }, DEFAULT_TEMPLATES.survey.en, { language: 'en', channel: 'email' }); // prettier-ignore
    const link = 'https://fb.example/s/abc';
    const body = words.body.replace('/s/********', link);
    const { html, headers } = mailOf({ ...words, body, link, language: 'en' }, 'http://fb.example/u/x');
    expect([...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, url]) => url)).toEqual([
      link,
      'http://fb.example/u/x',
    ]);
    expect(headers).toEqual({ 'List-Unsubscribe': '<http://fb.example/u/x>' });
  });
});

describe('the length of an SMS', () => {
  it.each([
    ['a'.repeat(160), 'gsm-7', 160, 1],
    ['a'.repeat(161), 'gsm-7', 161, 2],
    ['a'.repeat(306), 'gsm-7', 306, 2],
    ['a'.repeat(307), 'gsm-7', 307, 3],
    ['€'.repeat(80), 'gsm-7', 160, 1],
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'gsm-7', 306, 3],
    ['中'.repeat(70), 'ucs-2', 70, 1],
    ['中'.repeat(71), 'ucs-2', 71, 2],
    ['中'.repeat(134), 'ucs-2', 134, 2],
    ['中'.repeat(135), 'ucs-2', 135, 3],
    ['😀'.repeat(35), 'ucs-2', 70, 1],
    ['', 'gsm-7', 0, 1],
  ])('%#: %.20s is %s, %i places, %i parts', (text, encoding, length, parts) => {
    expect(smsLength(text)).toEqual({ encoding, length, parts });
  });
});
