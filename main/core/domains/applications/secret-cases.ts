import type { Database } from '../../cache/database.ts'
import { statement } from '../../cache/statements.ts'
import type { Condition } from './one-condition.ts'
import { beginIn, foldForSearch, partsOf } from './search-text.ts'

const SECRET = `person_id IN (SELECT id FROM secrecies)
  OR id IN (SELECT record_id FROM secrecy_marks WHERE record_table = 'applications' AND person_id IN (SELECT id FROM secrecies))`
const NUMBERS = `SELECT number FROM applications WHERE ${SECRET} UNION SELECT number FROM applications_overlay WHERE ${SECRET}`

/** What somebody under secrecy may be found by: not where they live, nor what they filled in. */
const OPEN_TEXTS = 'reference, applicant_name, subject'

/** Receipt numbers of the cases of people under secrecy, their own pending ones included: few, whatever the desk holds. */
export const secretNumbers = (db: Database): ReadonlySet<number> => new Set(statement(db, NUMBERS).pluck().all() as number[])

/** Whether a case may be found by words that begin as typed. */
export const isOpenByWords = (db: Database, number: number, text: string): boolean => beginIn(openText(db, number), text)

/** Whether a case may be found by parts of words. */
export function isOpenByParts(db: Database, number: number, text: string): boolean {
  const open = foldForSearch(openText(db, number))
  return partsOf(text).every(part => open.includes(part))
}

const openText = (db: Database, number: number): string =>
  (statement(db, `SELECT concat_ws(' ', ${OPEN_TEXTS}) FROM applications WHERE number = ?`).pluck().get(number) as string | undefined) ?? ''

/** Cases of people under secrecy that hold what was typed only in what is hidden. */
export const hiddenFrom = (db: Database, text: string): readonly number[] =>
  [...secretNumbers(db)].filter(number => !isOpenByWords(db, number, text))

/** A condition that tells where somebody lives or what they filled in, without those under secrecy. */
export function withoutSecret(condition: Condition, secret: readonly number[]): Condition {
  if (secret.length === 0) return condition
  const { sql, overlaySql, numbersSql, values } = condition
  const others = 'NOT IN (SELECT value FROM json_each(?))'
  return {
    sql: `(${sql}) AND number ${others}`,
    ...(overlaySql === undefined ? {} : { overlaySql: `(${overlaySql}) AND number ${others}` }),
    ...(numbersSql === undefined ? {} : { numbersSql: `SELECT case_number FROM (${numbersSql}) WHERE case_number ${others}` }),
    values: [...values, JSON.stringify(secret)],
  }
}
