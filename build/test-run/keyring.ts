import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A program with its arguments. */
export interface CommandLine {
  readonly command: string
  readonly args: readonly string[]
}

/**
 * Wraps a command so that it runs with a session bus and an unlocked key ring of its own, which end with it.
 * The keys go to `folder`, never to the person's own key ring. Where there is no such thing, the command stays as it is.
 */
export function withKeyring({ command, args }: CommandLine, folder: string): CommandLine {
  if (!['dbus-run-session', 'gnome-keyring-daemon'].every(isInstalled)) return { command, args }
  // An empty password would leave the key ring locked.
  const unlock = 'printf "test\\n" | XDG_DATA_HOME="$0" XDG_RUNTIME_DIR="$0" gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1'
  return { command: 'dbus-run-session', args: ['--', 'sh', '-c', `${unlock}; exec "$@"`, folder, command, ...args] }
}

function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, program)))
}
