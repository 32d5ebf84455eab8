import { sql, type Kysely, type Transaction } from 'kysely'
import type { Channel } from '../../../../shared/domains/notices/channels.ts'
import { postageOf, pricesOn } from '../../../../shared/domains/notices/price.ts'
import type { Checked, Notice, NoticeKind, NoticeRun, Paper } from '../../../../shared/domains/notices/tables.ts'
import { canonicalJson } from '../../../../shared/canonical.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import type { NoticeId, NoticeRunId, TownId } from '../../../../shared/ids.ts'
import { instantFromMs, type Clock } from '../../../../shared/time.ts'
import { factsOfError, type Log } from '../../../log.ts'
import { commitChanges, type Origin } from '../../../store/commit.ts'
import type { Schema } from '../../../store/schema.ts'
import { problem } from '../preflight/problem.ts'
import { problemsFor } from '../preflight/problems-for.ts'
import { loadRunRows } from '../run-rows.ts'
import { finishNotice, type FinishedNotice, type FinishingParts } from '../typeset/finish-notice.ts'
import { inLanes } from '../typeset/in-lanes.ts'
import { keepFiles } from '../typeset/kept-files.ts'
import { openConsents } from '../sending/open-consents.ts'
import { channelFor, isSameWay } from './channel-for.ts'

export interface CheckParts extends FinishingParts {
  readonly db: Kysely<Schema>
  readonly townId: TownId
  readonly clock: Clock
  readonly log: Log
}

/** So many letters are written down together; a check that is broken off does as many again. */
const LETTERS_AT_ONCE = 50

/** Sets the letters of every run that was given for release, reads them back, and says what was found; how many letters that were. */
export async function checkRuns(parts: CheckParts, mayGoOn: () => Promise<boolean>): Promise<number> {
  let letters = 0
  for (const runId of await runsToCheck(parts)) letters += await checkRun(parts, runId, mayGoOn)
  return letters
}

async function runsToCheck({ db, townId }: CheckParts): Promise<readonly NoticeRunId[]> {
  const { rows } = await sql<{ readonly id: NoticeRunId }>`
    select id from notice_runs where town_id = ${townId} and jsonb_typeof(submitted) = 'object' and jsonb_typeof(released) is distinct from 'object' and jsonb_typeof(cancelled) is distinct from 'object'
      and (checked ->> 'contentHash') is distinct from (submitted ->> 'contentHash')
    order by created_at, id`.execute(db)
  return rows.map(({ id }) => id)
}

/** A run in the state in which it was given for release. */
interface Submission {
  readonly run: NoticeRun
  readonly kind: NoticeKind
  readonly submitted: NonNullable<NoticeRun['submitted']>
}

async function submissionOf(db: Kysely<Schema>, townId: TownId, runId: NoticeRunId, lock: boolean): Promise<Submission | null> {
  const { run } = await loadOne(db, townId, runId, lock)
  if (!run?.submitted || run.cancelled || run.checked?.contentHash === run.submitted.contentHash) return null
  const kind = (await loadRunRows(db, townId, { kinds: [run.kindId] }, false)).kind(run.kindId)
  return kind ? { run, kind, submitted: run.submitted } : null
}

async function loadOne(db: Kysely<Schema>, townId: TownId, runId: NoticeRunId, lock: boolean): Promise<{ readonly run: NoticeRun | undefined }> {
  return { run: (await loadRunRows(db, townId, { runs: [runId] }, lock)).run(runId) }
}

async function checkRun(parts: CheckParts, runId: NoticeRunId, mayGoOn: () => Promise<boolean>): Promise<number> {
  const submission = await submissionOf(parts.db, parts.townId, runId, false)
  if (!submission) return 0
  let letters = 0
  for (;;) {
    if (!(await mayGoOn())) return letters
    const ids = await unchecked(parts, submission)
    if (ids.length === 0) break
    if (!(await keepFound(parts, submission, await found(parts, submission, ids)))) return letters
    letters += ids.length
  }
  await conclude(parts, submission)
  // Also a run whose letters had all been looked at before was brought to its end.
  return Math.max(letters, 1)
}

/** The next notices of which nothing is known as they were given for release, in their order. */
async function unchecked({ db, townId }: CheckParts, { run, submitted }: Submission): Promise<readonly NoticeId[]> {
  const { rows } = await sql<{ readonly id: NoticeId }>`
    select n.id from notices n where n.town_id = ${townId} and n.run_id = ${run.id} and jsonb_typeof(n.left_out) is distinct from 'object'
      and not exists (select from notice_checks c where c.town_id = n.town_id and c.notice_id = n.id and c.content_hash = ${submitted.contentHash})
    order by n.number limit ${LETTERS_AT_ONCE}`.execute(db)
  return rows.map(({ id }) => id)
}

/** A finished letter and the way it goes. */
interface FoundLetter extends FinishedNotice {
  readonly way: Notice['way']
  readonly channel: Channel
}

type Found = ReadonlyMap<NoticeId, FoundLetter>

async function found(parts: CheckParts, { kind, submitted }: Submission, ids: readonly NoticeId[]): Promise<Found> {
  const { db, townId } = parts
  const rows = await loadRunRows(db, townId, { notices: ids }, false)
  const agreed = kind.offersMailbox ? await openConsents(db, townId, kind.id) : NOBODY
  const all = new Map<NoticeId, FoundLetter>()
  await inLanes(ids.flatMap(id => rows.notice(id) ?? []), async notice => {
    const channel = channelFor(notice, agreed)
    all.set(notice.id, { way: notice.way, channel, ...(await finished(parts, submitted.paper, notice, channel)) })
  })
  return all
}

