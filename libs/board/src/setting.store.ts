import type { Sql } from '@huiyin/database';

/** Whether the board is there for everybody, and what it is called. */
export interface BoardSetting {
  readonly open: boolean;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** The board as it is set. */
export async function readSetting(sql: Sql): Promise<BoardSetting> {
  const [row] = await sql.query<BoardSetting>(
    'select open, name_zh as "nameZh", name_en as "nameEn" from board_setting',
  );
  return row ?? { open: false, nameZh: '', nameEn: '' };
}

/** Changes what is given; what is left out stays. */
export async function changeSetting(tx: Sql, { open, nameZh, nameEn }: Partial<BoardSetting>): Promise<void> {
  await tx.query(
    `update board_setting set open = coalesce($1, open), name_zh = coalesce($2, name_zh), name_en = coalesce($3, name_en)`,
    [open ?? null, nameZh ?? null, nameEn ?? null],
  );
}
