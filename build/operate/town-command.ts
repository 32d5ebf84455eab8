import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { systemClock } from '../../service/clock.ts'
import { openDatabase } from '../../service/store/database.ts'
import { DatabaseRefused } from '../../service/store/migrate.ts'
import { addTown, NewTown, type Shown } from '../../service/towns/add-town.ts'
import { listTowns } from '../../service/towns/list-towns.ts'
import { OTHER_STATE } from '../../service/towns/read-towns.ts'
import { instantFromMs } from '../../shared/time.ts'
import type { Environment } from './places.ts'
import { refuse } from './say.ts'

const usageOf = (called: string): string => `${called} add --id stendal --name Stendal --host rathaus.stendal.de --state ST --prefix SDL --mail rathaus@stendal.de --smtp smtps://nutzer@mail.stendal.de [--admin LOGIN | --people DATEI] [--issuer https://…]
${called} list
Nach dem Kennwort am Mailserver wird gefragt; ohne Bildschirm wird es aus der Eingabe gelesen.
TOWNS_DIR nennt das Verzeichnis der Städte, DATABASE_URL die Datenbank.`

const text = { type: 'string' } as const

/** Adds a town, or lists them, as `TOWNS_DIR` and `DATABASE_URL` say; `called` is what people type before the verb. The exit code. */
export async function runTown(args: readonly string[], environment: Environment, called: string): Promise<number> {
  const { TOWNS_DIR: folder, DATABASE_URL: url } = environment
  const [verb, ...flags] = args
  if (!folder || !url || (verb !== 'add' && verb !== 'list')) return refuse([usageOf(called)])
  try {
    const database = await openDatabase(url)
    try {
      return verb === 'add' ? await add(flags, { database, folder, environment, called }) : list(await listTowns({ database, folder, environment }))
    } finally {
      await database.close()
    }
  } catch (error) {
    if (error instanceof DatabaseRefused) return refuse([error.message])
    throw error
  }
}

type Adding = Pick<Parameters<typeof addTown>[1], 'database' | 'folder' | 'environment'> & { readonly called: string }

async function add(flags: readonly string[], { database, folder, environment, called }: Adding): Promise<number> {
  const town = readFlags(flags)
  if (!town) return refuse([usageOf(called)])
  if ('wrong' in town) return refuse([...town.wrong, usageOf(called)])
  if (new URL(town.smtp).password !== '') return refuse(['Das Kennwort am Mailserver gehört nicht in den Befehl: Dort liest es jeder auf diesem Rechner mit, und es bleibt in Protokollen stehen. Schreiben Sie --smtp smtps://nutzer@… ; danach wird gefragt.'])
  const smtp = await withPassword(town.smtp)
  const added = await addTown({ ...town, smtp }, { database, folder, environment, now: instantFromMs(systemClock.nowMs()), show: secrets => void process.stdout.write(toldOf(town, secrets)) })
  if (!added.ok) return refuse(added.error)
  process.stdout.write(nextSteps(town, added.value))
  return 0
}

/** The address with what somebody types unseen, where it names an account. */
async function withPassword(smtpUrl: string): Promise<string> {
  const url = new URL(smtpUrl)
  if (url.username === '') return smtpUrl
  process.stdout.write(`Kennwort von ${decodeURIComponent(url.username)} an ${url.hostname} (wird nicht angezeigt): `)
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: process.stdin.isTTY })
  url.password = encodeURIComponent(await lines.question(''))
  lines.close()
  process.stdout.write('\n')
  return url.href
}

function readFlags(flags: readonly string[]): NewTown | { readonly wrong: readonly string[] } | undefined {
  try {
    const { values } = parseArgs({ args: [...flags], options: { id: text, name: text, host: text, state: text, prefix: text, mail: text, smtp: text, issuer: text, admin: text, people: text } })
    const read = NewTown.safeParse(values)
    return read.success ? read.data : { wrong: [...new Set(read.error.issues.map(({ path, message }) => `--${String(path[0])}${message === OTHER_STATE ? `: ${message}` : ' fehlt oder stimmt nicht.'}`))] }
  } catch {
    return undefined
  }
}

/** The key and the password stand here and nowhere else. */
const toldOf = ({ name }: NewTown, { recoveryKey, firstSignIn }: Shown): string => `Schlüssel zur Rettung ungesendeter Vorgänge von ${name}. Er wird nur dieses eine Mal gezeigt; legen Sie ihn in einen Tresor, getrennt vom Dienst. Er gilt, wenn gleich darunter „${name} ist angelegt“ steht:
${recoveryKey}
${firstSignIn ? `Erste Anmeldung: ${firstSignIn.login}, Kennwort ${firstSignIn.password} (nur jetzt gezeigt)\n` : ''}
`

const nextSteps = ({ name, host, issuer }: NewTown, file: string): string => `${name} ist angelegt: ${file}
Es gilt der Schlüssel, der beim Anlegen gezeigt wurde.

Wie es weitergeht:
  1. ${host} im DNS und im Zertifikat auf diesen Dienst zeigen lassen.
  2. Bedient wird sie, sobald der Dienst neu gestartet ist (mehrere Prozesse nacheinander); andere Städte arbeiten weiter.
  3. ${issuer ? 'Mit einem Konto der Stadt' : 'Mit der ersten Anmeldung'} am Arbeitsplatz https://${host} anmelden. Die Seite „Einrichtung“ führt dort durch alles Weitere: Wappen, Abteilungen, Konten, Leistungen, Probe-E-Mail.
`

function list(towns: Awaited<ReturnType<typeof listTowns>>): number {
  for (const { id, name, hosts, accounts, cases } of towns.towns) process.stdout.write(`${id}\t${name}\t${hosts.join(', ') || 'ohne Datei'}\t${accounts} Konten\t${cases} Vorgänge\n`)
  return towns.problems.length > 0 ? refuse(towns.problems) : 0
}
