import { CodedError } from '@huiyin/loop';

/** The error for a file that cannot be read as what it should be; the sentence says what to do. */
export function unreadable(sentence: string): CodedError {
  return new CodedError('unreadable-file', sentence, [{ field: 'file', message: sentence }]);
}
