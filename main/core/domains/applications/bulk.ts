import { setImmediate as yieldTurn } from 'node:timers/promises'
import type { BulkCommand, BulkResult, BulkRow, BulkRun, BulkTarget } from '../../../../shared/contract/bulk.ts'
import { MOST_BULK_ROWS } from '../../../../shared/contract/bulk.ts'
import type { ListQuery } from '../../../../shared/contract/applications.ts'
import type { Status } from '../../../../shared/contract/status.ts'
import type { ApplicationId, CommandId } from '../../../../shared/ids.ts'
import type { Json } from '../../../../shared/json.ts'
import { ok, refuse, type Refusal, type Result } from '../../../../shared/result.ts'
import { instantFromMs, type Clock } from '../../../../shared/time.ts'
import { getEffective } from '../../cache/rows.ts'
import type { Database } from '../../cache/database.ts'
import { observable, type Observable, type Settable } from '../../observable.ts'
import { caseIdOf } from './case-id.ts'
import { refusalsOf } from './bulk-refusals.ts'

export interface BulkParts {
  readonly db: Database
  readonly clock: Clock
  readonly status: Observable<Status>
  readonly newId: () => string
  /** Saves several commands, each on its own, and tells the screens once. */
  readonly submitEach: (commands: readonly { readonly name: string; readonly input: unknown }[]) => readonly Result<{ readonly commandId: CommandId }>[]
  /** The receipt numbers of a list in its order. */
  readonly numbersOf: (query: ListQuery) => Promise<readonly number[]>
}

export interface BulkOrder {
  readonly command: BulkCommand
  readonly input: Readonly<Record<string, Json>>
  readonly target: BulkTarget
}

/** The same command on many cases, one after another; each is saved, refused or skipped on its own. */
export interface Bulk {
  readonly run: Observable<BulkRun | null>
  start(order: BulkOrder): Promise<Result<{ readonly id: string }>>
  steer(id: string, how: 'pause' | 'resume' | 'cancel' | 'forget'): void
  results(query: { readonly id: string; readonly only: BulkResult | null; readonly start: number; readonly end: number }): { readonly rows: BulkRow[]; readonly total: number }
  close(): void
}

/** Between steps everybody else has their turn: screens, pull and push. */
const STEP_ROWS = 10
/** With a link, work goes no faster than the service answers, so that what a person does by hand meanwhile is not last. */
const MOST_UNSENT = 200

interface Work {
  readonly order: BulkOrder
  readonly targets: readonly (ApplicationId | number)[]
  readonly rows: (Omit<BulkRow, 'result'> & { readonly result: BulkResult; readonly commandId: CommandId | null })[]
  next: number
}

export function createBulk(parts: BulkParts): Bulk {
  const { status, db } = parts
  const run = observable<BulkRun | null>(null)
  let work: Work | null = null
  let isStarting = false
  let wake = (): void => undefined
  let attention = status.value.attention
  const leave = status.subscribe(now => {
    wake()
    if (!work || now.attention === attention) return
    attention = now.attention
    set(run, { counts: countsOf(db, work) })
  })
  const isOpen = (): boolean => run.value?.state === 'running' || run.value?.state === 'paused'

  async function start(order: BulkOrder): Promise<Result<{ readonly id: string }>> {
    if (isStarting || isOpen()) return refuse('bulk/running')
    isStarting = true
    const targets = await targetsOf(parts, order.target).finally(() => { isStarting = false })
    if (targets.length > MOST_BULK_ROWS) return refuse('bulk/too-many', { count: targets.length, most: MOST_BULK_ROWS })
    work = { order, targets, rows: [], next: 0 }
    const begun = newRun(parts, work)
    run.set(begun)
    void goOn(work)
    return ok({ id: begun.id })
  }

  async function goOn(current: Work): Promise<void> {
    while (current === work && isOpen()) {
      if (current.next === current.targets.length) return set(run, { state: 'ended' })
      if (run.value?.state === 'paused' || isFull(status.value)) await new Promise<void>(resolve => { wake = resolve })
      else step(current)
      await yieldTurn()
    }
  }

  function step(current: Work): void {
    const problem = runStep(parts, current)
    set(run, { counts: countsOf(db, current), ...(problem ? { state: 'paused', problem } : {}) })
  }

  function steer(id: string, how: 'pause' | 'resume' | 'cancel' | 'forget'): void {
    if (run.value?.id !== id) return
    const next = steered(run.value, how)
    if (next === null) work = null
    run.set(next)
    wake()
  }

  return {
    run, start, steer,
    results: query => resultsOf(db, run.value?.id === query.id ? work : null, query),
    close: () => {
      leave()
      work = null
      wake()
    },
  }
}

