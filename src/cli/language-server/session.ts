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
 * Passes on messages that the protocol allows now and that can be read: nothing before the editor has introduced itself,
 * once, and nothing after it has shut the server down, except `exit`. Any other request is answered with an error; any
 * other notification, to which there is no answer, is ignored.
 */
export class Session implements MessageStrategy {
  #state: 'new' | 'open' | 'over' = 'new';
  #heard = 0;
  readonly #writer: MessageWriter;

  constructor(writer: MessageWriter) {
    this.#writer = writer;
  }

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

  /** Answers that something cannot be done; the id is `null` where it is not known. */
  refuse(id: ResponseMessage['id'], code: number, message: string): void {
    const answer: ResponseMessage = { jsonrpc: '2.0', id, error: { code, message } };
    // An editor that no longer listens is told nothing.
    this.#writer.write(answer).catch(() => undefined);
  }

  /** Does something once all messages so far are handled: each is read before the one ahead of it is done. */
  whenHeard(act: () => void): void {
    const before = this.#heard;
    const look = (): void => (this.#heard === before ? act() : this.whenHeard(act));
    // One message is handled per turn; after the timer, the next one has its turn first.
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

/** The answer to a request that the editor cancelled before its turn. */
export function takenBack(message: Message): ResponseMessage | undefined {
  if (!Message.isRequest(message)) return undefined;
  const error = { code: LSPErrorCodes.RequestCancelled, message: `${message.method} was taken back.` };
  return { jsonrpc: '2.0', id: message.id, error };
}
