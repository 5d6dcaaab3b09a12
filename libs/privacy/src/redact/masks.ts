/**
 * `13812341234` → `138****1234`, as mobile numbers of mainland China are masked everywhere; of any other number the last
 * four digits stay, and never more than half of it: `87654321` → `****4321`, `10086` → `****86`. What is masked stays as it is.
 */
export function maskPhone(phone: string): string {
  if (phone.includes('****')) return phone;
  const digits = phone
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^(00)?86(?=1\d{10}$)/, '');
  const head = /^1\d{10}$/.test(digits) ? digits.slice(0, 3) : '';
  return `${head}${maskNumber(digits)}`;
}

/** The last four digits of a number stay, and never more than half of it: `6222021234567890` → `****7890`. */
export function maskNumber(digits: string): string {
  const shown = Math.min(4, Math.floor(digits.length / 2));
  return `****${digits.slice(digits.length - shown)}`;
}

/** `alice@example.com` → `a***@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return '***';
  const [first = ''] = email;
  return `${first}***${email.slice(at)}`;
}

/** 王小明 → 王**; the first character stays. */
export function maskName(name: string): string {
  const [first = ''] = name;
  return `${first}**`;
}
