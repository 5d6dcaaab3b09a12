import { describe, expect, it } from '@jest/globals';
import { robotBody, robotUrl, verdictOf } from './robots.js';

const said = (body: string, status = 200) => ({ status, body });

describe('a robot', () => {
  it('of DingTalk is called with the sign of the moment, as its makers describe it', () => {
    const url = new URL(robotUrl('dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token=t', 'SECx', 1_577_808_000.5)); // prettier-ignore
    expect(Object.fromEntries(url.searchParams)).toEqual({
      access_token: 't',
      timestamp: '1577808000500',
      // printf '1577808000500\nSECx' | openssl dgst -sha256 -hmac SECx -binary | base64
      sign: 'e18OlNRUsb4Pd6QdI1dY3EuiARtAk4h+5i2mYZ4QhNg=',
    });
    expect(robotUrl('dingtalk', 'https://x.example/?a=1', null, 1)).toBe('https://x.example/?a=1');
    expect(robotUrl('wecom', 'https://x.example/?key=1', 'SECx', 1)).toBe('https://x.example/?key=1');
  });

  it('gets Markdown in the form that its kind wants', () => {
    const message = { title: 't', markdown: '**m**', text: 'm' };
    expect(JSON.parse(robotBody('wecom', message))).toEqual({ msgtype: 'markdown', markdown: { content: '**m**' } });
    expect(JSON.parse(robotBody('dingtalk', message))).toEqual({ msgtype: 'markdown', markdown: { title: 't', text: '**m**' } }); // prettier-ignore
  });

  it.each([
    ['wecom', said('{"errcode":0}'), 'sent', undefined],
    ['wecom', said('{"errcode":45009}'), 'retry', 60],
    ['wecom', said('{"errcode":93000}'), 'gone', undefined],
    ['wecom', said('{"errcode":-1}'), 'retry', undefined],
    ['wecom', said('{"errcode":310000}'), 'retry', undefined],
    ['dingtalk', said('{"errcode":310000}'), 'refused', undefined],
    ['dingtalk', said('{"errcode":130101}'), 'retry', 600],
    ['dingtalk', said('{"errcode":300001}'), 'gone', undefined],
    ['dingtalk', said('{}'), 'retry', undefined],
    ['dingtalk', said('<html>welcome</html>'), 'retry', undefined],
    ['dingtalk', said('{"errcode":"0"}'), 'retry', undefined],
    ['wecom', said('{"errcode":0}', 404), 'gone', undefined],
    ['wecom', said('{"errcode":0}', 503), 'retry', undefined],
    ['wecom', { ...said('', 429), retryAfterSeconds: 30 }, 'retry', 30],
  ] as const)('of %s that says %j means %s', (kind, answer, verdict, waitSeconds) => {
    const { verdict: found, waitSeconds: wait, error } = verdictOf(kind, answer);
    expect([found, wait]).toEqual([verdict, waitSeconds]);
    expect(error === null).toBe(verdict === 'sent');
  });
});
