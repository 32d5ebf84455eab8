import type * as z from 'zod'
import type { SearchHit as SearchHitSchema } from '../../../../shared/contract/applications.ts'
import type { Database } from '../../cache/database.ts'
import { statement } from '../../cache/statements.ts'
import { numbersByParts, numbersByWords } from './found-numbers.ts'

export type SearchHit = z.infer<typeof SearchHitSchema>

/** Newest first: cases with words that begin as typed; where there are none, those that hold it inside a word. The list finds the same. */
export function searchCases(db: Database, text: string, limit: number): readonly SearchHit[] {
  const words = numbersByWords(db, text, limit)
  const numbers = words.length > 0 ? words : numbersByParts(db, text, limit)
  return numbers.map(number => hit(db, number)).filter(found => found !== undefined)
}

function hit(db: Database, number: number): SearchHit | undefined {
  const select = (table: string): string => `SELECT id, reference, subject, applicant_name AS applicantName, locality, status, outcome FROM ${table} WHERE number = ?`
  const overlay = statement(db, select('applications_overlay')).get(number)
  return (overlay ?? statement(db, select('applications')).get(number)) as SearchHit | undefined
}
