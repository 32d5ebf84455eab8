import { implement } from '@orpc/server'
import type { Actor, Role } from '../../shared/actor.ts'
import { instantFromMs, type Clock, type Instant } from '../../shared/time.ts'
import { privacyContract } from '../../shared/wire/privacy.ts'
import { valueOrRefuse } from '../http/refusal.ts'
import { townFor } from '../http/town-for.ts'
import type { Access } from '../store/access.ts'
import { commitChanges } from '../store/commit.ts'
import type { Database } from '../store/database.ts'
import { germanDay } from '../../shared/german-days.ts'
import { accessLog } from './access-log.ts'
import { deletablePreview } from './deletable.ts'
import { deletionRuns, goOnDeleting } from './deletion-run.ts'
import { findPeople } from './person-search.ts'

export interface PrivacyParts {
  readonly database: Database
  readonly clock: Clock
}

/** Who deletes by rule; and who alone may look for a person and at what others looked at. */
const DELETERS: readonly Role[] = ['administrator', 'data-protection-officer']
export const PROTECTORS: readonly Role[] = ['data-protection-officer']

export function createPrivacyRouter({ database, clock }: PrivacyParts) {
  const privacy = implement(privacyContract).$context<{ readonly access: Access }>()
  const { db } = database
  const now = (): Instant => instantFromMs(clock.nowMs())
  return privacy.router({
    preview: privacy.preview.handler(({ context: { access } }) => deletablePreview(db, townFor(access, DELETERS), now())),
    run: privacy.run.handler(async ({ input, context: { access } }) => {
      townFor(access, DELETERS)
      return valueOrRefuse(await goOnDeleting(database, access.actor, input, now()))
    }),
    runs: privacy.runs.handler(async ({ context: { access } }) => ({ runs: await deletionRuns(db, townFor(access, DELETERS)) })),
    people: privacy.people.handler(async ({ input, context: { access } }) => {
      const townId = townFor(access, PROTECTORS)
      await noteAccess(database, access.actor, 'privacy.person-searched', null, now())
      return { people: await findPeople(db, townId, input.search, germanDay(now())) }
    }),
    accessLog: privacy.accessLog.handler(({ input, context: { access } }) => accessLog(db, townFor(access, PROTECTORS), input)),
  })
}

/** Whoever looks up persons is looked up, too: an entry of the audit log before anything is told. */
export async function noteAccess({ db }: Pick<Database, 'db'>, actor: Actor, action: string, about: string | null, at: Instant): Promise<void> {
  const origin = { townId: actor.townId, actor, action, commandId: null, at, ...(about ? { about } : {}) }
  await db.transaction().execute(trx => commitChanges(trx, origin, []))
}
