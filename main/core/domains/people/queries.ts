import type { HeldCase } from '../../../../shared/contract/people.ts'
import { nameWords } from '../../../../shared/domains/people/names.ts'
import { isSecretOn } from '../../../../shared/domains/people/secrecy.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import type { PersonId } from '../../../../shared/ids.ts'
import type { Database } from '../../cache/database.ts'
import { folded, foldedSql } from '../../cache/fold-sql.ts'
import { effectiveAll } from '../../cache/rows.ts'
import { shownRow, shownWhere } from '../../cache/shown-rows.ts'
import { statement } from '../../cache/statements.ts'

/** What this desk knows of citizens by itself. */
export interface PeopleQueries {
  held(personId: PersonId | null, name: string): HeldCase[]
  secrets(): { recordIds: string[] }
}

const MOST = 50
const BY_PERSON = `${shownWhere('applications', 'person_id = @personId')} ORDER BY received_at DESC LIMIT ${MOST}`
const BY_NAME = `${shownWhere('applications', `${foldedSql('applicant_name')} LIKE @name ESCAPE '\\'`)} ORDER BY received_at DESC LIMIT ${MOST}`

export const createPeopleQueries = ({ cache: { db }, now }: { readonly cache: { readonly db: Database }; readonly now: () => number }): PeopleQueries => ({
  held: (personId, name) => {
    if (personId !== null) return statement(db, BY_PERSON).all({ personId }).map(shownCase)
    if (nameWords(name).length === 0) return []
    return statement(db, BY_NAME).all({ name: `%${folded(name).replaceAll(/[\\%_]/g, sign => `\\${sign}`)}%` }).map(shownCase)
  },
  secrets: () => {
    const today = germanDayAt(now())
    const secret = new Set<string>(effectiveAll(db, 'secrecies').filter(({ until }) => isSecretOn(until, today)).map(({ id }) => id))
    return { recordIds: effectiveAll(db, 'secrecy_marks').filter(({ personId }) => secret.has(personId)).map(({ recordId }) => recordId) }
  },
})

function shownCase(found: unknown): HeldCase {
  const { id, personId, reference, subject, applicantName, status, receivedAt } = shownRow('applications', found)
  return { id, personId, reference, subject, applicantName, status, receivedAt }
}
