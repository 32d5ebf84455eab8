import { implement } from '@orpc/server'
import type { Role } from '../../../shared/actor.ts'
import { instantFromMs, type Clock } from '../../../shared/time.ts'
import { protectionContract } from '../../../shared/wire/protection.ts'
import { valueOrRefuse } from '../../http/refusal.ts'
import { townFor } from '../../http/town-for.ts'
import type { Access } from '../../store/access.ts'
import type { Database } from '../../store/database.ts'
import { protectionOverview } from './overview.ts'
import { answerRequest, extendRequest, recordRequest } from './requests.ts'

const PROTECTORS: readonly Role[] = ['data-protection-officer']

/** What the data protection officer has to see to; nobody else. */
export function createProtectionRouter({ database: { db }, clock }: { readonly database: Database; readonly clock: Clock }) {
  const os = implement(protectionContract).$context<{ readonly access: Access }>()
  const by = (access: Access) => {
    townFor(access, PROTECTORS)
    return { actor: access.actor, now: instantFromMs(clock.nowMs()) }
  }
  return os.router({
    overview: os.overview.handler(({ context: { access } }) => protectionOverview(db, townFor(access, PROTECTORS), clock)),
    record: os.record.handler(async ({ input, context: { access } }) => valueOrRefuse(await recordRequest(db, input, by(access)))),
    extend: os.extend.handler(async ({ input, context: { access } }) => valueOrRefuse(await extendRequest(db, input, by(access)))),
    answer: os.answer.handler(async ({ input, context: { access } }) => valueOrRefuse(await answerRequest(db, input, by(access)))),
  })
}
