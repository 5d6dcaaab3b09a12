import chromium from '@sparticuz/chromium';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium as browsers } from 'playwright-core';

/**
 * `npm run screens`: a picture of every screen in both languages, into docs/screens/. Wants an instance that runs, with the demo in
 * it, and its data directory in HUIYIN_DATA_DIR (default .huiyin), where the way to it is written.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'docs', 'screens');
// eslint-disable-next-line no-restricted-properties -- as the command line finds the instance
const data = process.env.HUIYIN_DATA_DIR ?? join(root, '.huiyin');
const { url, admin, apiKey } = JSON.parse(readFileSync(join(data, 'credentials.json'), 'utf8'));

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

async function get(path) {
  const answer = await fetch(new URL(path, url), { headers: { authorization: `Bearer ${apiKey}` } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}

/** The link of a survey that waits for its answer; the demo sends over the log channel, which keeps it. */
async function surveyLink(language) {
  const { items } = await get('/api/v1/feedback?stage=recollect&state=waiting&limit=200');
  for (const { id } of items.filter((item) => item.language === language)) {
    const deliveries = await get(`/api/v1/feedback/${id}/deliveries`);
    const link = deliveries.map(({ body }) => /\/s\/[\w-]{10,}/.exec(body ?? '')?.[0]).find(Boolean);
    if (link) return link;
  }
  return undefined;
}

async function screens(language) {
  const [items, clusters, survey] = await Promise.all([
    get('/api/v1/feedback?state=closed&limit=1'),
    get('/api/v1/clusters?sort=impact&limit=1'),
    surveyLink(language),
  ]);
  return [
    { name: 'loop', path: '/console/loop' },
    { name: 'log', path: '/console/log' },
    { name: 'log-phone', path: '/console/log', size: PHONE },
    { name: 'queue', path: '/console/queue' },
    { name: 'items', path: '/console/feedback' },
    { name: 'item', path: `/console/feedback/${items.items[0].reference}` },
    { name: 'clusters', path: '/console/clusters' },
    { name: 'cluster', path: `/console/clusters/${clusters.items[0].id}` },
    { name: 'hot', path: '/console/hot' },
    { name: 'insight', path: '/console/insight' },
    { name: 'settings', path: '/console/settings' },
    { name: 'board-staff', path: '/console/board' },
    { name: 'board', path: '/board', languageInAddress: true },
    { name: 'board-phone', path: '/board', size: PHONE, languageInAddress: true },
    ...(survey ? [{ name: 'survey-phone', path: survey, size: PHONE }] : []),
  ];
}

async function shoot(browser, { name, path, size = DESK, languageInAddress = false }, language) {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const context = await browser.newContext({
    viewport: size,
    locale,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  const signedIn = await context.request.post(new URL('/api/v1/session', url).href, { data: admin });
  if (!signedIn.ok()) throw new Error(`Signing in answered ${signedIn.status()}`);
  await context.request.patch(new URL('/api/v1/me', url).href, { data: { language } });
  const page = await context.newPage();
  const address = new URL(path, url);
  if (languageInAddress) address.searchParams.set('lang', language);
  await page.goto(address.href);
  // The live stream never ends, so the page is never idle: it is ready when no bone is left and the fonts are there.
  await page.locator('.bone').first().waitFor({ state: 'detached' });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(out, `${name}.${language}.png`) });
  console.log(`docs/screens/${name}.${language}.png`);
  await context.close();
}

mkdirSync(out, { recursive: true });
const browser = await browsers.launch({
  executablePath: await chromium.executablePath(),
  args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  headless: true,
});
try {
  for (const language of ['zh', 'en'])
    for (const screen of await screens(language)) await shoot(browser, screen, language);
} finally {
  await browser.close();
}
