const [WIDTH, HEIGHT] = [72, 20];

/** Twelve weeks as a small curve; `label` says them to those who cannot see it. */
export function Sparkline({ weeks, label }: { weeks: readonly number[] | undefined; label: string }) {
  if (!weeks || weeks.length < 2) return <svg width={WIDTH} height={HEIGHT} aria-hidden="true" />;
  const most = Math.max(...weeks, 1);
  const place = (items: number, week: number): [number, number] => [
    2 + (week / (weeks.length - 1)) * (WIDTH - 6),
    HEIGHT - 3 - (items / most) * (HEIGHT - 6),
  ];
  const points = weeks.map(place);
  const [x, y] = points.at(-1)!;
  return (
    <svg className="sparkline" width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <polyline points={points.map((point) => point.join(',')).join(' ')} />
      <circle cx={x} cy={y} r={2} />
    </svg>
  );
}