const newRun = ({ db, clock, newId }: BulkParts, work: Work): BulkRun => ({
  id: newId(), command: work.order.command, state: 'running', problem: null, total: work.targets.length, counts: countsOf(db, work),
  startedAt: instantFromMs(clock.nowMs()),
})

/** The run after a word of the person; null once it is forgotten. A word that does not fit changes nothing. */
function steered(run: BulkRun, how: 'pause' | 'resume' | 'cancel' | 'forget'): BulkRun | null {
  const isOpen = run.state === 'running' || run.state === 'paused'
  if (how === 'forget') return isOpen ? run : null
  if (!isOpen) return run
  const state = { pause: 'paused', resume: 'running', cancel: 'cancelled' } as const
  return { ...run, state: state[how], problem: how === 'resume' ? null : run.problem }
}

const set = (run: Settable<BulkRun | null>, change: Partial<BulkRun>): void => run.set(run.value && { ...run.value, ...change })

const isFull = ({ connection, outbox }: Status): boolean => connection === 'online' && outbox.count >= MOST_UNSENT

async function targetsOf({ db, numbersOf }: BulkParts, target: BulkTarget): Promise<Work['targets']> {
  if (target.kind === 'cases') return [...new Set(target.ids)]
  const numbers = await numbersOf(target.query)
  if (target.except.length === 0) return numbers
  const except = new Set(target.except.map(id => getEffective(db, 'applications', id)?.number))
  return numbers.filter(number => !except.has(number))
}

/** The next few cases; what stands against going on, if anything: then none of them is used up that was not saved. */
function runStep({ db, submitEach }: BulkParts, work: Work): BulkRun['problem'] {
  const { command, input } = work.order
  const cases = work.targets.slice(work.next, work.next + STEP_ROWS).map(target => caseIdOf(db, target))
  const known = cases.filter(id => id !== undefined)
  const seen = known.map(id => getEffective(db, 'applications', id))
  const answers = submitEach(known.map(applicationId => ({ name: `applications.${command}`, input: { ...input, applicationId } })))
  const problem = answers.map(answer => (answer.ok ? null : answer.error)).find(refusal => refusal && isAboutTheDesk(refusal))
  const settled = problem ? answers.findIndex(answer => !answer.ok && answer.error === problem) : answers.length
  for (const [index, id] of known.slice(0, settled).entries()) {
    const answer = answers[index]
    const { reference = '', subject = '', applicantName = '' } = seen[index] ?? {}
    if (answer) work.rows.push({ id, reference, subject, applicantName, ...verdictOf(answer) })
  }
  work.next += problem ? cases.indexOf(known[settled]) : cases.length
  return problem?.code ?? null
}

/** The desk itself cannot save: that says nothing about the case, and it is tried again. */
const isAboutTheDesk = ({ code }: Refusal): boolean => code.startsWith('storage/')

function verdictOf(answer: Result<{ readonly commandId: CommandId }>): Pick<Work['rows'][number], 'result' | 'code' | 'facts' | 'commandId'> {
  if (answer.ok) return { result: 'done', code: null, facts: {}, commandId: answer.value.commandId }
  const { code, facts = {} } = answer.error
  return { result: code === 'applications/nothing-to-do' ? 'skipped' : 'refused', code, facts, commandId: null }
}

/** As they stand by now: what the service did not accept later on counts as refused. */
function rowsNow(db: Database, work: Work): readonly BulkRow[] {
  const later = refusalsOf(db, work.rows.flatMap(({ commandId }) => commandId ?? []))
  return work.rows.map(({ commandId, ...row }) => {
    const refusal = commandId === null ? undefined : later.get(commandId)
    return refusal ? { ...row, result: 'refused' as const, ...refusal } : row
  })
}

function countsOf(db: Database, work: Work): BulkRun['counts'] {
  const counts = { done: 0, refused: 0, skipped: 0 }
  for (const { result } of rowsNow(db, work)) counts[result]++
  return counts
}

function resultsOf(db: Database, work: Work | null, { only, start, end }: Parameters<Bulk['results']>[0]): ReturnType<Bulk['results']> {
  const rows = (work ? rowsNow(db, work) : []).filter(({ result }) => only === null || result === only)
  return { rows: rows.slice(start, end), total: rows.length }
}
