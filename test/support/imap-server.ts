import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

interface Stored {
  readonly uid: number;
  readonly raw: Buffer;
  readonly flags: Set<string>;
}

/** Just enough of IMAP4rev1 (RFC 3501) for one folder, one user and a client that searches, fetches and marks by UID. */
export class ImapServer {
  uidValidity = 1;
  /** Called before a mail is handed out: may cut the connection. */
  onFetch: (uid: number, socket: Socket) => void = () => undefined;
  /** Called with every command before it is answered. */
  onCommand: (command: string) => void = () => undefined;
  /** Every command without its tag, as it came. */
  readonly commands: string[] = [];
  private readonly box: Stored[] = [];
  private readonly sockets = new Set<Socket>();
  private nextUid = 1;

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => this.greet(socket));
  }

  static async start(): Promise<ImapServer> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new ImapServer(server);
  }

  get url(): string {
    return `imap://huiyin%40op.example:pass%20word@127.0.0.1:${(this.server.address() as AddressInfo).port}/INBOX`;
  }

  /** A mail arrives. Line ends may be plain. */
  deliver(raw: string | Buffer, flags: readonly string[] = []): number {
    const bytes = Buffer.isBuffer(raw) ? raw : Buffer.from(raw.replace(/\r?\n/g, '\r\n'));
    this.box.push({ uid: this.nextUid, raw: bytes, flags: new Set(flags) });
    return this.nextUid++;
  }

  flagsOf(uid: number): string[] {
    return [...(this.box.find((one) => one.uid === uid)?.flags ?? [])];
  }

  /** As after a restore: all mails get new numbers. */
  renumber(): void {
    this.uidValidity++;
    for (const [index, mail] of [...this.box.entries()]) this.box[index] = { ...mail, uid: this.nextUid++ };
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private greet(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n');
    let pending = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      pending += chunk;
      for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        this.answer(line, socket);
      }
    });
  }

  private answer(line: string, socket: Socket): void {
    const [tag = '*', ...words] = line.split(' ');
    const command = words.join(' ');
    this.commands.push(command);
    this.onCommand(command);
    const done = (text = 'OK done') => void (socket.writable && socket.write(`${tag} ${text}\r\n`));
    const [verb = ''] = command.toUpperCase().split(' ');
    if (verb === 'CAPABILITY') socket.write('* CAPABILITY IMAP4rev1\r\n');
    if (verb === 'LOGIN' && command !== 'LOGIN "huiyin@op.example" "pass word"')
      return done('NO [AUTHENTICATIONFAILED] no');
    if (verb === 'NAMESPACE') socket.write('* NAMESPACE (("" "/")) NIL NIL\r\n');
    if (verb === 'LIST') socket.write('* LIST (\\HasNoChildren) "/" "INBOX"\r\n');
    if (verb === 'LOGOUT') {
      socket.write('* BYE bye\r\n');
      done();
      return void socket.end();
    }
    if (verb === 'SELECT') return this.select(socket, done);
    if (verb === 'UID') this.byUid(command.slice(4), socket);
    done();
  }

  private select(socket: Socket, done: (text: string) => void): void {
    const lines = [
      '* FLAGS (\\Seen)',
      `* ${this.box.length} EXISTS`,
      '* 0 RECENT',
      `* OK [UIDVALIDITY ${this.uidValidity}] valid`,
      `* OK [UIDNEXT ${this.nextUid}] next`,
      '* OK [PERMANENTFLAGS (\\Seen)] flags',
    ];
    socket.write(`${lines.join('\r\n')}\r\n`);
    done('OK [READ-WRITE] selected');
  }

  private byUid(command: string, socket: Socket): void {
    const [verb = '', what = '', ...rest] = command.split(' ');
    if (verb.toUpperCase() === 'SEARCH') {
      const [, from = ''] = /UID (\d+):\*/i.exec(command) ?? [];
      const found = this.box.filter(({ uid, flags }) => (from ? uid >= Number(from) : !flags.has('\\Seen')));
      // RFC 3501: `n:*` always holds the last one.
      const last = this.box.at(-1);
      const uids = found.length === 0 && from && last ? [last.uid] : found.map(({ uid }) => uid);
      return void socket.write(`* SEARCH ${uids.join(' ')}\r\n`);
    }
    const index = this.box.findIndex(({ uid }) => uid === Number(what));
    const mail = this.box[index];
    if (!mail) return;
    if (verb.toUpperCase() === 'STORE') {
      if (rest.join(' ').includes('\\Seen')) mail.flags.add('\\Seen');
      return void socket.write(`* ${index + 1} FETCH (UID ${mail.uid} FLAGS (${[...mail.flags].join(' ')}))\r\n`);
    }
    this.onFetch(mail.uid, socket);
    if (!socket.writable) return;
    const partial = /<0\.\d+>/.test(command) ? '<0>' : '';
    socket.write(`* ${index + 1} FETCH (UID ${mail.uid} BODY[]${partial} {${mail.raw.length}}\r\n`);
    socket.write(mail.raw);
    socket.write(')\r\n');
  }
}
