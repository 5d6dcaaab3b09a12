type Numbers = Uint32Array | Int8Array | Float32Array;

/**
 * A copy in which every typed array lies in shared memory: posted to ten threads, it is there once. Plain objects, arrays
 * and typed arrays as models have them; anything else is kept as it is.
 */
export function shareable<T>(value: T): T {
  if (value instanceof Uint32Array) return shared(Uint32Array, value) as T;
  if (value instanceof Int8Array) return shared(Int8Array, value) as T;
  if (value instanceof Float32Array) return shared(Float32Array, value) as T;
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shareable(part)])) as T;
}

function shared(make: { new (buffer: SharedArrayBuffer): Numbers }, numbers: Numbers): Numbers {
  if (numbers.buffer instanceof SharedArrayBuffer) return numbers;
  const copy = new make(new SharedArrayBuffer(numbers.byteLength));
  copy.set(numbers);
  return copy;
}
