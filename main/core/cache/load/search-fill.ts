import type { Database } from '../database.ts'
import { setMeta, getMeta } from '../meta.ts'
import { statement } from '../statements.ts'
import { createLoadValues, fillValues, indexValues } from './values-fill.ts'

const INDEXES = ['applications_words', 'applications_parts'] as const
type SearchIndex = (typeof INDEXES)[number]

const SOURCE = 'load_applications'
const FILLED = 'load/search-filled'
const ROWS_PER_STEP = 1_500
const PAGES_PER_MERGE = 400

/** While filling, nothing is merged on the way and a step stays in memory until its end: a third of the time. */
const BULK = { automerge: 0, crisismerge: 1_999, hashsize: 64 * 1_024 * 1_024 }
/** As FTS5 has it by itself; and a person who is erased leaves no words behind in the index. */
const DAILY = { automerge: 4, crisismerge: 16, hashsize: 1_024 * 1_024, 'secure-delete': 1 }

/** The search index as it is built beside the one in use. */
export const loadIndexOf = (index: SearchIndex): string => index.replace(/^applications_/, 'load_')

/** Builds the search indexes and the form values of the loaded applications, in steps of one short transaction each. */
export function* buildSearch(db: Database): Generator<'indexing'> {
  if (getMeta(db, FILLED) === undefined) createIndexes(db)
  while (fillStep(db)) yield 'indexing'
  indexValues(db)
  yield 'indexing'
  for (const index of INDEXES) {
    // A negative size takes everything together; the steps after it go on with that.
    let isDone = mergeStep(db, index, -PAGES_PER_MERGE)
    while (!isDone) {
      yield 'indexing'
      isDone = mergeStep(db, index, PAGES_PER_MERGE)
    }
  }
}

function createIndexes(db: Database): void {
  db.transaction(() => {
    for (const index of INDEXES) {
      const sql = statement(db, 'SELECT sql FROM sqlite_master WHERE name = ?').pluck().get(index) as string
      db.exec(sql.replace(/VIRTUAL TABLE ['"]?\w+['"]?/, `VIRTUAL TABLE ${loadIndexOf(index)}`))
      configure(db, loadIndexOf(index), BULK)
    }
    createLoadValues(db)
    setMeta(db, FILLED, '-1')
  }).immediate()
}

/** Answers false once every row is in. */
function fillStep(db: Database): boolean {
  return db.transaction(() => {
    const done = Number(getMeta(db, FILLED))
    const upTo = statement(db, `SELECT max(number) FROM (SELECT number FROM ${SOURCE} WHERE number > ? ORDER BY number LIMIT ?)`)
      .pluck().get(done, ROWS_PER_STEP) as number | null
    if (upTo === null) return false
    for (const index of INDEXES) statement(db, fillSql(db, index)).run(done, upTo)
    // The rows are in memory now: their values cost no second look at the file.
    fillValues(db, done, upTo)
    setMeta(db, FILLED, String(upTo))
    return true
  }).immediate()
}

/** Answers true once the index is in one piece: a merge that has nothing to do changes one row at most. */
function mergeStep(db: Database, index: SearchIndex, pages: number): boolean {
  const changes = statement(db, 'SELECT total_changes()').pluck()
  const before = changes.get() as number
  setOption(db, loadIndexOf(index), 'merge', pages)
  return (changes.get() as number) - before < 2
}

/** The columns as the trigger that keeps the index writes them, so that both stay one formulation. */
function fillSql(db: Database, index: SearchIndex): string {
  const sql = statement(db, "SELECT sql FROM sqlite_master WHERE name = 'applications_search_insert'").pluck().get() as string
  const found = new RegExp(`INSERT INTO "?${index}"? \\(([^)]*)\\) VALUES \\((.*?)\\);`).exec(sql)
  if (!found?.[1] || !found[2]) throw new Error(`the trigger does not keep ${index}`)
  const values = found[2].replaceAll('new.', '')
  return `INSERT INTO ${loadIndexOf(index)} (${found[1]}) SELECT ${values} FROM ${SOURCE} WHERE number > ? AND number <= ? ORDER BY number`
}

/** The fresh indexes take the place of the old ones; part of the swap's transaction. */
export function swapSearch(db: Database): void {
  for (const index of INDEXES) {
    db.exec(`DROP TABLE ${index}`)
    db.exec(`ALTER TABLE ${loadIndexOf(index)} RENAME TO ${index}`)
    configure(db, index, DAILY)
  }
}

function configure(db: Database, index: string, options: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(options)) setOption(db, index, name, value)
}

function setOption(db: Database, index: string, name: string, value: number): void {
  // FTS5 takes an integer only, and a JavaScript number is bound as a real.
  db.prepare(`INSERT INTO ${index} (${index}, rank) VALUES (?, ?)`).run(name, BigInt(value))
}
