import type * as z from 'zod'
import type { Actor } from '../../../shared/actor.ts'
import { momentOf, recordKey, gatherNow, type Command } from '../../../shared/command.ts'
import type { WholeCase } from '../../../shared/contract/applications.ts'
import type { SignedInPerson } from '../../../shared/contract/session.ts'
import { decideCommand } from '../../../shared/decide.ts'
import { certify } from '../../../shared/domains/applications/certify-command.ts'
import { ask, extend, resume } from '../../../shared/domains/applications/clock-commands.ts'
import { approve, claim, propose, reject, release, returnProposal } from '../../../shared/domains/applications/commands.ts'
import { handOver } from '../../../shared/domains/applications/hand-over-commands.ts'
import { close, followUp } from '../../../shared/domains/applications/handling-commands.ts'
import { merge } from '../../../shared/domains/applications/link-commands.ts'
import { reopen } from '../../../shared/domains/applications/reopen-commands.ts'
import { germanDay, plusCalendarDays } from '../../../shared/german-days.ts'
import { CommandId, DepartmentId, TownId } from '../../../shared/ids.ts'
import type { Refusal } from '../../../shared/result.ts'
import type { RowOf, TableName } from '../../../shared/tables.ts'
import { instantFromMs } from '../../../shared/time.ts'

type Whole = z.infer<typeof WholeCase>

/** For a rehearsal only: nothing made with these leaves the page. */
const REHEARSAL = { id: CommandId.parse('00000000-0000-7000-8000-000000000000'), town: TownId.parse('rehearsal') } as const

/** Some other department. */
const ELSEWHERE: RowOf<'departments'> = { id: DepartmentId.parse('elsewhere'), scope: 'town', version: 1, name: '–', position: 0, letterhead: null, closedAt: null }

const SOME_REASON = '– – –'

export type Action = 'follow-up' | 'close' | 'hand-over' | 'reopen' | 'claim' | 'release' | 'propose' | 'approve' | 'return' | 'reject' | 'ask' | 'resume' | 'extend' | 'certify'

/** Why each action is not possible now, or null where it is: the very rules that core and service decide by. */
export type Refusals = Readonly<Record<Action, Refusal | null>>

/** Rehearses every action on what the screen shows. A reason still to be written does not count as missing. */
export function refusalsOn(whole: Whole, person: SignedInPerson, nowMs: number): Refusals {
  const applicationId = whole.application.id
  const proposal = whole.decision && { applicationId, decisionId: whole.decision.id, contentHash: whole.decision.contentHash }
  const settle = <Input>(command: Command<Input>, rest: object): Refusal | null =>
    proposal ? rehearse(command, { ...proposal, ...rest } as Input, whole, person, nowMs) : notProposed(whole)
  return {
    'hand-over': rehearse(handOver, { applicationId, departmentId: ELSEWHERE.id, reason: SOME_REASON, merged: [] }, whole, person, nowMs),
    reopen: rehearse(reopen, { applicationId, reason: SOME_REASON }, whole, person, nowMs),
    claim: rehearse(claim, { applicationId }, whole, person, nowMs),
    release: rehearse(release, { applicationId }, whole, person, nowMs),
    propose: rehearse(propose, { applicationId, outcome: 'granted' as const, reason: SOME_REASON, conditions: '', amountCents: null, feeCents: null, letter: null }, whole, person, nowMs),
    approve: settle(approve, { note: '' }),
    return: settle(returnProposal, { reason: SOME_REASON }),
    reject: settle(reject, { reason: SOME_REASON }),
    'follow-up': rehearse(followUp, { applicationId, day: '9999-12-31', onAnswer: true, note: SOME_REASON }, whole, person, nowMs),
    close: rehearse(close, { applicationId, kind: 'other' as const, reason: SOME_REASON }, whole, person, nowMs),
    ask: rehearse(ask, { applicationId, text: SOME_REASON }, whole, person, nowMs),
    certify: rehearse(certify, { applicationId }, whole, person, nowMs),
    resume: rehearse(resume, { applicationId }, whole, person, nowMs),
    extend: refusalOfExtension(whole, { until: dayAfterDue(whole, nowMs), reason: SOME_REASON }, person, nowMs),
  }
}

/** Why the period cannot be extended to a day, or null where it can. */
export const refusalOfExtension = (whole: Whole, how: { readonly until: string; readonly reason: string }, person: SignedInPerson, nowMs: number): Refusal | null =>
  rehearse(extend, { applicationId: whole.application.id, ...how }, whole, person, nowMs)

/** Why one case cannot be closed as the duplicate of another, or null where it can. */
export function refusalOfMerge(duplicate: Whole, kept: Whole, person: SignedInPerson, nowMs: number): Refusal | null {
  const input = { applicationId: duplicate.application.id, keptId: kept.application.id }
  return rehearse(merge, input, duplicate, person, nowMs, kept)
}

/** The earliest day an extension may name. */
const dayAfterDue = ({ application: { dueAt } }: Whole, nowMs: number): string =>
  plusCalendarDays(germanDay(dueAt ?? instantFromMs(nowMs)), 1)

const notProposed = ({ application }: Whole): Refusal => ({ code: 'applications/wrong-status', facts: { status: application.status } })

function rehearse<Input>(command: Command<Input>, input: Input, whole: Whole, person: SignedInPerson, nowMs: number, other?: Whole): Refusal | null {
  const rows = new Map([...(other ? rowsOf(other) : []), ...rowsOf(whole), [recordKey({ table: 'departments', id: ELSEWHERE.id }), ELSEWHERE] as const])
  const gathered = gatherNow(command, input, record => rows.get(recordKey(record)))
  const result = decideCommand(command, input, gathered, momentOf(actorOf(person), instantFromMs(nowMs), REHEARSAL.id))
  return result.ok ? null : result.error
}

/** The rows of a case as commands read them. */
export function rowsOf({ application, decision, service, form, department, letterTemplates, textBlocks, tasks, events }: Whole): ReadonlyMap<string, RowOf<TableName>> {
  const one = <Name extends TableName>(table: Name, rows: readonly RowOf<Name>[]) => rows.map(row => [recordKey({ table, id: row.id }), row] as const)
  return new Map<string, RowOf<TableName>>([
    ...one('applications', [application]),
    ...one('services', [service]),
    ...one('forms', [form]),
    ...one('departments', department ? [department] : []),
    ...one('letter_templates', letterTemplates),
    ...one('text_blocks', textBlocks),
    ...one('tasks', tasks),
    ...one('application_events', events.filter(({ kind }) => kind === 'certified' || kind === 'captured')),
    ...one('decisions', decision ? [decision] : []),
  ])
}

const actorOf = ({ accountId, personId, name, grants }: SignedInPerson): Actor => ({ townId: REHEARSAL.town, accountId, personId, name, grants })
