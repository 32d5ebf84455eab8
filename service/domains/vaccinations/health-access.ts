import { randomUUID } from 'node:crypto'
import { grantsIn, type Role } from '../../../shared/actor.ts'
import { departmentOf, isHealthScope } from '../../../shared/scope.ts'
import type { Instant } from '../../../shared/time.ts'
import type { AccessEntry } from '../../../shared/wire/privacy.ts'
import type { Access } from '../../store/access.ts'
import { commitChanges } from '../../store/commit.ts'
import type { Database } from '../../store/database.ts'
import { healthScopesOf } from './rows.ts'

/** Every scope of health data that lies open to somebody by one of these roles: what desks hold, and the archives of the same departments. */
export const scopesOpenTo = ({ actor, scopes }: Access, roles: readonly Role[]): readonly string[] =>
  [...scopes.keys()].filter(scope => isHealthScope(scope) && grantsIn(actor, roles, scope).length > 0).flatMap(healthScopesOf)

/** As the data protection officer sees it among the accesses. */
type ReadingKind = AccessEntry['kind'] extends infer Kind ? (Kind extends `health-${infer Reading}` ? Reading : never) : never

export interface HealthReading {
  readonly kind: ReadingKind
  readonly purpose: string
  /** An id, never a name; null for a search. */
  readonly about: string | null
  readonly scope: string
}

/** Whoever reads health data is known by it, before anything is told: the audit log keeps the ids, a table of its own the purpose too. */
export async function noteReading({ db }: Pick<Database, 'db'>, { actor }: Access, { kind, purpose, about, scope }: HealthReading, at: Instant): Promise<void> {
  const { townId, personId } = actor
  await db.transaction().execute(async trx => {
    await trx.insertInto('health_accesses').values({ town_id: townId, id: randomUUID(), scope: healthScopesOf(scope)[0], at, person_id: personId, kind, purpose, about }).execute()
    await commitChanges(trx, { townId, actor, action: `vaccinations.${kind}`, commandId: null, at, about: about ?? departmentOf(scope) ?? '' }, [])
  })
}
