import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../service/clock.ts'
import { checkService, type Finding } from '../../service/operate/check.ts'
import { readHouse, type HouseSettings } from '../../service/operate/house.ts'
import { isClockSetByNetwork } from '../../service/operate/network-clock.ts'
import { SERVICE_ROLE } from '../../service/operate/roles.ts'
import { openUnmigrated, type Database } from '../../service/store/database.ts'
import { DatabaseRefused } from '../../service/store/migrate.ts'
import { readTowns, type TownAtHosts } from '../../service/towns/read-towns.ts'
import { accountNamed, asAccount } from './accounts.ts'
import type { Environment, Places } from './places.ts'
import { refuse, say } from './say.ts'

/** Looks at everything and says of each thing how it is; 1 where something is wrong. */
export async function check(places: Places, environment: Environment): Promise<number> {
  return asAccount(accountNamed(SERVICE_ROLE), async () => {
    const house = readHouse(environment)
    const folder = environment['TOWNS_DIR'] ?? places.townsFolder
    const towns = await readTowns(folder, environment, [])
    if (!house.ok) return refuse(house.error)
    if (!towns.ok) return refuse(towns.problems)
    const database = await opened(environment['DATABASE_URL'] ?? '')
    if (typeof database === 'string') return refuse([database])
    try {
      return report(await checkService(partsOf({ places, environment, folder }, { house: house.value, towns: towns.value, database })))
    } finally {
      await database.close()
    }
  })
}

interface Where {
  readonly places: Places
  readonly environment: Environment
  readonly folder: string
}

const partsOf = ({ places, environment, folder }: Where, found: { readonly house: HouseSettings; readonly towns: readonly TownAtHosts[]; readonly database: Database }): Parameters<typeof checkService>[0] => ({
  ...found, clock: systemClock, backupFolder: environment['BACKUP_FOLDER'] ?? places.backupFolder, fetch,
  secretFiles: [places.settings, ...found.towns.map(({ settings }) => join(folder, `${settings.townId}.env`)), ...(found.house.tls ? [found.house.tls.keyFile] : [])],
  isClockSet: async () => isClockSetByNetwork(), isRunning: async () => isServiceRunning(),
})

/** The database, or the sentence that says why there is none. */
async function opened(url: string): Promise<Database | string> {
  try {
    const database = await openUnmigrated(url)
    await database.db.selectNoFrom(eb => eb.val(1).as('one')).execute()
    return database
  } catch (error) {
    if (error instanceof DatabaseRefused) return error.message
    return 'Die Datenbank antwortet nicht. Läuft PostgreSQL (systemctl start postgresql), und stimmt DATABASE_URL? Wenn noch nichts eingerichtet ist: rathaus-service setup'
  }
}

/** Null where systemd does not run the machine. */
function isServiceRunning(): boolean | null {
  if (!existsSync('/run/systemd/system') || process.env['RATHAUS_ROOT']) return null
  return spawnSync('systemctl', ['is-active', '--quiet', 'rathaus-service']).status === 0
}

const SIGNS = { good: 'gut   ', look: 'GELB  ', bad: 'ROT   ' } as const

function report(findings: readonly Finding[]): number {
  for (const { grade, what, sentence } of findings) say(`${SIGNS[grade]}  ${what}: ${sentence}`)
  const wrong = findings.filter(({ grade }) => grade === 'bad').length
  say('', wrong === 0 ? 'Alles in Ordnung.' : `${wrong === 1 ? 'Eins ist' : `${wrong} Dinge sind`} zu tun.`)
  return wrong === 0 ? 0 : 1
}
