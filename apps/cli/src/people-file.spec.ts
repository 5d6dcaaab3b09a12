import { describe, expect, it } from '@jest/globals';
import { peopleOfFile } from './people-file.js';

describe('a file of people', () => {
  it('is read with its line numbers, whatever stands between the cells and however columns are written', () => {
    const text =
      '\ufeffusername;Display_Name;roles;units\r\nwang.fang;王芳;case-owner,frontline;gd\r\n\r\nli;李娜;"quality";';
    expect(peopleOfFile('a.csv', text)).toEqual([
      {
        line: 2,
        row: { username: 'wang.fang', displayName: '王芳', roles: 'case-owner,frontline', units: 'gd' },
        problem: undefined,
      },
      { line: 4, row: { username: 'li', displayName: '李娜', roles: 'quality', units: '' }, problem: undefined },
    ]);
  });

  it('tells which line has too many or too few cells, and reads the others', () => {
    const lines = peopleOfFile('a.csv', 'username,roles\nwang,frontline\nli,frontline,gd\nzhao');
    expect(lines.map(({ line, problem }) => [line, problem !== undefined])).toEqual([
      [2, false],
      [3, true],
      [4, true],
    ]);
  });

  it('needs a head line that names the user names', () => {
    expect(() => peopleOfFile('a.csv', '')).toThrow(/first line/);
    expect(() => peopleOfFile('a.csv', 'username,boss\na,b')).toThrow(/unknown column "boss"/);
    expect(() => peopleOfFile('a.csv', 'name\nwang')).toThrow(/unknown column/);
    expect(() => peopleOfFile('a.csv', 'roles\nfrontline')).toThrow(/username/);
    expect(() => peopleOfFile('a.csv', 'username\n"wang')).toThrow(/not a CSV file/);
  });
});
