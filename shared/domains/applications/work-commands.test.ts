import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../../actor.ts'
import { gatherNow, momentOf, type Change, type Command } from '../../command.ts'
import { decideCommand } from '../../decide.ts'
import { endOfGermanDay } from '../../german-days.ts'
import { ApplicationId, CommandId, CommentId, DepartmentId, derivedUuid, PersonId, TaskId } from '../../ids.ts'
import type { Result } from '../../result.ts'
import type { AnyRow, RowOf } from '../../tables.ts'
import { instantFromMs, plusDays } from '../../time.ts'
import { aStaffAccount, anActor } from '../staff/testing.ts'
import { addComment, seeComments } from './comment-commands.ts'
import { freedTasks, handOver } from './hand-over-commands.ts'
import { link, merge, unlink, unmerge } from './link-commands.ts'
import { reopen } from './reopen-commands.ts'
import { addTask, finishTask, reopenTask } from './task-commands.ts'
import { aDecision, anApplication, aTownService } from './testing.ts'
import { isViewDue, view } from './view-commands.ts'
import type { Application } from './tables.ts'
import type { Comment, Task } from './work-tables.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 10, 10))
const COMMAND = CommandId.parse('0192a000-0000-7000-8000-0000000000f1')
const clerk = anActor('clerk', '1')
const colleague = anActor('clerk', '2')
const lead = anActor('lead', '3')
const stranger = anActor('clerk', '4', { grants: [{ role: 'clerk', departmentId: DepartmentId.parse('bau'), viaPersonId: null, viaName: null }] })

const run = <Input>(command: Command<Input>, input: Input, actor: Actor, ...rows: readonly AnyRow[]): Result<readonly Change[]> =>
  decideCommand(command, input, gatherNow(command, input, ({ id }) => [...rows, aTownService()].find(row => row.id === id)), momentOf(actor, NOW, COMMAND))

const code = (result: Result<readonly Change[]>): string => (result.ok ? 'ok' : result.error.code)

/** The rows of one table after a command, in its order. */
function rowsOf<Name extends Change['table']>(result: Result<readonly Change[]>, table: Name): readonly RowOf<Name>[] {
  if (!result.ok) throw new Error(result.error.code)
  return result.value.filter(change => change.table === table).map(({ row }) => row as RowOf<Name>)
}

const history = (result: Result<readonly Change[]>): unknown => rowsOf(result, 'application_events').map(({ applicationId, kind, text }) => [applicationId, kind, text])

const idOf = (digit: number): ApplicationId => ApplicationId.parse(`0192a000-0000-7000-8000-00000000000${digit}`)
const free = anApplication()
const mine = anApplication({ status: 'in-progress', assigneeId: clerk.personId, assigneeName: clerk.name })
const theirs = anApplication({ status: 'in-progress', assigneeId: colleague.personId, assigneeName: colleague.name })
const other = anApplication({ id: idOf(2), number: 4712, reference: 'TGH-2026-004712' })
const applicationId = free.id

const aTask = (overrides: Partial<Task> = {}): Task => ({
  id: TaskId.parse(derivedUuid('test', 'task')), scope: free.scope, version: 1, applicationId, stepKey: null, title: 'Halter anrufen', isRequired: false, assigneeId: null,
  assigneeName: null, dueAt: null, createdAt: NOW, doneAt: null, doneBy: null, doneByName: null, ...overrides,
})
const aComment = (overrides: Partial<Comment> = {}): Comment => ({
  id: CommentId.parse(derivedUuid('test', 'comment')), scope: free.scope, version: 1, applicationId, text: '@Person 2', mentions: [colleague.personId], seenBy: [],
  authorId: clerk.personId, authorName: clerk.name, at: NOW, ...overrides,
})

