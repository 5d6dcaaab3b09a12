/** The header in which a request may bring its own id, and in which every answer has it. */
export const REQUEST_ID_HEADER = 'x-request-id';

const REQUEST_ID = /^[\w.-]{8,64}$/;

/** The id that a request brought, when it looks like one. */
export function givenRequestId(header: unknown): string | undefined {
  return typeof header === 'string' && REQUEST_ID.test(header) ? header : undefined;
}
