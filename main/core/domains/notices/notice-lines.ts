import type { NoticeFilter, NoticeLine, NoticeListQuery, RunCounts } from '../../../../shared/contract/notices.ts'
import type { SentState } from '../../../../shared/domains/notices/tables.ts'
import type { Database } from '../../cache/database.ts'
import { shownWhere } from '../../cache/shown-rows.ts'
import { statement } from '../../cache/statements.ts'
import { foundLines, orderedLines } from './run-lines.ts'

/** How much is wrong with the finished letter of a notice. */
const PROBLEMS = "coalesce(json_array_length(checked, '$.problems'), 0)"

// Of what a notice says only these words are read: a run has thousands.
const OF_LINE = `id, number, left_out, sent ->> '$.state' AS state, content ->> '$.recipient.name' AS name, content ->> '$.recipient.place' AS place, content ->> '$.reference' AS reference,
  content ->> '$.totalCents' AS cents, content ->> '$.dueDay' AS due_day, ${PROBLEMS} AS problems`

const PASSES: Readonly<Record<NoticeFilter, string>> = {
  all: '1 = 1', problems: `left_out IS NULL AND ${PROBLEMS} > 0`, 'left-out': 'left_out IS NOT NULL', failed: "left_out IS NULL AND sent ->> '$.state' = 'failed'",
}

const countSql = (name: string, filter: NoticeFilter): string => `coalesce(sum(${PASSES[filter]}), 0) AS ${name}`
const COUNTED = `count(*) AS "all", ${countSql('leftOut', 'left-out')}, ${countSql('withProblems', 'problems')}, ${countSql('failed', 'failed')}`
const COUNTS = `SELECT ${COUNTED} FROM (${shownWhere('notices', 'run_id = @runId', 'left_out, checked, sent')})`

const linesSql = (filter: NoticeFilter): string => `${shownWhere('notices', `run_id = @runId AND ${PASSES[filter]}`, OF_LINE)} ORDER BY number`

/** What the notices of a run come to, counted where they lie: it is asked with each step of thousands. */
export const countsOf = (db: Database, runId: string): RunCounts => statement(db, COUNTS).get({ runId }) as RunCounts

/** Lines `start` to `end` of a list. In the order of the file only these are read; whoever seeks or sorts has all of them looked at. */
export function listedLines(db: Database, { runId, filter, text, order, isDescending, start, end }: NoticeListQuery): { rows: NoticeLine[]; total: number } {
  if (text.trim() === '' && order === 'number' && !isDescending) {
    const rows = statement(db, `${linesSql(filter)} LIMIT @most OFFSET @start`).all({ runId, start, most: end - start }) as FoundLine[]
    return { rows: rows.map(lineOf), total: totalOf(countsOf(db, runId), filter) }
  }
  const lines = orderedLines(foundLines((statement(db, linesSql(filter)).all({ runId }) as FoundLine[]).map(lineOf), text), order, isDescending)
  return { rows: lines.slice(start, end), total: lines.length }
}

const totalOf = ({ all, leftOut, withProblems, failed }: RunCounts, filter: NoticeFilter): number => ({ all, problems: withProblems, 'left-out': leftOut, failed })[filter]

interface FoundLine extends Pick<NoticeLine, 'id' | 'number' | 'name' | 'place' | 'reference' | 'problems'> {
  readonly left_out: string | null
  readonly state: SentState | null
  readonly cents: number
  readonly due_day: string
}

const lineOf = ({ id, number, name, place, reference, problems, left_out, state, cents, due_day }: FoundLine): NoticeLine => ({
  id, number, name, place, reference, totalCents: cents, dueDay: due_day, stage: left_out === null ? (state ?? 'waiting') : 'left-out', problems,
})
