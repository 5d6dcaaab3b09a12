/**
 * How unlikely it is to see so many or more where `mean` are expected: −log10 P(X ≥ seen), 0 when it is certain. X is
 * negative-binomial with variance mean + dispersion · mean²: a Poisson count whose rate itself varies from day to day, as
 * that of complaints does. With dispersion 0 it is Poisson.
 * @param seen a whole number
 * @param mean above 0
 */
export function surprise(seen: number, mean: number, dispersion: number): number {
  if (seen <= mean) return 0;
  const r = 1 / Math.max(dispersion, 1e-4);
  const q = mean / (r + mean);
  // ln P(X = seen) = Σ ln((r + i) / (i + 1)) + r ln(1 − q) + seen ln q
  let logTerm = r * Math.log1p(-q) + seen * Math.log(q);
  for (let i = 0; i < seen; i++) logTerm += Math.log((r + i) / (i + 1));
  // Above the mean the terms only fall, so their sum is that of a series with the first as its unit.
  let [sum, term] = [1, 1];
  for (let i = seen; term > 1e-12 && i < seen + 100_000; i++) {
    term *= ((r + i) / (i + 1)) * q;
    sum += term;
  }
  return Math.max(0, -(logTerm + Math.log(sum)) / Math.LN10);
}
