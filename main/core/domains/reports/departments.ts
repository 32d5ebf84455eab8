import { grantsFor, type Actor } from '../../../../shared/actor.ts'
import type { DepartmentFigures } from '../../../../shared/contract/reports.ts'
import { PersonFigures, personFiguresId } from '../../../../shared/domains/reports/person-figures.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll, getBase } from '../../cache/rows.ts'

/** The departments a person works in or leads, each with what was agreed there about figures per person. */
export function departmentFigures(db: Database, actor: Actor): DepartmentFigures[] {
  return effectiveAll(db, 'departments')
    .filter(({ id }) => grantsFor(actor, ['clerk', 'lead'], id).length > 0)
    .toSorted((one, other) => one.position - other.position)
    .map(({ id, name }) => {
      // The service's row alone: what others cannot see yet does not count yet.
      const read = PersonFigures.safeParse(getBase(db, 'preferences', personFiguresId(id))?.value)
      return { id, name, isLed: grantsFor(actor, ['lead'], id).length > 0, personFigures: read.success ? read.data : null }
    })
}
