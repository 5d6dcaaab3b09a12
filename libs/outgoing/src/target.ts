const LONGEST_URL = 2_048;

/**
 * Ports of services that can be tricked by what an HTTP request looks like: mail, shells, databases of names. The "bad ports"
 * of the WHATWG Fetch standard; browsers refuse them too.
 */
// prettier-ignore
const BAD_PORTS = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110, 111, 113,
  115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556,
  563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667,
  6668, 6669, 6679, 6697, 10080,
]);

/**
 * What is wrong with the address of a target as far as it can be seen without asking anybody, as a sentence; null when
 * nothing is. http or https, at most 2,048 characters, no user name or password, no port of mail and the like.
 */
export function problemOfTarget(value: string): string | null {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || url.href.length > LONGEST_URL || !/^https?:$/.test(url.protocol))
    return 'Use an http or https URL of up to 2,048 characters.';
  if (url.username !== '' || url.password !== '')
    return 'Leave user name and password out; messages are signed instead.';
  if (BAD_PORTS.has(Number(url.port || -1))) return `Port ${url.port} belongs to another protocol. Use another port.`;
  return null;
}

/**
 * The URL of a target.
 * @throws {TypeError} with the sentence of {@link problemOfTarget}
 */
export function targetOf(value: string): URL {
  const problem = problemOfTarget(value);
  if (problem !== null) throw new TypeError(problem);
  return new URL(value);
}
