import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { TownId } from '../../shared/ids.ts'
import { readSettings, type Settings } from '../settings.ts'
import { HOUSE_VARIABLES } from '../operate/house.ts'
import { isHostName } from './host-name.ts'

/** One town of several: the host names under which it is reached, and its settings. */
export interface TownAtHosts {
  /** Lower case, without a port; nobody else has one of them. */
  readonly hosts: readonly string[]
  readonly settings: Settings
}

export type ReadTowns = { readonly ok: true; readonly value: readonly TownAtHosts[] } | { readonly ok: false; readonly problems: readonly string[] }

type Environment = Readonly<Record<string, string | undefined>>

/** Settings of the process: the same for every town, so in no town's file. */
const OF_PROCESS = ['HOST', 'PORT', 'DATABASE_URL', 'BEHIND_PROXY', 'REQUESTS_AT_ONCE', 'TOWNS_DIR', ...HOUSE_VARIABLES] as const
/** What a town may set for itself, and takes from the process where it does not: nothing that is secret or names a town. */
const SHARED_DEFAULTS = ['CLAMAV_URL', 'DESK_REQUESTS_PER_MINUTE', 'PUBLIC_REQUESTS_PER_MINUTE', 'METRICS_TOKEN', 'UPDATES_DIR'] as const
/** A town that left these out would appear under another town's name. */
const TO_BE_NAMED = ['TOWN_NAME', 'STATE', 'REFERENCE_PREFIX', 'MAIL_FROM', 'TOWN_HOSTS', 'RECOVERY_KEY'] as const
/** Saxony-Anhalt, ISO 3166-2 without the country: the one state whose holidays and rules the program knows. */
export const KNOWN_STATE = 'ST'
export const OTHER_STATE = 'Feiertage und Regeln des Programms sind die von Sachsen-Anhalt (ST). Für eine Stadt eines anderen Landes wären Fristen und Tage falsch; sie kann noch nicht dazukommen.'
/** The same value in two files is a file that was copied: one town could open what is the other's. */
const OWN_SECRET = /^(?:RECOVERY_KEY|DKIM_KEY_FILE|\w+_(?:SECRET|PASSWORD|TOKEN))$/
/** Neither may be shared: an address that only one can listen on, numbers that citizens tell apart by their beginning, and who says who somebody is. */
const OWN_OTHERWISE: readonly string[] = ['BOUNCE_LISTEN', 'REFERENCE_PREFIX', 'OIDC_ISSUER']
/** Lists of which nothing may stand in two files: whose a request is, and whose a submission of the portal. */
const LISTED_ONCE = ['TOWN_HOSTS', 'FIT_CONNECT_DESTINATIONS'] as const
const listed = (given: string | undefined): readonly string[] => (given ?? '').split(/[\s,]+/).filter(one => one !== '').map(one => one.toLowerCase())
const WATCHED_BY_OPERATOR = 'METRICS_TOKEN'

/** What a process for one town is told when it starts. */
const FOR_ONE_TOWN = ['--demo', '--first-people'] as const

const FILE = /^(.+)\.env$/
/** Read or written by anybody on the machine. */
const OPEN_TO_OTHERS = 0o006

interface TownFile {
  readonly file: string
  readonly townId: string
  readonly values: Environment
}

/**
 * The towns of a folder, one file `<townId>.env` each, with the names of settings that a service for one town has. Of the process's
 * own environment a town takes only what is no town's. Everything that is wrong is told at once, each with its file. `fresh` is the file of
 * a town that is just being added, `<townId>.env.new`, and read with the others.
 */
export async function readTowns(folder: string, environment: Environment, flags: readonly string[], fresh?: string): Promise<ReadTowns> {
  const notHere = FOR_ONE_TOWN.filter(flag => flags.some(given => given === flag || given.startsWith(`${flag}=`)))
  if (notHere.length > 0) return { ok: false, problems: notHere.map(flag => `${flag} gilt für eine Stadt; mit TOWNS_DIR steht es in der Datei der Stadt, oder „town add“ hat es getan.`) }
  const names = await readdir(folder).catch(() => null)
  if (!names) return { ok: false, problems: [`TOWNS_DIR: Das Verzeichnis ${folder} ist nicht zu lesen.`] }
  const files = await Promise.all(names.filter(name => FILE.test(name) || name === fresh).toSorted().map(name => readFileOf(folder, name)))
  if (files.length === 0) return { ok: false, problems: [`TOWNS_DIR: In ${folder} liegt keine Datei <Kennung>.env. Legen Sie eine Stadt an: rathaus-service town add (im Arbeitsverzeichnis npm run town -- add)`] }
  const towns = files.map(file => readTown(file, environment, flags))
  const problems = [...files.flatMap(({ problems: ofFile }) => ofFile), ...towns.flatMap(town => (town.ok ? [] : town.problems)), ...clashes(files)]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: towns.flatMap(town => (town.ok ? town.value : [])) }
}

