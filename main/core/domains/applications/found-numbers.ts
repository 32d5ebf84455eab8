import type { Database } from '../../cache/database.ts'
import { statement } from '../../cache/statements.ts'
import { isOpenByParts, isOpenByWords, secretNumbers } from './secret-cases.ts'
import { foldForSearch, partsOf, partsQuery, wordsQuery } from './search-text.ts'

/** How many rows beyond the limit are looked at: some hold the letters, but apart. */
const SPARE_CANDIDATES = 20
const TEXTS = 'reference, applicant_name, subject, locality, search_text'

/** Newest first: cases holding words that begin as typed; those of people under secrecy only where it is not what is hidden of them. */
export function numbersByWords(db: Database, text: string, limit: number): readonly number[] {
  const query = wordsQuery(text)
  if (query === undefined) return []
  const secret = secretNumbers(db)
  const found = statement(db, 'SELECT rowid FROM applications_words WHERE applications_words MATCH ? ORDER BY rowid DESC LIMIT ?').pluck().all(query, limit + secret.size) as number[]
  return found.filter(number => !secret.has(number) || isOpenByWords(db, number, text)).slice(0, limit)
}

/** Newest first: cases holding what was typed somewhere inside their words; those of people under secrecy as above. */
export function numbersByParts(db: Database, text: string, limit: number): readonly number[] {
  const query = partsQuery(text)
  if (query === undefined) return []
  const secret = secretNumbers(db)
  const candidates = statement(db, 'SELECT rowid FROM applications_parts WHERE applications_parts MATCH ? ORDER BY rowid DESC LIMIT ?')
    .pluck().all(query, limit + SPARE_CANDIDATES + secret.size) as number[]
  const longer = partsOf(text).filter(part => part.length > 3)
  const open = candidates.filter(number => !secret.has(number) || isOpenByParts(db, number, text))
  const found = longer.length === 0 ? open : open.filter(number => holdsAll(db, number, longer))
  return found.slice(0, limit)
}

/** The index knows that the groups of three letters are in the row, not that they stand together. */
function holdsAll(db: Database, number: number, parts: readonly string[]): boolean {
  const text = statement(db, `SELECT concat_ws(' ', ${TEXTS}) FROM applications WHERE number = ?`).pluck().get(number) as string | undefined
  const folded = foldForSearch(text ?? '')
  return parts.every(part => folded.includes(part))
}
