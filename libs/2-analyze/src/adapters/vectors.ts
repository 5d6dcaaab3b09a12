import { OutsideError } from './outside.js';

/** No model that is in use has more. */
const MOST_DIMENSIONS = 16_384;

/** The body of `POST {base}/embeddings`. */
export function vectorRequest(model: string, texts: readonly string[]): unknown {
  return { model, input: texts };
}

/**
 * The vectors out of an answer, in the order of the texts: as lists of numbers or as base64 of little-endian float32, by
 * their `index` where they have one.
 * @param count texts that were sent
 * @param dimensions of the vectors that this model gave before, when there are any
 * @throws {OutsideError} `answer`, when there is not exactly one usable vector for each text
 */
export function readVectors(answer: unknown, count: number, dimensions?: number): Float32Array[] {
  const data = fieldOf(answer, 'data');
  if (!Array.isArray(data)) throw wrong('has no list "data"');
  if (data.length !== count) throw wrong(`has ${data.length} vectors for ${count} texts`);
  const vectors: (Float32Array | undefined)[] = Array.from({ length: count });
  for (const [position, entry] of data.entries()) {
    const index = fieldOf(entry, 'index') ?? position;
    if (!Number.isInteger(index) || (index as number) < 0 || (index as number) >= count)
      throw wrong('has a wrong index');
    if (vectors[index as number]) throw wrong('has an index twice');
    vectors[index as number] = vectorOf(fieldOf(entry, 'embedding'));
  }
  // Each index is in range and none came twice, so none is missing.
  const found = vectors as Float32Array[];
  const expected = dimensions ?? found[0]?.length;
  const odd = found.find(({ length }) => length !== expected);
  if (odd) throw wrong(`has ${odd.length} dimensions where this model's other vectors have ${expected}`);
  return found;
}

/** As stored: little-endian float32, one after the other. */
export function vectorBytes(vector: Float32Array): Buffer {
  const bytes = Buffer.alloc(4 * vector.length);
  vector.forEach((value, i) => bytes.writeFloatLE(value, 4 * i));
  return bytes;
}

/** From `vectorBytes`. */
export function bytesVector(bytes: Buffer): Float32Array {
  return Float32Array.from({ length: bytes.length >> 2 }, (_, i) => bytes.readFloatLE(4 * i));
}

function vectorOf(value: unknown): Float32Array {
  const vector = typeof value === 'string' ? fromBase64(value) : fromList(value);
  if (vector.length === 0 || vector.length > MOST_DIMENSIONS)
    throw wrong(`has a vector of ${vector.length} dimensions`);
  // Also what is too large for a float32 is infinite by now.
  if (!vector.every(Number.isFinite)) throw wrong('has a number that is not finite');
  if (vector.every((component) => component === 0)) throw wrong('has a vector of nothing but zeros');
  return vector;
}

function fromBase64(value: string): Float32Array {
  const bytes = Buffer.from(value, 'base64');
  if (bytes.length % 4 !== 0 || bytes.length < Math.floor((value.length * 3) / 4) - 2)
    throw wrong('has a broken base64');
  return bytesVector(bytes);
}

function fromList(value: unknown): Float32Array {
  if (!Array.isArray(value) || value.some((component) => typeof component !== 'number'))
    throw wrong('has a vector that is no list of numbers');
  return Float32Array.from(value as number[]);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function wrong(what: string): OutsideError {
  return new OutsideError('answer', `The answer ${what}.`);
}
