import { beforeEach, describe, expect, test } from 'vitest'
import { aDecision, anApplication, aTownService } from '../../shared/domains/applications/testing.ts'
import { anActor, aStaffAccount } from '../../shared/domains/staff/testing.ts'
import { AccountId, ApplicationId, DepartmentId, derivedUuid, PersonId } from '../../shared/ids.ts'
import type { Json } from '../../shared/json.ts'
import type { RowOf, TableName } from '../../shared/tables.ts'
import { COMPLETIONS } from '../domains/completions.ts'
import { commitChanges } from '../store/commit.ts'
import { loadChildren, loadRecords } from '../store/records.ts'
import { anOrigin, testEngines } from '../store/testing.ts'
import { townPerTest } from '../domains/testing.ts'
import { aCommand, commandId, testPipeline } from './testing.ts'

const free = anApplication()
const other = anApplication({ id: ApplicationId.parse('0192a000-0000-7000-8000-000000000002'), number: 4712, reference: 'TGH-2026-004712' })
const bau: RowOf<'departments'> = { id: DepartmentId.parse('bau'), scope: 'town', version: 1, name: 'Bauamt', position: 2, letterhead: null, closedAt: null }

describe.each(testEngines())('work on cases through the pipeline on $kind', ({ open }) => {
  const own = townPerTest(open)
  beforeEach(async () => {
    await own.database.db.transaction().execute(trx => commitChanges(trx, { ...anOrigin(), townId: own.townId }, [
      { table: 'departments', row: bau }, { table: 'services', row: aTownService() }, { table: 'staff', row: aStaffAccount() },
      { table: 'applications', row: free }, { table: 'applications', row: other },
    ]))
  })

  const clerk = () => anActor('clerk', '1', { townId: own.townId })
  const lead = () => anActor('lead', '3', { townId: own.townId })
  /** Runs one command after another, each on what the one before has left; the answers. */
  const run = async (label: string, name: string, input: Json, actor = clerk()): Promise<string> => {
    const about = await stored('applications', free.id)
    const [answer] = await testPipeline(own.database, { completions: COMPLETIONS }).run(actor, [aCommand(label, name, input, { basedOn: [{ table: 'applications', id: free.id, version: about?.version ?? 0 }] })])
    return answer?.kind === 'refused' ? answer.code : (answer?.kind ?? 'none')
  }
  const stored = async <Name extends TableName>(table: Name, id: string): Promise<RowOf<Name> | undefined> =>
    (await loadRecords(own.database.db, own.townId, [{ table, id }], false)).get(`${table}/${id}`) as RowOf<Name> | undefined
  const scopesOfChildren = async (): Promise<readonly string[]> => (await loadChildren(own.database.db, own.townId, [free.id])).map(({ table, row }) => `${table} ${row.scope}`)

  test('a comment, its mark, a task and its end are rows of the case', async () => {
    const lehmann = anActor('clerk', '2', { townId: own.townId })
    expect(await run('c', 'comments.add', { applicationId: free.id, text: '@Person 2', mentions: [lehmann.personId] })).toBe('applied')
    const id = derivedUuid(commandId('c'), 'comment')
    expect(await run('s', 'comments.see', { applicationId: free.id, commentIds: [id] }, lehmann)).toBe('applied')
    expect(await stored('comments', id)).toMatchObject({ text: '@Person 2', seenBy: [lehmann.personId] })
    expect(await run('t', 'tasks.add', { applicationId: free.id, title: 'Anrufen', assignee: aStaffAccount().id, dueOn: null })).toBe('applied')
    const taskId = derivedUuid(commandId('t'), 'task')
    expect(await run('f', 'tasks.finish', { applicationId: free.id, taskId })).toBe('applied')
    expect(await stored('tasks', taskId)).toMatchObject({ title: 'Anrufen', doneByName: clerk().name })
    expect(await run('r', 'tasks.reopen', { applicationId: free.id, taskId })).toBe('applied')
    expect(await stored('tasks', taskId)).toMatchObject({ doneAt: null })
  })

  test('linked, merged and undone, the two cases tell of each other', async () => {
    expect(await run('l', 'applications.link', { applicationId: free.id, parentId: other.id })).toBe('applied')
    expect(await run('u', 'applications.unlink', { applicationId: free.id })).toBe('applied')
    expect(await run('m', 'applications.merge', { applicationId: free.id, keptId: other.id })).toBe('applied')
    expect(await stored('applications', free.id)).toMatchObject({ status: 'closed', mergedInto: other.id })
    expect(await run('n', 'applications.unmerge', { applicationId: free.id })).toBe('applied')
    expect(await stored('applications', free.id)).toMatchObject({ status: 'received', mergedInto: null, closedAt: null, parentId: null })
    const lines = (await loadChildren(own.database.db, own.townId, [other.id])).flatMap(({ row }) => ('kind' in row ? [row.kind] : []))
    expect(lines.toSorted()).toEqual(['linked', 'merged', 'unlinked', 'unmerged'])
  })

  test('handed over, a case takes all that belongs to it along; the old department can do nothing with it any more', async () => {
    await run('c', 'comments.add', { applicationId: free.id, text: 'Baurecht?', mentions: [] })
    expect(await run('h', 'applications.hand-over', { applicationId: free.id, departmentId: 'bau', reason: 'Baurecht', merged: [] })).toBe('applied')
    expect(await stored('applications', free.id)).toMatchObject({ scope: 'department:bau', departmentId: 'bau', status: 'received', assigneeId: null })
    expect((await scopesOfChildren()).toSorted()).toEqual(['application_events department:bau', 'comments department:bau'])
    const left = await own.database.db.selectFrom('feed').select('record_id').where('town_id', '=', own.townId).where('scope', '=', free.scope).where('op', '=', 'left').execute()
    expect(left.map(({ record_id: id }) => id)).toContain(free.id)
    expect(await run('late', 'applications.note', { applicationId: free.id, text: 'zu spät' })).toBe('commands/record-missing')
  })

  test('handed over, what named people of the old department were to do is nobody’s any more, and the history says so', async () => {
    const stays = aStaffAccount({ id: AccountId.parse('0192a000-0000-7000-8000-0000000000b7'), personId: PersonId.parse('0192a000-0000-7000-8000-0000000000a7'), login: 'both', name: 'Beide Ämter', grants: ['ordnung', 'bau'].map(id => ({ role: 'clerk' as const, departmentId: DepartmentId.parse(id) })) })
    await own.database.db.transaction().execute(trx => commitChanges(trx, { ...anOrigin(), townId: own.townId }, [{ table: 'staff', row: stays }]))
    await run('t', 'tasks.add', { applicationId: free.id, title: 'Anrufen', assignee: aStaffAccount().id, dueOn: null })
    await run('b', 'tasks.add', { applicationId: free.id, title: 'Prüfen', assignee: stays.id, dueOn: null })
    expect(await run('h', 'applications.hand-over', { applicationId: free.id, departmentId: 'bau', reason: 'Baurecht', merged: [] })).toBe('applied')
    const children = await loadChildren(own.database.db, own.townId, [free.id])
    expect(children.flatMap(({ row }) => ('assigneeName' in row && 'title' in row ? [`${row.title}: ${row.assigneeName ?? 'nobody'}, ${row.scope}`] : [])).toSorted()).toEqual(['Anrufen: nobody, department:bau', 'Prüfen: Beide Ämter, department:bau'])
    expect(children.flatMap(({ row }) => ('kind' in row && row.kind === 'task-freed' && 'text' in row ? [[row.text, row.scope]] : []))).toEqual([['Anrufen – Katrin Sommer', 'department:bau']])
  })

  test('to a department that is not there nothing is handed over', async () => {
    expect(await run('h', 'applications.hand-over', { applicationId: free.id, departmentId: 'mond', reason: 'Mond', merged: [] })).toBe('applications/unknown-department')
  })

  test('reopened, a decided case stands in work, and its decision stays as it was', async () => {
    const decision = aDecision({ state: 'approved', settledBy: lead().personId, settledByName: 'x', settledAt: free.receivedAt })
    const decided = { ...free, status: 'decided' as const, outcome: 'granted' as const, decisionId: decision.id, decidedAt: free.receivedAt }
    await own.database.db.transaction().execute(trx => commitChanges(trx, { ...anOrigin(), townId: own.townId }, [{ table: 'decisions', row: decision }, { table: 'applications', row: decided }]))
    expect(await run('r', 'applications.reopen', { applicationId: free.id, reason: 'Neue Tatsachen' }, lead())).toBe('applied')
    expect(await stored('applications', free.id)).toMatchObject({ status: 'in-progress', decisionId: null, outcome: null, decidedAt: null, assigneeId: lead().personId })
    expect(await stored('decisions', decision.id)).toMatchObject({ state: 'approved' })
  })

  test('who looked is a line of the case', async () => {
    expect(await run('v', 'applications.view', { applicationId: free.id })).toBe('applied')
    expect((await loadChildren(own.database.db, own.townId, [free.id])).map(({ row }) => ('kind' in row ? row.kind : ''))).toEqual(['viewed'])
  })
})
