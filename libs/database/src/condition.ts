/** Takes a value of a statement and answers with its placeholder, `$3`. */
export type Put = (value: unknown) => string;

/** A condition about the row that a statement calls `alias`; the values that it needs are put into the statement. */
export type RowCondition = (put: Put, alias: string) => string;

/** A {@link Put} that collects into `values`. */
export function putInto(values: unknown[]): Put {
  return (value) => `$${values.push(value)}`;
}