describe('comments', () => {
  test('name colleagues once and never oneself, and leave no line in the file', () => {
    const said = run(addComment, { applicationId, text: ' Schaut mal ', mentions: [colleague.personId, colleague.personId, clerk.personId] }, clerk, theirs)
    expect(rowsOf(said, 'comments')).toMatchObject([{ text: 'Schaut mal', mentions: [colleague.personId], seenBy: [], authorId: clerk.personId, scope: free.scope }])
    expect(history(said)).toEqual([])
  })

  test.each([['without words', clerk, 'comments/empty'], ['from another department', stranger, 'commands/record-missing']] as const)('are refused %s', (_, actor, expected) => {
    expect(code(run(addComment, { applicationId, text: ' ', mentions: [] }, actor, free))).toBe(expected)
  })

  test('lose their mark when the person mentioned sees them, and only then', () => {
    const { id } = aComment()
    const seen = (actor: Actor, comment: Comment): unknown => rowsOf(run(seeComments, { applicationId, commentIds: [id] }, actor, free, comment), 'comments').map(({ seenBy }) => seenBy)
    expect(seen(colleague, aComment())).toEqual([[colleague.personId]])
    expect(seen(clerk, aComment()), 'not mentioned').toEqual([])
    expect(seen(colleague, aComment({ seenBy: [colleague.personId] })), 'seen before').toEqual([])
    expect(seen(colleague, aComment({ applicationId: other.id })), 'of another case').toEqual([])
  })
})

describe('tasks', () => {
  const account = aStaffAccount({ personId: colleague.personId, name: colleague.name })
  const input = { applicationId, title: ' Halter anrufen ', assignee: account.id, dueOn: '2026-11-20' }

  test('are added for a colleague with a day, and told in the history', () => {
    const added = run(addTask, input, clerk, free, account)
    expect(rowsOf(added, 'tasks')).toMatchObject([{ title: 'Halter anrufen', assigneeId: colleague.personId, assigneeName: colleague.name, dueAt: endOfGermanDay('2026-11-20'), doneAt: null, isRequired: false }])
    expect(history(added)).toEqual([[applicationId, 'task-added', 'Halter anrufen']])
  })

  test.each([
    ['without a name', { ...input, title: ' ' }, free, account, 'tasks/empty'],
    ['on a case that is ended', input, { ...free, status: 'closed' as const }, account, 'applications/wrong-status'],
    ['for somebody of another department', input, free, { ...account, grants: [{ role: 'clerk' as const, departmentId: DepartmentId.parse('bau') }] }, 'tasks/not-a-colleague'],
    ['for an account that is switched off', input, free, { ...account, active: false }, 'tasks/not-a-colleague'],
    ['for nobody who is there', input, free, free, 'tasks/not-a-colleague'],
  ])('are refused %s', (_, asked, application, staff, expected) => {
    expect(code(run(addTask, asked, clerk, application, staff))).toBe(expected)
  })

  test('are done, and taken up again; doing twice changes nothing', () => {
    const task = aTask()
    const done = run(finishTask, { applicationId, taskId: task.id }, clerk, free, task)
    expect([rowsOf(done, 'tasks')[0]?.doneByName, history(done)]).toEqual([clerk.name, [[applicationId, 'task-done', 'Halter anrufen']]])
    const finished = aTask({ doneAt: NOW, doneBy: clerk.personId, doneByName: clerk.name })
    expect(run(finishTask, { applicationId, taskId: task.id }, colleague, free, finished)).toEqual({ ok: true, value: [] })
    expect(rowsOf(run(reopenTask, { applicationId, taskId: task.id }, colleague, free, finished), 'tasks')).toMatchObject([{ doneAt: null, doneBy: null, doneByName: null }])
  })

  test('stay done while a decision is proposed, if it needs them', () => {
    const again = (task: Task): string => code(run(reopenTask, { applicationId, taskId: task.id }, clerk, { ...mine, status: 'proposed' }, task))
    expect([true, false].map(isRequired => again(aTask({ isRequired, doneAt: NOW })))).toEqual(['applications/wrong-status', 'ok'])
  })

  test('of another case are not found, and steps for leads are done by leads', () => {
    const step = aTask({ stepKey: 'sign' })
    const service = aTownService({ steps: [{ key: 'sign', title: { de: 'Zeichnen', en: 'Sign' }, role: 'lead', isRequired: true }] })
    const finish = (actor: Actor, task: Task): string => code(run(finishTask, { applicationId, taskId: task.id }, actor, free, service, task))
    expect([finish(clerk, aTask({ applicationId: other.id })), finish(clerk, step), finish(lead, step)]).toEqual(['tasks/not-found', 'tasks/for-leads', 'ok'])
  })
})

