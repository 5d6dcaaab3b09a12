import { describe, expect, it } from '@jest/globals';
import { readTime, zoneOf } from './times.js';

describe('a time in a file', () => {
  it('is read as people and programs write it, in the zone of the file unless it names its own', () => {
    const read: [string, string][] = [
      ['2019/2/28 11:25:05', '2019-02-28T11:25:05+08:00'],
      ['2019-02-28 11:25', '2019-02-28T11:25:00+08:00'],
      [' 2019.2.8 ', '2019-02-08T00:00:00+08:00'],
      ['2019年2月28日 11时25分', '2019-02-28T11:25:00+08:00'],
      ['2019年2月28日11:25:05', '2019-02-28T11:25:05+08:00'],
      ['2019-02-28T11:25:05.123456', '2019-02-28T11:25:05.123456+08:00'],
      ['2019-02-28T11:25:05Z', '2019-02-28T11:25:05+00:00'],
      ['2019-02-28 11:25:05 -0530', '2019-02-28T11:25:05-05:30'],
      ['20190228', '2019-02-28T00:00:00+08:00'],
      ['20190228112505', '2019-02-28T11:25:05+08:00'],
      ['1551324305', '2019-02-28T03:25:05.000Z'],
      ['1551324305250', '2019-02-28T03:25:05.250Z'],
      ['43524', '2019-02-28T00:00:00+08:00'],
      ['43524.4757523148', '2019-02-28T11:25:05+08:00'],
    ];
    for (const [written, time] of read) expect([written, readTime(written, '+08:00')]).toEqual([written, time]);
  });

  it('is not guessed where it may mean two things, or nothing', () => {
    for (const text of ['', 'yesterday', '2/28/2019 11:25', '28.2.2019', '11:25:05', '2019', '12345', '2019-02-28 11'])
      expect(readTime(text, '+08:00')).toBeUndefined();
  });
});

describe('a zone', () => {
  it('is an offset, however it is written', () => {
    expect(['+08:00', '+0800', '+8', 'Z', 'utc', '-03:30'].map(zoneOf)).toEqual([
      ...['+08:00', '+08:00', '+08:00', '+00:00', '+00:00', '-03:30'],
    ]);
    for (const text of ['', 'CST', '+15:00', '+08:60', '8']) expect(zoneOf(text)).toBeUndefined();
  });
});
