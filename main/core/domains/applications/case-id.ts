import type { ApplicationId } from '../../../../shared/ids.ts'
import type { Database } from '../../cache/database.ts'
import { statement } from '../../cache/statements.ts'

/** The case behind a receipt number, or behind its own id; undefined once this desk does not hold it any more. */
export function caseIdOf(db: Database, target: ApplicationId | number): ApplicationId | undefined {
  if (typeof target === 'string') return target
  return statement(db, 'SELECT id FROM applications WHERE number = ? UNION ALL SELECT id FROM applications_overlay WHERE number = ? LIMIT 1')
    .pluck().get(target, target) as ApplicationId | undefined
}