describe('linking', () => {
  test('makes a case a part of another, told in both', () => {
    const linked = run(link, { applicationId, parentId: other.id }, clerk, free, other)
    expect(rowsOf(linked, 'applications')).toMatchObject([{ id: free.id, parentId: other.id }])
    expect(history(linked)).toEqual([[free.id, 'linked', 'TGH-2026-004712'], [other.id, 'linked', 'TGH-2026-004711']])
    expect(new Set(rowsOf(linked, 'application_events').map(({ id }) => id)).size).toBe(2)
    const undone = run(unlink, { applicationId }, clerk, { ...free, parentId: other.id }, other)
    expect([rowsOf(undone, 'applications')[0]?.parentId, rowsOf(undone, 'application_events').length]).toEqual([null, 2])
  })

  test('needs a right in both departments', () => {
    expect(code(run(link, { applicationId, parentId: other.id }, clerk, free, { ...other, departmentId: DepartmentId.parse('bau'), scope: 'department:bau' }))).toBe('applications/not-found')
  })

  test('is undone without a word about, or in, a case that lies in a strange department by now', () => {
    const handedOver = { ...other, departmentId: DepartmentId.parse('bau'), scope: 'department:bau' }
    expect(history(run(unlink, { applicationId }, clerk, { ...free, parentId: other.id }, handedOver))).toEqual([[free.id, 'unlinked', null]])
  })

  test('never makes a circle, whatever is linked in whatever order', () => {
    const digit = fc.integer({ min: 1, max: 6 })
    fc.assert(fc.property(fc.array(fc.tuple(digit, digit), { maxLength: 30 }), pairs => {
      const rows = new Map<string, Application>([1, 2, 3, 4, 5, 6].map(n => [idOf(n), anApplication({ id: idOf(n) })]))
      for (const [child, parent] of pairs) {
        const linked = run(link, { applicationId: idOf(child), parentId: idOf(parent) }, clerk, ...rows.values())
        if (linked.ok) for (const row of rowsOf(linked, 'applications')) rows.set(row.id, row)
      }
      for (const row of rows.values()) {
        let above: Application | undefined = row
        for (let steps = 0; above?.parentId; steps++) {
          expect(steps, JSON.stringify(pairs)).toBeLessThan(rows.size)
          above = rows.get(above.parentId)
        }
      }
    }), { numRuns: 300 })
  })
})

describe('merging', () => {
  const into = { applicationId, keptId: other.id }

  test('closes the duplicate, is told in both, and comes undone to where it stood', () => {
    for (const before of [free, mine]) {
      const merged = run(merge, into, clerk, before, other)
      const [duplicate] = rowsOf(merged, 'applications')
      expect(duplicate).toMatchObject({ status: 'closed', closedAt: NOW, mergedInto: other.id })
      expect(history(merged)).toEqual([[free.id, 'merged', 'TGH-2026-004712'], [other.id, 'merged', 'TGH-2026-004711']])
      const undone = run(unmerge, { applicationId }, clerk, duplicate ?? free, other)
      expect(rowsOf(undone, 'applications')).toEqual([before])
    }
  })

  test.each([
    ['into itself', { applicationId, keptId: applicationId }, clerk, free, other, 'applications/link-loop'],
    ['a case a colleague holds', into, clerk, theirs, other, 'applications/not-assigned-to-you'],
    ['a case a colleague holds, by a lead', into, lead, theirs, other, 'ok'],
    ['a proposed case', into, clerk, { ...mine, status: 'proposed' as const }, other, 'applications/wrong-status'],
    ['into a decided case', into, clerk, free, { ...other, status: 'decided' as const }, 'applications/kept-ended'],
    ['into one that is a duplicate itself', into, clerk, free, { ...other, status: 'closed' as const, mergedInto: idOf(3) }, 'applications/kept-ended'],
    ['into a case of a strange department', into, clerk, free, { ...other, departmentId: DepartmentId.parse('bau') }, 'applications/not-found'],
  ])('%s: %#', (_, input, actor, duplicate, kept, expected) => {
    expect(code(run(merge, input, actor, duplicate, kept))).toBe(expected)
  })

  test('is not undone once the kept case is decided, nor where nothing was merged', () => {
    const duplicate = { ...free, status: 'closed' as const, mergedInto: other.id }
    expect(code(run(unmerge, { applicationId }, clerk, duplicate, { ...other, status: 'decided' }))).toBe('applications/kept-ended')
    expect(code(run(unmerge, { applicationId }, clerk, free))).toBe('applications/not-merged')
    expect(code(run(unmerge, { applicationId }, clerk, duplicate, { ...other, departmentId: DepartmentId.parse('bau') })), 'in a strange department').toBe('applications/not-found')
  })
})

