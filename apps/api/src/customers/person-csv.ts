import { CSV_MARK, csvLine } from '@huiyin/journey';
import type { PersonFile } from '@huiyin/privacy';

type Line = readonly [about: string, at: string, field: string, value: string];

/**
 * Everything held about a customer as CSV: what it is about (the customer or a reference), when, which field, its value. UTF-8 with
 * a byte order mark; a value that a spreadsheet would take for a formula gets a quote before it.
 */
export function personCsv({ customer, items }: PersonFile): string {
  const lines: Line[] = fields('customer', customer.createdAt, customer);
  for (const { reference, receivedAt, resolutions, deliveries, surveys, ...item } of items) {
    lines.push(...fields(reference, receivedAt, item));
    for (const each of resolutions) lines.push(...fields(`${reference} resolution`, '', each));
    for (const each of deliveries) lines.push(...fields(`${reference} ${each.purpose}`, each.sentAt ?? '', each));
    for (const each of surveys) lines.push(...fields(`${reference} survey`, each.answeredAt ?? '', each));
  }
  return `${CSV_MARK}${[['about', 'at', 'field', 'value'], ...lines].map(csvLine).join('')}`;
}

function fields(about: string, at: string, of: object): Line[] {
  return Object.entries(of).flatMap(([field, value]: [string, unknown]): Line[] => {
    if (value === null || value === undefined) return [];
    return [[about, at, field, typeof value === 'string' ? value : JSON.stringify(value)]];
  });
}
