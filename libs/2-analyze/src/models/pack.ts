import { deflateSync, inflateSync } from 'node:zlib';
import { tableOf, type LinearModel } from './linear-model.js';

/** First byte of a stored model: the form it is stored in. */
const FORM = 1;

const bytesOf = (array: Int8Array | Uint32Array | Float32Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

/** Hashes in the order of their rows. */
function hashesOf({ slots, rows, rarity }: LinearModel): Uint32Array {
  const hashes = new Uint32Array(rarity.length);
  slots.forEach((hash, slot) => {
    if (hash !== 0) hashes[rows[slot]!] = hash;
  });
  return hashes;
}

/** Weights label by label instead of row by row: zeros stand together and compress. */
function turned(weights: Int8Array, width: number): Int8Array {
  const height = width === 0 ? 0 : weights.length / width;
  const result = new Int8Array(weights.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) result[x * height + y] = weights[y * width + x]!;
  return result;
}

/** A model as bytes for the store, a few hundred kilobytes to two megabytes; little-endian. */
export function pack(model: LinearModel): Buffer {
  const { version, labels, sharpness, rarity, scales, bias, weights } = model;
  const head = Buffer.from(JSON.stringify({ version, labels, sharpness, size: rarity.length }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const arrays = [hashesOf(model), rarity, scales, bias, turned(weights, labels.length)].map(bytesOf);
  return Buffer.concat([Buffer.of(FORM), deflateSync(Buffer.concat([length, head, ...arrays]))]);
}

/**
 * The model that {@link pack} made bytes of.
 * @throws {Error} when the bytes are not a model, or one of a later release
 */
export function unpack(bytes: Uint8Array): LinearModel {
  if (bytes[0] !== FORM) throw new Error('The stored model has a form that this release does not know; train again.');
  const content = inflateSync(bytes.subarray(1));
  let at = 4 + content.readUInt32LE(0);
  const head = JSON.parse(content.toString('utf8', 4, at)) as {
    version: string;
    labels: string[];
    sharpness: number;
    size: number;
  };
  const { version, labels, sharpness, size } = head;
  const next = (count: number): ArrayBuffer => {
    const part = new ArrayBuffer(count);
    new Uint8Array(part).set(content.subarray(at, (at += count)));
    return part;
  };
  const hashes = new Uint32Array(next(size * 4));
  const rarity = new Float32Array(next(size * 4));
  const scales = new Float32Array(next(size * 4));
  const bias = new Float32Array(next(labels.length * 4));
  const weights = turned(new Int8Array(next(size * labels.length)), size);
  return { version, labels, ...tableOf(hashes), rarity, weights, scales, bias, sharpness };
}
