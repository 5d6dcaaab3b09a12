/**
 * Something the person who runs Huiyin can put right: a bad setting, a port in use, a second instance.
 * `message` is one line that says what is wrong and what to do; it is printed as it is, without a stack.
 */
export class OperatorError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OperatorError';
  }
}