describe('handing over', () => {
  const bau: RowOf<'departments'> = { id: DepartmentId.parse('bau'), scope: 'town', version: 1, name: 'Bauamt', position: 2, letterhead: null, closedAt: null }
  const ordnung: RowOf<'departments'> = { ...bau, id: DepartmentId.parse('ordnung'), name: 'Ordnungsamt' }
  const closed: RowOf<'departments'> = { ...bau, id: DepartmentId.parse('kultur'), name: 'Kulturamt', closedAt: instantFromMs(0) }
  const input = { applicationId, departmentId: bau.id, reason: 'Baurecht', merged: [] }

  test('lays the case free in the other department, with its history and its duplicates', () => {
    const duplicate = anApplication({ id: idOf(2), status: 'closed', mergedInto: applicationId })
    const unrelated = anApplication({ id: idOf(3) })
    const strange = anApplication({ id: idOf(4), status: 'closed', mergedInto: applicationId, departmentId: DepartmentId.parse('soziales'), scope: 'department:soziales' })
    const moved = run(handOver, { ...input, merged: [duplicate.id, unrelated.id, strange.id] }, clerk, mine, bau, duplicate, unrelated, strange)
    expect(rowsOf(moved, 'applications').map(({ id, scope, departmentId, status, assigneeId }) => [id, scope, departmentId, status, assigneeId])).toEqual([
      [applicationId, 'department:bau', 'bau', 'received', null], [duplicate.id, 'department:bau', 'bau', 'closed', null],
    ])
    expect(rowsOf(moved, 'application_events')).toMatchObject([{ scope: 'department:bau', kind: 'handed-over', text: 'Bauamt: Baurecht' }])
  })

  test.each([
    ['a case a colleague holds', input, theirs, clerk, 'applications/not-assigned-to-you'],
    ['a proposed case', input, { ...mine, status: 'proposed' as const }, clerk, 'applications/wrong-status'],
    ['without a reason', { ...input, reason: ' ' }, mine, clerk, 'applications/reason-missing'],
    ['to the department where it lies', { ...input, departmentId: ordnung.id }, mine, clerk, 'applications/same-department'],
    ['to a department that is not there', { ...input, departmentId: DepartmentId.parse('mond') }, mine, clerk, 'applications/unknown-department'],
    ['to a department that is closed', { ...input, departmentId: closed.id }, mine, clerk, 'staff/department-closed'],
    ['a colleague’s case, by a lead', input, theirs, lead, 'ok'],
  ])('%s: %#', (_, asked, application, actor, expected) => {
    expect(code(run(handOver, asked, actor, application, bau, ordnung, closed))).toBe(expected)
  })
})

