import type { Database } from '../database.ts'
import { statement } from '../statements.ts'

const INDEXES = ['applications_words', 'applications_parts'] as const
const SOURCE = 'load_applications'
const ROWS_PER_STEP = 2_500

/** The search index as it is built beside the one in use. */
export const loadIndexOf = (index: string): string => index.replace(/^applications_/, 'load_')

/** Fills fresh search indexes in short transactions; answers false once there is nothing left to do. */
export function fillSearchStep(db: Database): boolean {
  return db.transaction(() => {
    const done = filledUpTo(db)
    if (done === undefined) return createIndexes(db)
    const upTo = statement(db, `SELECT max(number) FROM (SELECT number FROM ${SOURCE} WHERE number > ? ORDER BY number LIMIT ?)`)
      .pluck().get(done, ROWS_PER_STEP) as number | null
    if (upTo === null) return false
    for (const index of INDEXES) statement(db, fillSql(db, index)).run(done, upTo)
    rememberFilled(db, upTo)
    return true
  }).immediate()
}

const FILLED = 'load/search-filled'

function filledUpTo(db: Database): number | undefined {
  const text = statement(db, 'SELECT value FROM meta WHERE key = ?').pluck().get(FILLED) as string | undefined
  return text === undefined ? undefined : Number(text)
}

const rememberFilled = (db: Database, number: number): void => {
  statement(db, 'INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(FILLED, String(number))
}

function createIndexes(db: Database): true {
  for (const index of INDEXES) {
    const sql = statement(db, 'SELECT sql FROM sqlite_master WHERE name = ?').pluck().get(index) as string
    db.exec(sql.replace(/VIRTUAL TABLE "?\w+"?/, `VIRTUAL TABLE ${loadIndexOf(index)}`))
  }
  rememberFilled(db, -1)
  return true
}

/** The columns as the trigger that keeps the index writes them, so that both stay one formulation. */
function fillSql(db: Database, index: string): string {
  const sql = statement(db, "SELECT sql FROM sqlite_master WHERE name = 'applications_search_insert'").pluck().get() as string
  const found = new RegExp(`INSERT INTO ${index} \\(([^)]*)\\) VALUES \\((.*?)\\);`).exec(sql)
  if (!found?.[1] || !found[2]) throw new Error(`the trigger does not keep ${index}`)
  const values = found[2].replaceAll('new.', '')
  return `INSERT INTO ${loadIndexOf(index)} (${found[1]}) SELECT ${values} FROM ${SOURCE} WHERE number > ? AND number <= ? ORDER BY number`
}

/** The fresh indexes take the place of the old ones; part of the swap's transaction. */
export function swapSearch(db: Database): void {
  for (const index of INDEXES) {
    db.exec(`DROP TABLE ${index}`)
    db.exec(`ALTER TABLE ${loadIndexOf(index)} RENAME TO ${index}`)
    db.prepare(`INSERT INTO ${index} (${index}, rank) VALUES ('secure-delete', 1)`).run()
  }
}
