/** A command, for completion in a shell. */
export interface Completed {
  /** Its full name without the program: `archive list`. */
  readonly path: string;
  readonly about: string;
  readonly options: readonly CompletedOption[];
  readonly commands: readonly { readonly name: string; readonly about: string }[];
}

export interface CompletedOption {
  readonly long: string;
  readonly short: string | undefined;
  readonly about: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
}

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** The script by which a shell completes command lines of the program. */
export function completionScript(shell: Shell, commands: readonly Completed[]): string {
  return { bash, zsh, fish }[shell](commands);
}

/** Walks the words before the cursor and keeps the command they lead to in `reached`. (In zsh, `path` is taken.) */
const walk = (words: string, commands: readonly Completed[]): string => `  local reached="" word next
  for word in ${words}; do
    case "$word" in -*) continue ;; esac
    next="\${reached:+$reached }$word"
    case "$next" in
      ${commands
        .flatMap(({ path }) => (path === '' ? [] : [path]))
        .map((path) => `"${path}"`)
        .join(' | ')}) reached="$next" ;;
    esac
  done`;

function choiceCases(commands: readonly Completed[], then: (choices: string) => string): string {
  return commands
    .flatMap(({ path, options }) =>
      options.flatMap(({ long, choices }) =>
        choices.length === 0 ? [] : [`    "${path} ${long}") ${then(choices.join(' '))} ;;`],
      ),
    )
    .join('\n');
}

function bash(commands: readonly Completed[]): string {
  const cases = commands.map(({ path, options, commands: below }) => {
    const words = [
      ...below.map(({ name }) => name),
      ...options.flatMap(({ long, short }) => [long, short ?? []].flat()),
    ];
    return `    "${path}") words="${words.join(' ')}" ;;`;
  });
  return `# Completion of policyc for bash: source <(policyc completion bash)
_policyc() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=""
${walk(`"\${COMP_WORDS[@]:1:COMP_CWORD-1}"`, commands)}
  case "$reached $before" in
${choiceCases(commands, (choices) => `COMPREPLY=($(compgen -W "${choices}" -- "$current")); return`)}
  esac
  case "$reached" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _policyc policyc
`;
}

function quoted(text: string): string {
  return `'${text.replace(/'/g, "'\\''")}'`;
}

function zsh(commands: readonly Completed[]): string {
  const entry = (name: string, about: string): string => quoted(`${name.replace(/:/g, '\\:')}:${about}`);
  const cases = commands.map(({ path, options, commands: below }) => {
    const entries = [
      ...below.map(({ name, about }) => entry(name, about)),
      ...options.flatMap(({ long, short, about }) =>
        [long, short ?? []].flat().map((name) => entry(name, about)),
      ),
    ];
    return `    "${path}") entries=(${entries.join(' ')}) ;;`;
  });
  return `#compdef policyc
# Completion of policyc for zsh: source <(policyc completion zsh), behind compinit
_policyc() {
  local -a entries
${walk(`"\${(@)words[2,CURRENT-1]}"`, commands)}
  case "$reached \${words[CURRENT-1]}" in
${choiceCases(commands, (choices) => `compadd -- ${choices}; return`)}
  esac
  case "$reached" in
${cases.join('\n')}
  esac
  [[ "\${words[CURRENT]}" == -* ]] || _files
  _describe 'policyc' entries
}
compdef _policyc policyc
`;
}

function fish(commands: readonly Completed[]): string {
  const lines = commands.flatMap(({ path, options, commands: below }) => {
    const names = path === '' ? [] : path.split(' ');
    const below_ = below.map(({ name }) => name);
    const at =
      names.length === 0
        ? '__fish_use_subcommand'
        : [
            ...names.map((name) => `__fish_seen_subcommand_from ${name}`),
            ...(below_.length === 0 ? [] : [`not __fish_seen_subcommand_from ${below_.join(' ')}`]),
          ].join('; and ');
    const here = `complete -c policyc -n ${quoted(at)}`;
    return [
      ...below.map(({ name, about }) => `${here} -f -a ${name} -d ${quoted(about)}`),
      ...options.map(({ long, short, about, takesValue, choices }) =>
        [
          here,
          `-l ${long.slice(2)}`,
          ...(short === undefined ? [] : [`-s ${short.slice(1)}`]),
          ...(takesValue ? (choices.length === 0 ? ['-r'] : [`-x -a ${quoted(choices.join(' '))}`]) : []),
          `-d ${quoted(about)}`,
        ].join(' '),
      ),
    ];
  });
  return `# Completion of policyc for fish: policyc completion fish > ~/.config/fish/completions/policyc.fish\n${lines.join('\n')}\n`;
}
