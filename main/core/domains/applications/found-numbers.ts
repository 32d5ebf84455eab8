import type { Database } from '../../cache/database.ts'
import { statement } from '../../cache/statements.ts'
import { foldForSearch, partsOf, partsQuery, wordsQuery } from './search-text.ts'

/** How many rows of one search for parts of words are looked at: three letters may stand apart in a row. */
const MOST_CANDIDATES = 400
const TEXTS = 'reference, applicant_name, subject, locality, search_text'

/** Newest first: cases holding words that begin as typed. */
export function numbersByWords(db: Database, text: string, limit: number): readonly number[] {
  const query = wordsQuery(text)
  if (query === undefined) return []
  return statement(db, 'SELECT rowid FROM applications_words WHERE applications_words MATCH ? ORDER BY rowid DESC LIMIT ?').pluck().all(query, limit) as number[]
}

/** Newest first: cases holding what was typed somewhere inside their words. */
export function numbersByParts(db: Database, text: string, limit: number): readonly number[] {
  const query = partsQuery(text)
  if (query === undefined) return []
  const parts = partsOf(text)
  const found: number[] = []
  const candidates = statement(db, 'SELECT rowid FROM applications_parts WHERE applications_parts MATCH ? ORDER BY rowid DESC LIMIT ?')
    .pluck().all(query, MOST_CANDIDATES) as number[]
  for (const number of candidates) {
    if (found.length === limit) return found
    const texts = statement(db, `SELECT concat_ws(' ', ${TEXTS}) FROM applications WHERE number = ?`).pluck().get(number) as string | undefined
    const folded = foldForSearch(texts ?? '')
    if (parts.every(part => folded.includes(part))) found.push(number)
  }
  return found
}