test('what is left to do on a case that is handed over is nobody’s, but for people who work there too and what is done', () => {
  const bau = DepartmentId.parse('bau')
  const task = (label: string, overrides: Partial<Task>) => aTask({ id: TaskId.parse(derivedUuid('test', label)), title: label, ...overrides })
  const tasks = [
    task('hers', { assigneeId: colleague.personId, assigneeName: colleague.name }), task('free', {}), task('of somebody there', { assigneeId: stranger.personId, assigneeName: 'x' }),
    task('done', { assigneeId: colleague.personId, doneAt: NOW }), task('elsewhere', { assigneeId: colleague.personId, applicationId: other.id }),
  ]
  const freed = { ok: true, value: freedTasks(mine, bau, tasks, person => person === stranger.personId, momentOf(clerk, NOW, COMMAND)) } as const
  expect(rowsOf(freed, 'tasks')).toMatchObject([{ title: 'hers', assigneeId: null, assigneeName: null, scope: 'department:bau' }])
  expect(history(freed)).toEqual([[applicationId, 'task-freed', 'hers – Person 2']])
  expect(rowsOf(freed, 'application_events')).toMatchObject([{ scope: 'department:bau' }])
})

describe('reopening', () => {
  const decision = aDecision({ state: 'approved' })
  const decided = anApplication({ ...mine, status: 'decided', outcome: 'granted', decisionId: decision.id, decidedAt: NOW })

  test('lets go of the decision, which stays as it is, and the own target begins anew', () => {
    const reopened = run(reopen, { applicationId, reason: ' Neue Tatsachen ' }, lead, decided, decision)
    expect(rowsOf(reopened, 'applications')).toMatchObject([
      { status: 'in-progress', outcome: null, decisionId: null, decidedAt: null, closedAt: null, assigneeId: clerk.personId, dueAt: endOfGermanDay('2026-11-24') },
    ])
    expect([rowsOf(reopened, 'decisions'), history(reopened)]).toEqual([[], [[applicationId, 'reopened', 'Neue Tatsachen']]])
  })

  test('a case ended without a decision has its period as it was, and the one extension stays used', () => {
    const ended = anApplication({ status: 'closed', closedAt: NOW, dueAt: plusDays(NOW, 9), extendedAt: plusDays(NOW, -3) })
    expect(rowsOf(run(reopen, { applicationId, reason: 'Doch zuständig' }, lead, ended), 'applications')).toMatchObject([{ dueAt: ended.dueAt, extendedAt: ended.extendedAt, closedAt: null }])
  })

  test('a case that nobody held is held by the person who reopens it', () => {
    expect(rowsOf(run(reopen, { applicationId, reason: 'Doch zuständig' }, lead, anApplication({ status: 'closed', closedAt: NOW })), 'applications')).toMatchObject([{ status: 'in-progress', assigneeId: lead.personId }])
  })

  test.each([
    ['by a clerk', clerk, decided, 'Neue Tatsachen', 'commands/not-allowed'],
    ['without a reason', lead, decided, '', 'applications/reason-missing'],
    ['of an open case', lead, mine, 'Neue Tatsachen', 'applications/wrong-status'],
    ['of a merged duplicate', lead, { ...free, status: 'closed' as const, mergedInto: other.id }, 'Neue Tatsachen', 'applications/merged-away'],
  ])('is refused %s', (_, actor, application, reason, expected) => {
    expect(code(run(reopen, { applicationId, reason }, actor, application, decision))).toBe(expected)
  })
})

describe('viewing', () => {
  test('leaves a line, with the person stood in for', () => {
    const deputy = anActor('clerk', '5', { grants: [{ role: 'clerk', departmentId: free.departmentId, viaPersonId: PersonId.parse(colleague.personId), viaName: 'Bernd Lehmann' }] })
    expect(rowsOf(run(view, { applicationId }, deputy, free), 'application_events')).toMatchObject([{ kind: 'viewed', actorName: 'Person 5', actingForName: 'Bernd Lehmann' }])
    expect(code(run(view, { applicationId }, stranger, free))).toBe('commands/record-missing')
  })

  test('is put down once an hour for each person', () => {
    const at = (minutesAgo: number, actorId: Actor['personId'] = clerk.personId) => ({ kind: 'viewed' as const, actorId, at: instantFromMs(Date.UTC(2026, 10, 10, 10, -minutesAgo)) })
    const due = [[], [at(59)], [at(60)], [at(1, colleague.personId)], [{ ...at(1), kind: 'noted' as const }]].map(events => isViewDue(events, clerk.personId, NOW))
    expect(due).toEqual([true, false, true, true, true])
  })
})
