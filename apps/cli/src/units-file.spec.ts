import { describe, expect, it } from '@jest/globals';
import { unitsOfFile } from './units-file.js';

describe('a file of units', () => {
  it('is a CSV with a head line, in either way of writing names', () => {
    const csv =
      '\ufeffcode,parent,level,name_zh,nameEn,region,active\ngd,,province,广东,Guangdong,44,\ngz,gd,city,广州,,,false\n';
    expect(unitsOfFile('units.CSV', csv)).toEqual([
      {
        code: 'gd',
        parent: undefined,
        level: 'province',
        nameZh: '广东',
        nameEn: 'Guangdong',
        region: '44',
        active: true,
      },
      { code: 'gz', parent: 'gd', level: 'city', nameZh: '广州', nameEn: undefined, region: undefined, active: false },
    ]);
  });

  it('is JSON, flat or as a tree', () => {
    const gz = { code: 'gz', level: 'city', nameZh: '广州' };
    const gd = { code: 'gd', level: 'province', nameZh: '广东' };
    const flat = unitsOfFile('a.json', JSON.stringify([gd, { ...gz, parent: 'gd' }]));
    expect(unitsOfFile('b.json', JSON.stringify({ ...gd, children: [{ ...gz, children: [] }] }))).toEqual(flat);
    expect(flat[1]).toMatchObject({ code: 'gz', parent: 'gd', active: true });
  });

  it('is refused with the place and the reason', () => {
    const refused: [string, string, string][] = [
      ['a.json', '{', 'a.json is not JSON'],
      ['a.json', '[1]', 'not a unit'],
      ['a.json', '[{"code":"x","level":"city","nameZh":"x","boss":1}]', 'unit 1 has an unknown column "boss"'],
      ['a.csv', 'code,level,nameZh\nx,village,x\n', 'unit 1 needs code, nameZh and a level'],
      ['a.csv', 'code,level,nameZh,active\nx,city,x,perhaps\n', 'active is true or false'],
      ['a.csv', 'code,level\nx\n', 'not a CSV file'],
    ];
    for (const [name, text, reason] of refused) expect(() => unitsOfFile(name, text)).toThrow(reason);
  });
});
