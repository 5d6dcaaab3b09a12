import { describe, expect, it } from '@jest/globals';
import { shareable } from './shareable.js';

describe('a copy to share', () => {
  it('has the same numbers in shared memory, and everything else as it was', () => {
    const model = { version: 'kind-1', labels: ['a', 'b'], weights: Int8Array.of(-1, 2), bias: Float32Array.of(0.5) };
    const copy = shareable({ kind: model, slots: Uint32Array.of(7) });
    expect(copy).toEqual({ kind: model, slots: Uint32Array.of(7) });
    expect(copy.kind.weights.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(copy.slots.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it('is not copied twice', () => {
    const once = shareable({ bias: Float32Array.of(0.5) });
    expect(shareable(once).bias).toBe(once.bias);
  });
});
