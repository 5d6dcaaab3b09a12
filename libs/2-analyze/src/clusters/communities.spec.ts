import { describe, expect, it } from '@jest/globals';
import { communities, modularity } from './communities.js';
import { packGraph, type Graph } from './graph.js';

/** `groups` cliques of `size` nodes, each tied to the next by one weak edge. */
function ring(groups: number, size: number): Graph {
  const edges = Array.from({ length: groups * size }, () => new Map<number, number>());
  const tie = (a: number, b: number, weight: number): void => {
    edges[a]!.set(b, weight);
    edges[b]!.set(a, weight);
  };
  for (let group = 0; group < groups; group++) {
    for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) tie(group * size + i, group * size + j, 1);
    tie(group * size, ((group + 1) % groups) * size + 1, 0.1);
  }
  return packGraph(edges);
}

const free = (size: number): Int32Array => new Int32Array(size).fill(-1);

describe('communities', () => {
  const graph = ring(6, 5);

  it('are the groups whose members hold together', () => {
    const labels = communities(graph, { resolution: 1, owners: free(30) });
    expect([...labels]).toEqual(Array.from({ length: 30 }, (_, i) => Math.floor(i / 5)));
  });

  it('are worth more than any other division, and one for all is worth nothing at resolution 1', () => {
    const labels = communities(graph, { resolution: 1, owners: free(30) });
    expect(modularity(graph, labels, 1)).toBeGreaterThan(0.7);
    expect(modularity(graph, new Int32Array(30), 1)).toBeCloseTo(0, 10);
  });

  it('leave what people settled as it is, however little it holds together, and never join two of theirs', () => {
    const owners = free(30);
    for (const i of [0, 7, 22]) owners[i] = 0;
    for (const i of [1, 2]) owners[i] = 1;
    const labels = communities(graph, { resolution: 1, owners });
    expect(new Set([labels[0], labels[7], labels[22]]).size).toBe(1);
    expect(labels[1]).toBe(labels[2]);
    expect(labels[1]).not.toBe(labels[0]);
  });

  it('begin where they are told to, and leave it when it is wrong', () => {
    const start = Int32Array.from({ length: 30 }, (_, i) => i % 3);
    const labels = communities(graph, { resolution: 1, owners: free(30), start });
    expect(modularity(graph, labels, 1)).toBeGreaterThan(0.5);
  });

  it('are the same every time', () => {
    const once = communities(graph, { resolution: 0.5, owners: free(30) });
    expect(communities(graph, { resolution: 0.5, owners: free(30) })).toEqual(once);
  });

  it('of nobody are none', () => {
    expect(communities(packGraph([]), { resolution: 1, owners: free(0) })).toHaveLength(0);
  });
});