const NOBODY: ReadonlyMap<string, unknown> = new Map()

/** A process may die with a letter without being to blame for it: once more, and then it is the letter. */
async function finished(parts: CheckParts, paper: Paper, { content }: Notice, channel: Channel): Promise<FinishedNotice> {
  const finish = (): Promise<FinishedNotice> => finishNotice(parts, content, paper, channel)
  return finish().catch(finish).catch((error: unknown) => {
    parts.log.warn('notices.not-finished', factsOfError(error))
    return { print: null, account: null, hash: '', pages: 1, problems: [problem('not-typeset', 1, '')] }
  })
}

const originOf = ({ townId, clock }: CheckParts): Origin => ({ townId, actor: null, action: 'notices.checked', commandId: null, at: instantFromMs(clock.nowMs()) })

/** False where the run was given back or ended meanwhile. */
async function keepFound(parts: CheckParts, { run, submitted: { contentHash } }: Submission, all: Found): Promise<boolean> {
  const { db, townId } = parts
  return db.transaction().execute(async trx => {
    const rows = await loadRunRows(trx, townId, { runs: [run.id], notices: [...all.keys()] }, true)
    const now = rows.run(run.id)
    if (now?.submitted?.contentHash !== contentHash || now.cancelled) return false
    const same = [...all].flatMap(([id, letter]) => {
      const notice = rows.notice(id)
      // Given back, changed and given for release once more since: it is looked at again.
      return notice && isSameWay(notice.way, letter.way) ? [{ notice, letter }] : []
    })
    await keepChecks(trx, townId, run.id, contentHash, same)
    const changes = same.flatMap(({ notice, letter: { channel, pages, problems } }) => {
      const checked = { channel, pages, problems: problemsFor(channel, problems) }
      return canonicalJson(notice.checked) === canonicalJson(checked) ? [] : [{ table: 'notices', row: { ...notice, checked } } as const]
    })
    if (changes.length > 0) await commitChanges(trx, originOf(parts), changes)
    return true
  })
}

interface Looked {
  readonly notice: Notice
  readonly letter: FoundLetter
}

async function keepChecks(trx: Transaction<Schema>, townId: TownId, runId: NoticeRunId, contentHash: string, looked: readonly Looked[]): Promise<void> {
  if (looked.length === 0) return
  const checks = looked.map(({ notice: { id }, letter: { pages, problems, print, account } }) => ({
    town_id: townId, notice_id: id, run_id: runId, content_hash: contentHash, pages, problems: JSON.stringify(problems), sha256: print?.sha256 ?? '', account_sha256: account?.sha256 ?? '',
  }))
  await trx.insertInto('notice_checks').values(checks).onConflict(conflict => conflict.columns(['town_id', 'notice_id']).doUpdateSet(eb => ({
    content_hash: eb.ref('excluded.content_hash'), pages: eb.ref('excluded.pages'), problems: eb.ref('excluded.problems'), sha256: eb.ref('excluded.sha256'), account_sha256: eb.ref('excluded.account_sha256'),
  }))).execute()
  await keepFiles(trx, townId, contentHash, looked.flatMap(({ notice: { id: noticeId }, letter: { print, account } }) => [
    ...(print ? [{ noticeId, rendition: 'print' as const, ...print }] : []), ...(account ? [{ noticeId, rendition: 'account' as const, ...account }] : []),
  ]))
}

async function conclude(parts: CheckParts, { submitted: { contentHash }, run: { id } }: Submission): Promise<void> {
  await parts.db.transaction().execute(async trx => {
    const submission = await submissionOf(trx, parts.townId, id, true)
    if (submission?.submitted.contentHash !== contentHash) return
    const checked = await sumOf(trx, parts, submission)
    await commitChanges(trx, originOf(parts), [{ table: 'notice_runs', row: { ...submission.run, checked } }])
  })
}

async function sumOf(trx: Kysely<Schema>, { townId, clock }: CheckParts, { run, submitted: { contentHash, paper } }: Submission): Promise<Checked> {
  const { rows } = await sql<{ readonly channel: Channel; readonly pages: number; readonly hasProblems: boolean }>`
    select n.checked ->> 'channel' as channel, c.pages, n.checked -> 'problems' <> '[]' as "hasProblems" from notice_checks c join notices n on n.town_id = c.town_id and n.id = c.notice_id
    where c.town_id = ${townId} and c.run_id = ${run.id} and c.content_hash = ${contentHash} and jsonb_typeof(n.left_out) is distinct from 'object'`.execute(trx)
  const at = instantFromMs(clock.nowMs())
  const prices = pricesOn(germanDay(at))
  if (!prices) throw new Error('no prices are known for this day')
  const pagesBy = (channel: Channel): readonly number[] => rows.filter(row => row.channel === channel).map(row => row.pages)
  return {
    at, contentHash, letters: rows.length, pages: rows.reduce((sum, row) => sum + row.pages, 0), withProblems: rows.filter(row => row.hasProblems).length,
    byChannel: { post: pagesBy('post').length, mailbox: pagesBy('mailbox').length, here: pagesBy('here').length },
    ...postageOf({ pages: pagesBy('post'), isColor: paper.isColor, isDuplex: paper.isDuplex }, prices),
  }
}
