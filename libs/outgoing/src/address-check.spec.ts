import { describe, expect, it } from '@jest/globals';
import { AddressCheck, literalAddress } from './address-check.js';

/** Hosts of URLs that somebody would write to reach this machine or the network behind it. */
// prettier-ignore
const INWARD = [
  '127.0.0.1', '127.0.0.1.', '127.1', '127.0.1', '127.255.255.254', '0x7f.1', '0x7f.0.0.1', '0x7f000001', '0X7F000001',
  '0177.1', '0177.0.0.01', '017700000001', '2130706433', '2130706433.', '0', '0.0.0.0', '0x0', '00', '1', '１２７.０.０.１', '①②⑦.0.0.1',
  '127。0。0。1', '127%2e0%2e0%2e1', '%31%32%37.0.0.1', '10.0.0.1', '10.1', '0xa.0x0.0x0.0x1', '012.0.0.1', '167772161', '172.16.0.1', '172.31.255.255',
  '192.168.0.1', '192.168.1', '0xc0a80001', '3232235521', '169.254.169.254', '0xA9FEA9FE', '2852039166', '0251.0376.0251.0376', '100.64.0.1',
  '100.100.100.200', '192.0.0.192', '192.0.2.1', '192.88.99.1', '198.18.0.1', '198.51.100.7', '203.0.113.9', '224.0.0.1', '239.255.255.250',
  '240.0.0.1', '255.255.255.255', '4294967295', '168.63.129.16',
  '[::]', '[::1]', '[0:0:0:0:0:0:0:1]', '[0000::0001]', '[::127.0.0.1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::FFFF:10.0.0.1]', '[::ffff:169.254.169.254]',
  '[::ffff:8.8.8.8]', '[::ffff:0:127.0.0.1]', '[64:ff9b::7f00:1]', '[64:ff9b::10.0.0.1]', '[64:ff9b:1::a00:1]', '[100::1]', '[2001::1]', '[2001:0:7f00:1::]',
  '[2001:10::1]', '[2001:20::1]', '[2001:db8::1]', '[2002:7f00:1::]', '[2002:a00:1::1]', '[3fff::1]', '[5f00::1]', '[fc00::1]',
  '[fd00:ec2::254]', '[fe80::1]', '[febf::1]', '[fec0::1]', '[ff02::1]', '[4000::1]',
];

describe('where a connection may go', () => {
  const check = new AddressCheck();

  it.each(INWARD)('is not http://%s/', (host) => {
    const url = URL.canParse(`http://${host}/`) ? new URL(`http://${host}/`) : null;
    // What the URL parser refuses cannot be connected to; the rest must be an address, and a forbidden one.
    if (url === null) return;
    expect(literalAddress(url)).not.toBeNull();
    expect(check.permits(literalAddress(url) as string)).toBe(false);
  });

  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '223.5.5.5',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '198.17.255.255',
    '11.0.0.1',
  ])('is the public address %s', (address) => expect(check.permits(address)).toBe(true));
  it.each(['2400:3200::1', '2606:4700:4700::1111', '240e::1', '2001:4860:4860::8888'])(
    'is the public address %s',
    (address) => expect(check.permits(address)).toBe(true),
  );

  it('is a network that the operator allows, and not its neighbour', () => {
    const own = new AddressCheck(['10.1.0.0/16', 'fd00:1::/32']);
    expect(['10.1.2.3', '::ffff:10.1.2.3', 'fd00:1::5', '8.8.8.8'].map((address) => own.permits(address))).toEqual(
      [true, true, true, true], // prettier-ignore
    );
    expect(['10.2.0.1', '127.0.0.1', 'fd00:2::5', '::1'].some((address) => own.permits(address))).toBe(false);
  });

  it('is never a name: only what it resolved to can be judged', () => {
    expect(
      ['localhost', 'example.com', '', '127.0.0.1.', '0x7f.1', '1.2.3.4/8'].some((text) => check.permits(text)),
    ).toBe(false);
    expect(
      ['http://localhost/', 'http://localhost./', 'http://127.0.0.1.example.com/'].map((url) =>
        literalAddress(new URL(url)),
      ),
    ).toEqual(
      [null, null, null], // prettier-ignore
    );
  });
});
