/** A place where two texts differ: `[aFrom, aTo)` of one stands against `[bFrom, bTo)` of the other; one of them may be empty. */
export interface Edit {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
}

/** Texts whose differing parts span more pairs of places are not compared letter by letter. */
const MAX_CELLS = 60_000;

/** Fills the table of costs (insert, delete, substitute: 1 each; a swap of neighbours: 1), row by row. */
function costs(a: string, b: string): Uint16Array {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let j = 0; j < width; j++) table[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const row = i * width;
    table[row] = i;
    for (let j = 1; j < width; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let best = Math.min(table[row - width + j]! + 1, table[row + j - 1]! + 1);
      best = Math.min(best, table[row - width + j - 1]! + (same ? 0 : 1));
      if (isSwap(a, i, b, j)) best = Math.min(best, table[row - 2 * width + j - 2]! + 1);
      table[row + j] = best;
    }
  }
  return table;
}

function isSwap(a: string, i: number, b: string, j: number): boolean {
  return i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && a[i - 1] !== a[i - 2];
}

/** Walks back through the table; answers with what is not the same, neighbours together, first one first. */
function trace(a: string, b: string, table: Uint16Array, offset: number): Edit[] {
  const width = b.length + 1;
  const edits: Edit[] = [];
  let [i, j] = [a.length, b.length];
  const step = (di: number, dj: number): void => {
    const last = edits.at(-1);
    const glued = last && last.aFrom === i + offset && last.bFrom === j + offset;
    if (glued) edits.pop();
    const [aTo, bTo] = glued ? [last.aTo, last.bTo] : [i + offset, j + offset];
    i -= di;
    j -= dj;
    edits.push({ aFrom: i + offset, aTo, bFrom: j + offset, bTo });
  };
  while (i > 0 || j > 0) {
    const here = table[i * width + j]!;
    const diagonal = i > 0 && j > 0 ? table[(i - 1) * width + j - 1]! : Infinity;
    if (i > 0 && j > 0 && a[i - 1] === b[j - 1] && diagonal === here) {
      i--;
      j--;
    } else if (isSwap(a, i, b, j) && table[(i - 2) * width + j - 2]! + 1 === here) step(2, 2);
    else if (diagonal + 1 === here) step(1, 1);
    else if (i > 0 && table[(i - 1) * width + j]! + 1 === here) step(1, 0);
    else step(0, 1);
  }
  return edits.reverse();
}

/** Where two texts differ, in order; `undefined` when they are too long and too different to say so quickly. */
export function editsBetween(a: string, b: string): Edit[] | undefined {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  const [middleA, middleB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if ((middleA.length + 1) * (middleB.length + 1) > MAX_CELLS) return undefined;
  return trace(middleA, middleB, costs(middleA, middleB), start);
}
