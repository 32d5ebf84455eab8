// The command `rathaus-service`: runs the service and looks after it.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { LOCAL_ADMIN } from '../../service/operate/set-up-database.ts'
import { SERVICE_ROLE } from '../../service/operate/roles.ts'
import { runService } from '../../service/server.ts'
import { accountNamed, asAccount } from './accounts.ts'
import { backUp, restore } from './backup-commands.ts'
import { check } from './check-command.ts'
import { clockIsRight } from './clock-command.ts'
import { databaseTrouble } from './database-trouble.ts'
import { migrateDatabase } from './migrate-command.ts'
import { placesBelow, settingsOf, type Environment } from './places.ts'
import { refuse, say } from './say.ts'
import { renewBackupKey, setUp } from './setup-command.ts'
import { runTown } from './town-command.ts'

const USAGE = `rathaus-service setup      richtet Datenbank, Einstellungen und Schlüssel ein
rathaus-service town       legt eine Stadt an (add) oder zeigt alle (list)
rathaus-service check      sagt, was nicht stimmt, und was zu tun ist
rathaus-service backup     macht eine Sicherung [--to VERZEICHNIS]
rathaus-service restore    holt eine zurück, mit --dry-run nur zur Probe
rathaus-service key        macht einen neuen Schlüssel für künftige Sicherungen
rathaus-service migrate    bringt die Datenbank auf den Stand des Programms, mit --dry-run nur zur Probe
rathaus-service clock      sagt dem Dienst, dass die Uhr jetzt richtig geht, wenn sie vorher vorging (--is-right)
rathaus-service log        zeigt das Protokoll des Dienstes
rathaus-service run        der Dienst selbst, wie systemd ihn startet`

const places = placesBelow(process.env['RATHAUS_ROOT'] ?? '/')

/** `ADMIN_DATABASE_URL` where PostgreSQL is on another machine, or lets its administration in otherwise; in the file for those who call without an environment, as an update does. */
const adminUrl = settingsOf(places, process.env)?.['ADMIN_DATABASE_URL'] ?? process.env['ADMIN_DATABASE_URL'] ?? LOCAL_ADMIN

async function run([verb = 'help', ...args]: readonly string[]): Promise<number | undefined> {
  if (verb === 'setup') return setUp(args, places, adminUrl)
  if (verb === 'key') return renewBackupKey(places)
  if (verb === 'migrate') return migrateDatabase(args, adminUrl)
  if (verb === 'log') return spawnSync('journalctl', ['--namespace=rathaus-service', '--pager-end', ...args], { stdio: 'inherit' }).status ?? 1
  if (!['town', 'check', 'backup', 'restore', 'clock', 'run'].includes(verb)) return usage(verb)
  const settings = settingsOf(places, process.env)
  if (!settings) return refuse([`${places.settings} ist nicht da oder für dieses Konto nicht zu lesen. Rufen Sie den Befehl mit sudo auf; wenn noch nichts eingerichtet ist: rathaus-service setup`])
  const environment = { STATE_DIRECTORY: places.stateFolder, ...settings }
  if (verb === 'run') return runAndTell(environment, args)
  if (verb === 'town') return town(args, environment)
  if (verb === 'check') return check(places, environment)
  if (verb === 'clock') return clockIsRight(args, environment)
  return verb === 'backup' ? backUp(args, places, environment) : restore(args, { places, environment, adminUrl })
}

function usage(verb: string): number {
  if (verb !== 'help' && verb !== '--help') return refuse([USAGE])
  say(USAGE)
  return 0
}

/** A new town is served after a restart, which the others outlive. */
async function town(args: readonly string[], environment: Environment): Promise<number> {
  const code = await asAccount(accountNamed(SERVICE_ROLE), () => runTown(args, environment, 'rathaus-service town'))
  return code === 0 && args[0] === 'add' ? restartService() : code
}

/** Tells systemd when it serves, where systemd has started it. */
async function runAndTell(environment: Environment, args: readonly string[]): Promise<number | undefined> {
  const code = await runService(environment, args)
  if (code === undefined && process.env['NOTIFY_SOCKET']) execFileSync('systemd-notify', ['--ready'])
  return code
}

/** Where systemd runs the machine and this is its administrator. The exit code. */
function restartService(): number {
  if (!existsSync('/run/systemd/system') || process.getuid?.() !== 0 || process.env['RATHAUS_ROOT']) {
    say('Starten Sie den Dienst neu.')
    return 0
  }
  say('', 'Der Dienst startet …')
  const calls = [['--quiet', 'enable', 'rathaus-service', 'rathaus-service-backup.timer'], ['start', 'rathaus-service-backup.timer'], ['restart', 'rathaus-service']]
  if (calls.some(call => spawnSync('systemctl', call, { stdio: 'inherit' }).status !== 0)) return refuse(['Der Dienst ist nicht gestartet. Warum, sagt: rathaus-service log'])
  say('Der Dienst läuft. Ob alles stimmt, sagt: rathaus-service check')
  return 0
}

/** A database that cannot work now is nobody's bug; anything else is one and ends with its place. */
async function runOrSay(words: readonly string[]): Promise<number | undefined> {
  try {
    return await run(words)
  } catch (error) {
    const sentence = databaseTrouble(error)
    if (sentence === null) throw error
    return refuse([sentence])
  }
}

const exitCode = await runOrSay(process.argv.slice(2))
if (exitCode !== undefined) process.exitCode = exitCode
