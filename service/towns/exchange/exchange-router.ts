import { implement } from '@orpc/server'
import type { Role } from '../../../shared/actor.ts'
import { instantFromMs, type Clock, type Instant } from '../../../shared/time.ts'
import { serviceExchangeContract } from '../../../shared/wire/service-exchange.ts'
import { valueOrRefuse } from '../../http/refusal.ts'
import { townFor } from '../../http/town-for.ts'
import type { Access } from '../../store/access.ts'
import type { Database } from '../../store/database.ts'
import { lookAt } from './look.ts'
import { readServiceFile, writeServiceFile } from './service-file.ts'
import { takeOver, undoImport } from './take.ts'

export interface ExchangeParts {
  readonly database: Database
  readonly clock: Clock
  readonly townName: string
}

const KEEPERS: readonly Role[] = ['administrator']

/** Services from town to town, for administrators. */
export function createExchangeRouter({ database, clock, townName }: ExchangeParts) {
  const os = implement(serviceExchangeContract).$context<{ readonly access: Access }>()
  const now = (): Instant => instantFromMs(clock.nowMs())
  return os.router({
    file: os.file.handler(async ({ context: { access } }) => valueOrRefuse(await writeServiceFile(database.db, townFor(access, KEEPERS), townName, now()))),
    look: os.look.handler(async ({ input, context: { access } }) => {
      const townId = townFor(access, KEEPERS)
      return lookAt(database.db, townId, valueOrRefuse(await readServiceFile(database.db, townId, input.file)))
    }),
    take: os.take.handler(async ({ input, context: { access } }) => {
      const townId = townFor(access, KEEPERS)
      return valueOrRefuse(await takeOver(database, valueOrRefuse(await readServiceFile(database.db, townId, input.file)), input, { actor: access.actor, now: now() }))
    }),
    undo: os.undo.handler(async ({ input, context: { access } }) => {
      townFor(access, KEEPERS)
      return valueOrRefuse(await undoImport(database, input.id, { actor: access.actor, now: now() }))
    }),
  })
}
