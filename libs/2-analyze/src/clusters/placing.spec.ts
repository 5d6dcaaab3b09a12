import { describe, expect, it } from '@jest/globals';
import { Seating } from './placing.js';

const STATISTICS = { mean: 0.1, deviation: 0.1, tightness: 0.6 };
const direction = (...values: number[]): Float32Array => Float32Array.from(values);

function seating(statistics: typeof STATISTICS | null = STATISTICS): Seating {
  let made = 0;
  const seats = [
    { id: 'east', centroid: direction(1, 0), joinsFrom: 0.5 },
    { id: 'north', centroid: direction(0, 1), joinsFrom: 0.9 },
  ];
  return new Seating(seats, statistics, () => `new ${++made}`);
}

describe('an item that comes between two passes', () => {
  it('joins the cluster that is nearest', () => {
    expect(seating().place(direction(0.8, 0.6))).toEqual({ clusterId: 'east', score: 0.8, created: false });
  });

  it('opens one of its own where it is further away than most members are', () => {
    expect(seating().place(direction(0.6, 0.8))).toEqual({ clusterId: 'new 1', score: 1, created: true });
  });

  it('is joined by the next that says the same', () => {
    const seats = seating();
    seats.place(direction(0.6, 0.8));
    expect(seats.place(direction(0.6, 0.8))).toMatchObject({ clusterId: 'new 1', created: false });
  });

  it('does not join by the few words that the space knows of it', () => {
    expect(seating().place(direction(0.8, 0.6), 0.5)).toMatchObject({ created: true });
  });

  it('stays alone when the space knows nothing of it', () => {
    const seats = seating(null);
    expect([seats.place(null), seats.place(null)].map(({ clusterId }) => clusterId)).toEqual(['new 1', 'new 2']);
  });
});
