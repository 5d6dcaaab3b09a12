import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import { LoopWorld } from './support/loop-world.js';

const IMPORTS = '/api/v1/imports';

describe('a file that is too large', () => {
  let world: LoopWorld;

  beforeAll(async () => {
    world = await LoopWorld.start();
  });
  afterAll(() => world.stop());

  it('is refused before it is read where it says itself that it is too large', async () => {
    const { port } = new URL(world.address());
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `POST ${IMPORTS} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${world.key}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 2147483648\r\n\r\n--b`,
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(answer.toString()).toMatch(/^HTTP\/1.1 413 [\s\S]*"code":"body-too-large"/);
  });
});
