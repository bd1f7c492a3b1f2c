import { runWarm } from './warm.ts';

/**
 * Lines of bash after which `policyc`, or another word, is the program in the process that stays warm, with the folder, the arguments and
 * the environment of the shell. Its streams are whole before they are written: what is about streams takes a process.
 * `folder` is where outcomes lie while they are handed over; it must be there.
 */
export function warmShell(folder: string, name = 'policyc'): string {
  return `${name}() {
  local answer='${folder}'/$BASHPID exit key
  local -a environment=()
  for key in $(compgen -e); do environment+=("$key=\${!key}"); done
  exec 9<>/dev/tcp/127.0.0.1/${runWarm('listen').out}
  printf '%s\\0' "$answer" "$PWD" $# "$@" "\${environment[@]}" '' >&9
  read -r exit <&9
  exec 9>&-
  [ ! -s "$answer.out" ] || cat "$answer.out" || :
  [ ! -s "$answer.err" ] || cat "$answer.err" >&2 || :
  rm "$answer.out" "$answer.err"
  return "$exit"
}
`;
}
