/** What a command may touch of the machine it runs on. Only `main.ts` makes a real one. */
export interface World {
  readonly cwd: string;
  /** Where the user stands, if that is another folder than the one the command works in. */
  readonly stands?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  readonly remark: (text: string) => void;
  /** Asks the user at the terminal; undefined when there is none, and the answer is undefined when they leave. */
  readonly ask?: ((question: string) => Promise<string | undefined>) | undefined;
  /** Whether standard output, and standard error, are terminals. */
  readonly terminal: { readonly out: boolean; readonly remark: boolean };
  /** Waits until the user stops the command; returns at once where nobody can. */
  readonly interrupted?: () => Promise<void>;
  /** Milliseconds since the epoch; `SOURCE_DATE_EPOCH` wins over the clock. */
  readonly now: () => number;
  /** The folder that holds the package's `schemas` and `docs`. */
  readonly packageRoot: string;
  readonly version: string;
  /** Identifies what makes results: this build, on this version of Node. Undefined when results are not to be kept. */
  readonly build?: string | undefined;
}

/** The exit codes of the contract. */
export const exit = { fine: 0, findings: 1, cannot: 2, bug: 3 } as const;

/** How manifests name the program. */
export function toolOf({ version }: Pick<World, 'version'>): string {
  return `policyc ${version}`;
}

/** How to start the program again: `npx policyc` where it is installed for one project only. */
export function programName({ env }: Pick<World, 'env'>): string {
  return env.npm_command === 'exec' && /^npm\//.test(env.npm_config_user_agent ?? '')
    ? 'npx policyc'
    : 'policyc';
}
