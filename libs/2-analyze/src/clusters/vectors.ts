/** Brings a vector to length 1, in place; one of length 0 stays. */
export function normalise(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square === 0) return vector;
  const factor = 1 / Math.sqrt(square);
  for (let i = 0; i < vector.length; i++) vector[i]! *= factor;
  return vector;
}

/** Vectors of one length, row by row. */
export interface Vectors {
  readonly dimensions: number;
  readonly size: number;
  readonly values: Float32Array;
}

/** Vectors as one block. */
export function stack(rows: readonly Float32Array[], dimensions: number): Vectors {
  const values = new Float32Array(rows.length * dimensions);
  rows.forEach((row, i) => values.set(row.subarray(0, dimensions), i * dimensions));
  return { dimensions, size: rows.length, values };
}

/** Similarity of row `i` of one block and row `j` of another: the cosine, as all are of length 1. */
export function dot(a: Vectors, i: number, b: Vectors, j: number): number {
  const { dimensions } = a;
  const x = a.values;
  const y = b.values;
  let sum = 0;
  for (let d = 0, p = i * dimensions, q = j * dimensions; d < dimensions; d++) sum += x[p + d]! * y[q + d]!;
  return sum;
}

/** A direction as bytes, one a dimension: what is lost does not matter for finding neighbours. */
export function packVector(vector: Float32Array): Buffer {
  let most = 0;
  for (const value of vector) most = Math.max(most, Math.abs(value));
  const packed = Buffer.alloc(vector.length);
  if (most > 0) vector.forEach((value, d) => packed.writeInt8(Math.round((value / most) * 127), d));
  return packed;
}

/** The direction that {@link packVector} packed, of length 1 again. */
export function unpackVector(bytes: Uint8Array): Float32Array {
  return normalise(Float32Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)));
}
