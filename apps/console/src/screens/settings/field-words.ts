import { useTexts } from './texts';

type Key = Parameters<ReturnType<typeof useTexts>>[0];

/** How the API words what is wrong with a field, and the text that says it in the language of the screen. */
const KNOWN: readonly (readonly [RegExp, Key])[] = [
  [/no such unit|is no unit|no unit/i, 'no such unit'],
  [/unknown field/i, 'unknown field'],
  [/no column|has no such column/i, 'no column'],
  [/^is missing|is required|should not be empty/i, 'is missing'],
  [/must be 1 to .*not only blanks/, 'must be blank'],
  [/must be (?<min>[\d,]+) to (?<max>[\d,]+) (visible ASCII )?characters/, 'must be characters'],
  [/must be one of (?<names>.+)/, 'must be one of'],
  [/must be at least (?<min>[\d,]+)/, 'must be minimum'],
  [/must be at most (?<max>[\d,]+)/, 'must be maximum'],
  [/must be a time/, 'a time'],
];

/** Says what the API found wrong with one field; in its own words where there are none of ours. */
export function useFieldWords(): (message: string) => string {
  const t = useTexts();
  return (message) => {
    for (const [pattern, key] of KNOWN) {
      const found = pattern.exec(message);
      if (found) return t(key, found.groups ?? {});
    }
    return message;
  };
}
