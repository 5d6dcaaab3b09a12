/**
 * The one catalogue of coded errors. A code is a promise to other programs and never changes its meaning;
 * `status` is the HTTP status the API answers with, `title` the short name of the problem (RFC 9457).
 */
export const ERRORS = {
  'validation-failed': { status: 400, title: 'The request is not valid' },
  'malformed-body': { status: 400, title: 'The body cannot be read' },
  'bad-cursor': { status: 400, title: 'The cursor is not one of ours' },
  unauthenticated: { status: 401, title: 'Not signed in' },
  'missing-scope': { status: 403, title: 'The key or person may not do this' },
  'sign-in-off': { status: 403, title: 'This way of signing in is switched off' },
  'outside-binding': { status: 403, title: 'The key or person is bound to another source or unit' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'not-waiting': { status: 409, title: 'The item does not wait for this' },
  'already-exists': { status: 409, title: 'There is one already' },
  'two-secrets': { status: 409, title: 'The key does not have that many live secrets' },
  'cluster-merged': { status: 409, title: 'The cluster has become part of another' },
  'not-a-member': { status: 409, title: 'An item is not in the cluster' },
  'edit-superseded': { status: 409, title: 'A later edit stands in the way' },
  'edit-undone': { status: 409, title: 'The edit has been undone' },
  'suggestion-decided': { status: 409, title: 'The suggestion has been decided' },
  'suggestion-stale': { status: 409, title: 'The suggestion no longer fits' },
  'import-ended': { status: 409, title: 'The import has ended' },
  'survey-answered': { status: 409, title: 'The question has been answered' },
  'survey-expired': { status: 410, title: 'The time for an answer has passed' },
  'webhook-off': { status: 409, title: 'The webhook is switched off' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The content type is not supported' },
  'unreadable-file': { status: 422, title: 'The file cannot be read' },
  'unknown-unit': { status: 422, title: 'There is no such unit' },
  'idempotency-conflict': { status: 422, title: 'The key was used with another body' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'internal-error': { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'The database cannot be reached' },
  'stage-failed': { status: 500, title: 'A stage could not finish its work on an item' },
  'sign-in-provider': { status: 502, title: 'The sign-in provider did not answer as it should' },
  'delivery-failed': { status: 502, title: 'A channel did not take the message' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** What is wrong with one field of a request; `field` is its path, e.g. `customer.phone` or `items[3].text`. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** An error that somebody can act on: `detail` says what is wrong and what to do. */
export class CodedError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
    readonly fields: readonly FieldError[] = [],
  ) {
    const depth = Error.stackTraceLimit;
    // An answer, not a fault: nobody reads where it was made, and a batch may hold thousands.
    Error.stackTraceLimit = 0;
    super(detail);
    Error.stackTraceLimit = depth;
    this.name = 'CodedError';
  }

  get status(): number {
    return ERRORS[this.code].status;
  }
}
