import { implement } from '@orpc/server'
import type { Actor, Role } from '../../shared/actor.ts'
import type { TownId } from '../../shared/ids.ts'
import { refuse, ok, type Result } from '../../shared/result.ts'
import { instantFromMs, type Clock, type Instant } from '../../shared/time.ts'
import { townSetupContract } from '../../shared/wire/town-setup.ts'
import { valueOrRefuse } from '../http/refusal.ts'
import { townFor } from '../http/town-for.ts'
import { noteAccess } from '../privacy/privacy-router.ts'
import type { Access } from '../store/access.ts'
import type { Database } from '../store/database.ts'
import { brandingOf, crestShown, setBranding } from './branding.ts'
import type { SendTestMail } from './test-mail.ts'
import { addDepartment, addPerson } from './town-setup-acts.ts'
import { setupOf, type TownFacts } from './town-setup-state.ts'

export interface TownSetupParts extends TownFacts {
  readonly database: Database
  readonly clock: Clock
  readonly sendTestMail: SendTestMail
}

const KEEPERS: readonly Role[] = ['administrator']

/** What administrators set up for the whole town, and how it looks to everybody; who changed it stands in the audit log. */
export function createTownSetupRouter(parts: TownSetupParts) {
  const { database, clock } = parts
  const os = implement(townSetupContract).$context<{ readonly access: Access }>()
  const now = (): Instant => instantFromMs(clock.nowMs())
  const state = (townId: TownId) => setupOf(database.db, townId, parts)
  return os.router({
    state: os.state.handler(({ context: { access } }) => state(townFor(access, KEEPERS))),
    look: os.look.handler(async ({ context: { access } }) => ({ crest: crestShown(await brandingOf(database.db, access.actor.townId)) })),
    setBranding: os.setBranding.handler(async ({ input, context: { access } }) => {
      const townId = townFor(access, KEEPERS)
      valueOrRefuse(await setBranding(database.db, townId, input, now()))
      await noteAccess(database, access.actor, 'town-setup.set-branding', townId, now())
      return state(townId)
    }),
    addDepartment: os.addDepartment.handler(async ({ input, context: { access } }) => {
      const townId = townFor(access, KEEPERS)
      valueOrRefuse(await addDepartment(database, input, { actor: access.actor, now: now() }))
      return state(townId)
    }),
    addPerson: os.addPerson.handler(async ({ input, context: { access } }) => {
      townFor(access, KEEPERS)
      return valueOrRefuse(await addPerson(database, input, parts.hasOwnSignIn, { actor: access.actor, now: now() }))
    }),
    testMail: os.testMail.handler(async ({ input, context: { access } }) => {
      const townId = townFor(access, KEEPERS)
      valueOrRefuse(await testMail(parts, input.to, access.actor, now()))
      return state(townId)
    }),
  })
}

/** To whom it went is nobody's business afterwards. */
async function testMail({ database, sendTestMail }: TownSetupParts, to: string, actor: Actor, at: Instant): Promise<Result<null>> {
  const said = await sendTestMail(to)
  if (said !== 'accepted') return refuse(said === 'unreachable' ? 'town-setup/mail-unreachable' : 'town-setup/mail-refused')
  await database.db.insertInto('mail_tests').values({ town_id: actor.townId, at }).onConflict(conflict => conflict.column('town_id').doUpdateSet({ at })).execute()
  await noteAccess(database, actor, 'town-setup.test-mail', actor.townId, at)
  return ok(null)
}
