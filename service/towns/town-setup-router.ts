import { implement } from '@orpc/server'
import type { Role } from '../../shared/actor.ts'
import { instantFromMs, type Clock } from '../../shared/time.ts'
import { townSetupContract } from '../../shared/wire/town-setup.ts'
import { valueOrRefuse } from '../http/refusal.ts'
import { townFor } from '../http/town-for.ts'
import { noteAccess } from '../privacy/privacy-router.ts'
import type { Access } from '../store/access.ts'
import type { Database } from '../store/database.ts'
import { setBranding, setupOf } from './branding.ts'

export interface TownSetupParts {
  readonly database: Database
  readonly clock: Clock
  readonly townName: string
}

const KEEPERS: readonly Role[] = ['administrator']

/** What administrators set up for the whole town; who changed it stands in the audit log. */
export function createTownSetupRouter({ database, clock, townName }: TownSetupParts) {
  const os = implement(townSetupContract).$context<{ readonly access: Access }>()
  const { db } = database
  return os.router({
    state: os.state.handler(({ context: { access } }) => setupOf(db, townFor(access, KEEPERS), townName)),
    setBranding: os.setBranding.handler(async ({ input, context: { access } }) => {
      const townId = townFor(access, KEEPERS)
      const now = instantFromMs(clock.nowMs())
      valueOrRefuse(await setBranding(db, townId, input, now))
      await noteAccess(database, access.actor, 'town-setup.set-branding', townId, now)
      return setupOf(db, townId, townName)
    }),
  })
}
