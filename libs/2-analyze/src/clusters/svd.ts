import { seededRandom } from './random.js';

/** A sparse matrix, row by row. */
export interface SparseRows {
  /** Where each row begins in the other two; one more than there are rows. */
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
  readonly width: number;
}

/** Directions beyond those asked for, and times over the matrix: more of both make the answer sharper. */
const OVERSAMPLING = 12;
const PASSES = 2;

/**
 * The leading right singular vectors of a sparse matrix, one row of `rank` numbers for each column of the matrix:
 * randomised subspace iteration (Halko, Martinsson, Tropp 2011, algorithms 4.4 and 5.1). Seeded: the same matrix gives
 * the same answer.
 */
export function leadingDirections(matrix: SparseRows, rank: number): Float32Array {
  const height = matrix.starts.length - 1;
  const wide = Math.min(rank + OVERSAMPLING, matrix.width, height);
  const random = seededRandom(7);
  const guess = new Float32Array(matrix.width * wide);
  for (let i = 0; i < guess.length; i++) guess[i] = gaussian(random);
  let image = times(matrix, guess, wide);
  for (let pass = 0; pass < PASSES; pass++) {
    orthonormalise(image, height, wide);
    image = times(matrix, timesTransposed(matrix, image, wide), wide);
  }
  orthonormalise(image, height, wide);
  orthonormalise(image, height, wide); // once leaves a rest where columns were nearly parallel
  const columns = timesTransposed(matrix, image, wide);
  return rotate(columns, eigenvectors(gram(columns, wide), wide), { height: matrix.width, wide, rank });
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** matrix × dense, dense being `width` rows of `wide`. */
function times({ starts, columns, values }: SparseRows, dense: Float32Array, wide: number): Float32Array {
  const out = new Float32Array((starts.length - 1) * wide);
  for (let row = 0; row + 1 < starts.length; row++) {
    const target = row * wide;
    for (let k = starts[row]!; k < starts[row + 1]!; k++) {
      const value = values[k]!;
      const source = columns[k]! * wide;
      for (let d = 0; d < wide; d++) out[target + d]! += value * dense[source + d]!;
    }
  }
  return out;
}

/** Transposed matrix × dense, dense having one row of `wide` for each row of the matrix. */
function timesTransposed(
  { starts, columns, values, width }: SparseRows,
  dense: Float32Array,
  wide: number,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(width * wide);
  for (let row = 0; row + 1 < starts.length; row++) {
    const source = row * wide;
    for (let k = starts[row]!; k < starts[row + 1]!; k++) {
      const value = values[k]!;
      const target = columns[k]! * wide;
      for (let d = 0; d < wide; d++) out[target + d]! += value * dense[source + d]!;
    }
  }
  return out;
}

/** Makes the columns of a dense matrix of length 1 and square to one another (modified Gram-Schmidt). */
function orthonormalise(dense: Float32Array, height: number, wide: number): void {
  const transposed = Array.from({ length: wide }, (_, c) => {
    const column = new Float32Array(height);
    for (let row = 0; row < height; row++) column[row] = dense[row * wide + c]!;
    return column;
  });
  transposed.forEach((column, c) => {
    for (let earlier = 0; earlier < c; earlier++) subtract(column, transposed[earlier]!);
    let square = 0;
    for (const value of column) square += value * value;
    const factor = square > 1e-20 ? 1 / Math.sqrt(square) : 0;
    for (let row = 0; row < height; row++) dense[row * wide + c] = column[row]! *= factor;
  });
}

function subtract(column: Float32Array, unit: Float32Array): void {
  let share = 0;
  for (let row = 0; row < column.length; row++) share += column[row]! * unit[row]!;
  for (let row = 0; row < column.length; row++) column[row]! -= share * unit[row]!;
}

/** Transposed dense × dense. */
function gram(dense: Float32Array, wide: number): Float64Array {
  const out = new Float64Array(wide * wide);
  for (let row = 0; row < dense.length; row += wide) {
    for (let i = 0; i < wide; i++) {
      const value = dense[row + i]!;
      if (value === 0) continue;
      for (let j = i; j < wide; j++) out[i * wide + j]! += value * dense[row + j]!;
    }
  }
  for (let i = 0; i < wide; i++) for (let j = 0; j < i; j++) out[i * wide + j] = out[j * wide + i]!;
  return out;
}

/** Eigenvectors of a symmetric matrix as columns, largest eigenvalue first (cyclic Jacobi; Golub and Van Loan, 8.5). */
function eigenvectors(matrix: Float64Array, n: number): Float64Array {
  const a = matrix.slice();
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  for (let sweep = 0; sweep < 12; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) off += a[p * n + q]! ** 2;
    if (off < 1e-14) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) turn(a, v, { n, p, q });
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[j * n + j]! - a[i * n + i]!);
  const sorted = new Float64Array(n * n);
  order.forEach((from, to) => {
    for (let row = 0; row < n; row++) sorted[row * n + to] = v[row * n + from]!;
  });
  return sorted;
}

/** One Jacobi rotation that makes the entry (p, q) zero. */
function turn(a: Float64Array, v: Float64Array, { n, p, q }: { n: number; p: number; q: number }): void {
  const apq = a[p * n + q]!;
  if (Math.abs(apq) < 1e-18) return;
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const [x, y] = [a[k * n + p]!, a[k * n + q]!];
    a[k * n + p] = c * x - s * y;
    a[k * n + q] = s * x + c * y;
  }
  for (let k = 0; k < n; k++) {
    const [x, y] = [a[p * n + k]!, a[q * n + k]!];
    a[p * n + k] = c * x - s * y;
    a[q * n + k] = s * x + c * y;
    const [f, g] = [v[k * n + p]!, v[k * n + q]!];
    v[k * n + p] = c * f - s * g;
    v[k * n + q] = s * f + c * g;
  }
}

/** dense × rotation, the first `rank` columns of it, each of length 1. */
function rotate(
  dense: Float32Array,
  rotation: Float64Array,
  { height, wide, rank }: { height: number; wide: number; rank: number },
): Float32Array {
  const out = new Float32Array(height * rank);
  for (let row = 0; row < height; row++) {
    for (let i = 0; i < wide; i++) {
      const value = dense[row * wide + i]!;
      for (let d = 0; d < rank && d < wide; d++) out[row * rank + d]! += value * rotation[i * wide + d]!;
    }
  }
  const squares = new Float64Array(rank);
  out.forEach((value, at) => (squares[at % rank]! += value * value));
  const factors = squares.map((square) => (square > 0 ? 1 / Math.sqrt(square) : 0));
  return out.map((value, at) => value * factors[at % rank]!);
}
