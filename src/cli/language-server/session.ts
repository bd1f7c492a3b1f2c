import {
  ErrorCodes,
  LSPErrorCodes,
  Message,
  type MessageStrategy,
  type MessageWriter,
  type ResponseMessage,
} from 'vscode-languageserver/node';
import { wrongParameters } from './parameters.ts';

/**
 * Hands on what may be said now and can be read. Nothing may before an editor has introduced itself, once, and nothing
 * after it has said that it is over, but for the last word. Of all others a request is answered with what is wrong, and
 * a notification, to which there is no answer, is passed over.
 */
export class Session implements MessageStrategy {
  #state: 'new' | 'open' | 'over' = 'new';
  #heard = 0;
  readonly #writer: MessageWriter;

  constructor(writer: MessageWriter) {
    this.#writer = writer;
  }

  /** What the protocol has a server end with. */
  get exitCode(): number {
    return this.#state === 'over' ? 0 : 1;
  }

  handleMessage(
    message: Message | null,
    next: (message: Message) => Promise<void> | void,
  ): Promise<void> | void {
    this.#heard++;
    if (message !== null && Message.isResponse(message)) return next(message);
    const isRequest = message !== null && Message.isRequest(message);
    if (!isRequest && !(message !== null && Message.isNotification(message)))
      return this.refuse(null, ErrorCodes.InvalidRequest, 'That is neither a request nor an answer to one.');
    const { method, params } = message;
    const [code, why] = this.#untimely(method, isRequest) ?? unfit(method, params) ?? [];
    if (code === undefined || why === undefined) {
      if (method === 'initialize') this.#state = 'open';
      if (method === 'shutdown' && isRequest) this.#state = 'over';
      return next(message);
    }
    if (isRequest) this.refuse(message.id, code, why);
  }

  /** Answers what cannot be done; of what has no name (`null`), nobody knows what it was. */
  refuse(id: ResponseMessage['id'], code: number, message: string): void {
    const answer: ResponseMessage = { jsonrpc: '2.0', id, error: { code, message } };
    // An editor that hears nothing any more is told nothing.
    this.#writer.write(answer).catch(() => undefined);
  }

  /** Does something once all that was said has been heard: what is behind a message is read before it is handled. */
  whenHeard(act: () => void): void {
    const before = this.#heard;
    const look = (): void => (this.#heard === before ? act() : this.whenHeard(act));
    // Messages are handled one a turn: behind the timer, the next one has its turn before this does.
    setTimeout(() => setImmediate(look), 100);
  }

  #untimely(method: string, isRequest: boolean): Refusal | undefined {
    if (method === 'exit' && !isRequest) return undefined;
    if (this.#state === 'over') return [ErrorCodes.InvalidRequest, `${method} came after shutdown.`];
    if ((this.#state === 'new') === (method === 'initialize' && isRequest)) return undefined;
    return this.#state === 'new'
      ? [ErrorCodes.ServerNotInitialized, `${method} came before initialize.`]
      : [ErrorCodes.InvalidRequest, 'initialize came twice.'];
  }
}

type Refusal = readonly [code: number, why: string];

function unfit(method: string, params: unknown): Refusal | undefined {
  const why = wrongParameters(method, params);
  return why === undefined ? undefined : [ErrorCodes.InvalidParams, why];
}

/** The answer to a request that its editor takes back before its turn came. */
export function takenBack(message: Message): ResponseMessage | undefined {
  if (!Message.isRequest(message)) return undefined;
  const error = { code: LSPErrorCodes.RequestCancelled, message: `${message.method} was taken back.` };
  return { jsonrpc: '2.0', id: message.id, error };
}
