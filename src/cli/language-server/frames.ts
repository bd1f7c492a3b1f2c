import { Transform, type TransformCallback } from 'node:stream';

/** In bytes. A header has a line or two. */
const longestHeader = 4096;
/** In bytes. A message may hold a whole file, with each of its line ends escaped. */
const longestMessage = 64 * 1024 * 1024;

/**
 * Passes on messages whose header states their length. After a header that does not, nobody can tell where the next
 * message begins: the stream is told once, and nothing more is passed on.
 */
export class Frames extends Transform {
  readonly #refuse: (why: string) => void;
  #header = Buffer.alloc(0);
  #left = 0;
  #isRefused = false;

  constructor(refuse: (why: string) => void) {
    super();
    this.#refuse = refuse;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let rest = chunk;
    while (rest.length > 0 && !this.#isRefused) rest = this.#left > 0 ? this.#body(rest) : this.#head(rest);
    done();
  }

  #body(bytes: Buffer): Buffer {
    const own = bytes.subarray(0, this.#left);
    this.#left -= own.length;
    this.push(own);
    return bytes.subarray(own.length);
  }

  #head(bytes: Buffer): Buffer {
    const before = this.#header.length;
    this.#header = Buffer.concat([this.#header, bytes.subarray(0, longestHeader)]);
    const end = this.#header.indexOf('\r\n\r\n');
    if (end === -1 && this.#header.length > longestHeader) this.#end('a header that does not end');
    if (end === -1) return bytes.subarray(longestHeader);
    const header = this.#header.subarray(0, end + 4);
    const length = lengthIn(header.toString('latin1'));
    if (typeof length === 'string') this.#end(length);
    else {
      this.#left = length;
      this.push(header);
    }
    this.#header = Buffer.alloc(0);
    return bytes.subarray(header.length - before);
  }

  #end(why: string): void {
    this.#isRefused = true;
    this.#refuse(why);
  }
}

/** The length of the message, or why it is not known. */
function lengthIn(header: string): number | string {
  const lines = header.split('\r\n').filter((line) => line !== '');
  const lengths = lines.flatMap((line) => {
    const [name = '', ...value] = line.split(':');
    return name.trim().toLowerCase() === 'content-length' ? [value.join(':').trim()] : [];
  });
  const [length, another] = lengths;
  if (length === undefined) return 'a header without Content-Length';
  if (another !== undefined) return 'a header with Content-Length twice';
  if (!/^\d{1,15}$/.test(length)) return `the Content-Length ${length.slice(0, 40) || '(empty)'}`;
  if (Number(length) === 0) return 'the Content-Length 0';
  return Number(length) > longestMessage
    ? `the Content-Length ${length}, more than ${longestMessage}`
    : Number(length);
}
