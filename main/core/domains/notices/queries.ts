import type { FoundProblem, NoticeLine, NoticeListQuery, ShownConsent, ShownNotice, ShownRun, WholeRun } from '../../../../shared/contract/notices.ts'
import type { Way } from '../../../../shared/domains/notices/channels.ts'
import { hashOfNotices } from '../../../../shared/domains/notices/content.ts'
import { sampleOf, type SampledNotice } from '../../../../shared/domains/notices/sample.ts'
import type { LetterProblem, NoticeKind, NoticeRun } from '../../../../shared/domains/notices/tables.ts'
import { NoticeId, type NoticeRunId } from '../../../../shared/ids.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll, effectiveWhere } from '../../cache/rows.ts'
import { shownRow, shownWhere } from '../../cache/shown-rows.ts'
import { sortKey } from '../../cache/sort-key.ts'
import { statement } from '../../cache/statements.ts'
import { shownConsents } from './consents.ts'
import { countsOf, listedLines } from './notice-lines.ts'

/** What is asked about mass notices; all of it is answered without the service. */
export interface NoticeQueries {
  kinds(): NoticeKind[]
  runs(): ShownRun[]
  run(runId: string): WholeRun | null
  list(query: NoticeListQuery): { rows: NoticeLine[]; total: number }
  one(noticeId: string): ShownNotice | null
  sample(runId: string, seed: number): SampledNotice[]
  consents(): ShownConsent[]
  /** What a run is given for release with: its letters as this desk has them. */
  toSubmit(runId: NoticeRunId): { readonly runId: NoticeRunId; readonly rowsHash: string; readonly count: number; readonly totalCents: number }
}

const RUNS = `${shownWhere('notice_runs', '1 = 1')} ORDER BY created_at DESC, id`
const RUN = shownWhere('notice_runs', 'id = @runId')
const ONE = shownWhere('notices', 'id = @noticeId')

const PROBLEMS = `${shownWhere('notices', "run_id = @runId AND left_out IS NULL AND json_array_length(checked, '$.problems') > 0", "id, number, content ->> '$.recipient.name' AS name, checked")} ORDER BY number`
const SUMS = `SELECT coalesce(SUM(left_out IS NULL), 0) AS letters, coalesce(SUM(CASE WHEN left_out IS NULL THEN cents ELSE 0 END), 0) AS cents FROM (
  ${shownWhere('notices', 'run_id = @runId', "left_out, content ->> '$.totalCents' AS cents")})`
const GOING = `${shownWhere('notices', 'run_id = @runId AND left_out IS NULL', "number, content_hash, way, content ->> '$.totalCents' AS cents")} ORDER BY number`

export const createNoticeQueries = ({ cache: { db } }: { readonly cache: { readonly db: Database } }): NoticeQueries => ({
  kinds: () => kindsOf(db),
  runs: () => {
    const kinds = new Map(kindsOf(db).map(kind => [kind.id, kind]))
    return statement(db, RUNS).all({}).map(found => shownRun(db, found, kinds))
  },
  run: runId => {
    const found = statement(db, RUN).get({ runId })
    if (!found) return null
    const kinds = new Map(kindsOf(db).map(kind => [kind.id, kind]))
    const run = shownRun(db, found, kinds)
    return { run, kind: kinds.get(run.kindId) ?? null, counts: countsOf(db, runId), problems: problemsOf(db, runId) }
  },
  list: query => listedLines(db, query),
  one: noticeId => {
    const found = statement(db, ONE).get({ noticeId })
    return found ? shownRow('notices', found) : null
  },
  sample: (runId, seed) => [...sampleOf(effectiveWhere(db, 'notices', 'run_id', runId), seed)],
  consents: () => shownConsents(db),
  toSubmit: runId => {
    const going = statement(db, GOING).all({ runId }) as { readonly number: number; readonly content_hash: string; readonly way: string; readonly cents: number }[]
    const rowsHash = hashOfNotices(going.map(({ number, content_hash, way }) => ({ number, hash: content_hash, way: JSON.parse(way) as Way })))
    return { runId, rowsHash, count: going.length, totalCents: going.reduce((sum, { cents }) => sum + cents, 0) }
  },
})

const kindsOf = (db: Database): NoticeKind[] => effectiveAll(db, 'notice_kinds').toSorted((one, other) => (sortKey(one.title) < sortKey(other.title) ? -1 : 1))

function shownRun(db: Database, found: unknown, kinds: ReadonlyMap<string, NoticeKind>): ShownRun {
  const run = shownRow('notice_runs', found)
  return { ...run, kindTitle: kinds.get(run.kindId)?.title ?? '', ...sumsOf(db, run) }
}

/** As it was given for release or as the file has it; only what is a draft has to be counted. */
function sumsOf(db: Database, { id, submitted, added, expected }: NoticeRun): Pick<ShownRun, 'letters' | 'totalCents'> {
  if (submitted) return { letters: submitted.count, totalCents: submitted.totalCents }
  if (added < expected.count) return { letters: expected.count, totalCents: expected.totalCents }
  const { letters, cents } = statement(db, SUMS).get({ runId: id }) as { readonly letters: number; readonly cents: number }
  return { letters, totalCents: cents }
}

interface FoundChecked {
  readonly id: string
  readonly name: string
  readonly checked: string
}

/** Each thing that is wrong, the most frequent first, with the first letter in which it was found. */
function problemsOf(db: Database, runId: string): FoundProblem[] {
  const found = new Map<string, FoundProblem>()
  for (const { id, name, checked } of statement(db, PROBLEMS).all({ runId }) as FoundChecked[]) {
    const { problems } = JSON.parse(checked) as { readonly problems: readonly LetterProblem[] }
    for (const [code, first] of new Map(problems.toReversed().map(problem => [problem.code, problem]))) {
      const known = found.get(code)
      found.set(code, known ? { ...known, letters: known.letters + 1 } : { code, letters: 1, example: { noticeId: NoticeId.parse(id), name, found: first.found } })
    }
  }
  return [...found.values()].toSorted((one, other) => other.letters - one.letters)
}
