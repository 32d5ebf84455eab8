import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TownId } from '../shared/ids.ts'
import { instantFromMs, type Clock } from '../shared/time.ts'
import { seedDemoTown } from './demo/seed.ts'
import { addFirstPeople } from './first-people.ts'
import type { Log } from './log.ts'
import type { Settings } from './settings.ts'
import type { Database } from './store/database.ts'
import type { TownsTable } from './store/schema.ts'
import { createTown, lockTown, townById } from './store/towns.ts'

/** The town that this service is for; a demo is filled at the first start, any other begins empty. */
export async function prepareTown(
  database: Database,
  settings: Settings,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<TownsTable> {
  const { townId, townName, recoveryKey, rows, seed } = settings
  if (settings.demo) await seedDemoTown(database, { townId, name: townName, recoveryKey, rows, seed, now: instantFromMs(clock.nowMs()), log, ...recoveryKeyBeside(settings) })
  const known = await townById(database.db, townId)
  if (known) {
    if (settings.firstPeopleFile) await addFirstPeople(database, townId, settings.firstPeopleFile, instantFromMs(clock.nowMs()))
    return known
  }
  await database.db.transaction().execute(async trx => {
    await lockTown(trx, townId)
    if (!(await townById(trx, townId))) await createTown(trx, emptyTown(townId, settings))
  })
  return prepareTown(database, settings, { clock, log })
}

/** A demo in a directory keeps the private half of its recovery key there, to try out what a real town keeps in a safe. */
function recoveryKeyBeside({ databaseUrl }: Settings): { readonly keepRecoveryKey?: (privateKey: string) => void } {
  if (databaseUrl.includes('://')) return {}
  return { keepRecoveryKey: privateKey => writeFileSync(join(databaseUrl, 'recovery-key.pem'), privateKey, { mode: 0o600 }) }
}

const emptyTown = (id: TownId, { townName, referencePrefix, recoveryKey, demo }: Settings): TownsTable => ({
  id, name: townName, reference_prefix: referencePrefix, recovery_key: recoveryKey ?? '', demo,
})
