import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The key of one file, for its pieces and its rejected rows. When it is gone, so are they. */
export class FileKey {
  private constructor(private readonly secret: Buffer) {}

  static make(): FileKey {
    return new FileKey(randomBytes(32));
  }

  static from(secret: string): FileKey {
    return new FileKey(Buffer.from(secret, 'base64'));
  }

  /** In base64, to be sealed in turn. */
  get text(): string {
    return this.secret.toString('base64');
  }

  /** @param place what it is, such as `import_chunk 7`: at another place it does not open */
  seal(content: Buffer, place: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.secret, iv, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(place));
    return Buffer.concat([iv, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws when it was sealed with another key or for another place */
  open(sealed: Buffer, place: string): Buffer {
    const decipher = createDecipheriv(CIPHER, this.secret, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, sealed.length - TAG_BYTES)), decipher.final()]);
  }
}