async function readFileOf(folder: string, file: string): Promise<TownFile & { readonly problems: readonly string[] }> {
  const path = join(folder, file)
  const townId = FILE.exec(file.replace(/\.new$/, ''))?.[1] ?? ''
  try {
    const { mode } = await stat(path)
    const problems = mode & OPEN_TO_OTHERS ? [`${file}: Die Datei enthält Geheimnisse und darf nicht für alle lesbar sein (chmod 600 ${path}).`] : []
    return { file, townId, values: parseEnv(await readFile(path, 'utf8')), problems }
  } catch {
    return { file, townId, values: {}, problems: [`${file}: Die Datei ist nicht zu lesen.`] }
  }
}

function readTown({ file, townId, values }: TownFile, environment: Environment, flags: readonly string[]): ReadTowns {
  const told = (problems: readonly string[]): ReadTowns => ({ ok: false, problems: problems.map(problem => `${file}: ${problem}`) })
  if (!TownId.safeParse(townId).success) return told(['Der Dateiname vor .env ist die Kennung der Stadt und muss aus Kleinbuchstaben, Ziffern und Bindestrichen bestehen.'])
  const hosts = listed(values['TOWN_HOSTS'])
  const problems = [
    ...OF_PROCESS.filter(name => values[name] !== undefined).map(name => `${name} gilt für den ganzen Dienst und steht in keiner Stadt.`),
    ...TO_BE_NAMED.filter(name => !values[name]).map(name => `${name} fehlt.`),
    ...(values['STATE'] && values['STATE'] !== KNOWN_STATE ? [`STATE: ${OTHER_STATE}`] : []),
    ...hosts.filter(host => !isHostName(host)).map(host => `TOWN_HOSTS: ${host} ist kein Rechnername; ohne https:// und ohne Port, zum Beispiel rathaus.tangerhuette.de.`),
    ...(values['TOWN_ID'] !== undefined && values['TOWN_ID'] !== townId ? [`TOWN_ID muss ${townId} heißen wie die Datei, oder fehlen.`] : []),
  ]
  const shared = Object.fromEntries([...OF_PROCESS, ...SHARED_DEFAULTS].map(name => [name, environment[name]]))
  const publicUrl = values['PUBLIC_URL'] ?? `https://${hosts[0] ?? 'localhost'}`
  const read = readSettings({ ...shared, ...values, TOWN_ID: townId, PUBLIC_URL: publicUrl }, flags)
  if (!read.ok) return told([...problems, ...read.problems])
  const { hostname } = new URL(read.value.publicUrl ?? publicUrl)
  if (!hosts.includes(hostname) && problems.length === 0) problems.push(`PUBLIC_URL führt zu ${hostname}; der Name muss in TOWN_HOSTS stehen.`)
  return problems.length > 0 ? told(problems) : { ok: true, value: [{ hosts: [...new Set(hosts)], settings: read.value }] }
}

/** What two files may not have in common. */
function clashes(files: readonly TownFile[]): readonly string[] {
  const taken = new Map<string, string>()
  const found: string[] = []
  const claim = (file: string, what: string, value: string): void => {
    const key = `${what} ${value}`
    const other = taken.get(key)
    // Never the value: it may be a secret.
    if (other !== undefined && other !== file) found.push(`${file}: ${what} ist dasselbe wie in ${other}. Jede Stadt braucht ihr eigenes.`)
    else taken.set(key, file)
  }
  for (const { file, values } of files) {
    for (const name of LISTED_ONCE) for (const one of listed(values[name])) claim(file, name, one)
    for (const [name, value] of Object.entries(values)) if (value && name !== WATCHED_BY_OPERATOR && (OWN_SECRET.test(name) || OWN_OTHERWISE.includes(name))) claim(file, name, value)
  }
  return found
}
