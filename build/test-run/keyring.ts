import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A program with its arguments. */
export interface CommandLine {
  readonly command: string
  readonly args: readonly string[]
}

/** The usual bus of a session, wherever D-Bus is installed. */
const USUAL_BUS = '/usr/share/dbus-1/session.conf'

/**
 * Wraps a command so that it runs with a session bus and an unlocked key ring of its own, which end with it.
 * The keys go to `folder`, never to the person's own key ring. Where there is no such thing, the command stays as it is.
 */
export function withKeyring({ command, args }: CommandLine, folder: string): CommandLine {
  if (!['dbus-run-session', 'dbus-send', 'gnome-keyring-daemon'].every(isInstalled) || !existsSync(USUAL_BUS)) return { command, args }
  return { command: 'dbus-run-session', args: [`--config-file=${writeBus(folder)}`, '--', 'sh', '-c', `${KEEP_RUNNING}\n${UNTIL_UNLOCKED}\nexec "$@"`, folder, command, ...args] }
}

/**
 * Starts the key ring, and anew with the same keys whenever it has died, as long as the command runs that takes the place of
 * this shell (`$$`). An empty password would leave it locked. One that dies at every start is given up.
 */
const KEEP_RUNNING = `(
  starts=0
  while kill -0 $$ 2>/dev/null && [ $starts -lt 20 ]; do
    [ $starts -gt 0 ] && echo 'The key ring of the tests has died and is started anew; whatever asked it at that moment got no answer.' >&2
    starts=$((starts + 1))
    printf 'test\\n' | XDG_DATA_HOME="$0" XDG_RUNTIME_DIR="$0" gnome-keyring-daemon --unlock --foreground --components=secrets >/dev/null 2>&1
  done
) &`

/** It answers a moment before it is unlocked, that there is nothing. */
const UNTIL_UNLOCKED = `tries=0
until dbus-send --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets/collection/login org.freedesktop.DBus.Properties.Get \
  string:org.freedesktop.Secret.Collection string:Locked 2>/dev/null | grep -q 'boolean false' || [ $tries -ge 100 ]; do tries=$((tries + 1)); sleep 0.05; done`

/**
 * A bus on which whoever asks for a key ring waits for the one that is about to come. By itself D-Bus would start the
 * person's own, which is locked: everything after that would fail, or write to it.
 */
function writeBus(folder: string): string {
  const services = join(folder, 'services')
  const config = join(folder, 'bus.conf')
  mkdirSync(services, { recursive: true })
  for (const name of ['org.freedesktop.secrets', 'org.gnome.keyring'])
    writeFileSync(join(services, `${name}.service`), `[D-BUS Service]\nName=${name}\nExec=/bin/true\n`)
  // Of two that offer a name the first folder counts.
  writeFileSync(config, `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><servicedir>${services}</servicedir><include>${USUAL_BUS}</include></busconfig>\n`)
  return config
}

function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, program)))
}
