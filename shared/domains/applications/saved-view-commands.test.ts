import { expect, test } from 'vitest'
import { gatherNow, momentOf, type Command } from '../../command.ts'
import { decideCommand } from '../../decide.ts'
import { CommandId, DepartmentId, SavedViewId } from '../../ids.ts'
import { refuse, type Result } from '../../result.ts'
import { departmentScope, personScope } from '../../scope.ts'
import { Instant } from '../../time.ts'
import type { RowOf, TableName } from '../../tables.ts'
import { anActor, aStaffAccount } from '../staff/testing.ts'
import { changeView, deleteView, saveView } from './saved-view-commands.ts'
import type { SavedView } from './work-tables.ts'

const OWNER = anActor('clerk', '1')
const COLLEAGUE = anActor('clerk', '2')
const LEAD = anActor('lead', '3')
const ORDNUNG = DepartmentId.parse('ordnung')
const STEUERN = DepartmentId.parse('steuern')
const ID = SavedViewId.parse('0192a000-0000-7000-8000-0000000000e1')
const CONTENT = { name: ' Hunde ', query: { view: 'team' }, tellsWhenFilled: false, departmentId: null }

const aView = (overrides: Partial<SavedView> = {}): SavedView => ({
  id: ID, scope: departmentScope(ORDNUNG), version: 4, accountId: OWNER.accountId, ownerId: OWNER.personId, ownerName: OWNER.name, name: 'Hunde',
  query: { view: 'team' }, tellsWhenFilled: false, isDeleted: false, ...overrides,
})

function decided<Input>(command: Command<Input>, input: Input, actor = OWNER, view?: SavedView): Result<unknown> {
  const load = ({ table }: { readonly table: TableName }): RowOf<TableName> | undefined => (table === 'staff' ? aStaffAccount({ id: actor.accountId }) : view)
  const moment = momentOf(actor, Instant.parse('2026-11-22T08:00:00.000Z'), CommandId.parse('0192a000-0000-7000-8000-0000000000c1'))
  const outcome = decideCommand(command, input, gatherNow(command, input, load), moment)
  return outcome.ok ? { ok: true, value: outcome.value[0]?.row } : outcome
}

test('a view is the person\'s own unless it is saved for a department they work in', () => {
  const save = (departmentId: DepartmentId | null) => decided(saveView, { ...CONTENT, accountId: OWNER.accountId, departmentId })
  expect(save(null)).toMatchObject({ value: { scope: personScope(OWNER.personId), name: 'Hunde', ownerName: OWNER.name, isDeleted: false } })
  expect(save(ORDNUNG)).toMatchObject({ value: { scope: 'department:ordnung' } })
  expect(save(STEUERN)).toEqual(refuse('commands/not-allowed'))
  expect(decided(saveView, { ...CONTENT, accountId: COLLEAGUE.accountId })).toEqual(refuse('commands/not-allowed'))
  expect(decided(saveView, { ...CONTENT, accountId: OWNER.accountId, name: '  ' })).toEqual(refuse('views/name-missing'))
})

test('a shared view is changed by its owner or a lead, and only its owner takes it back', () => {
  const change = (actor: typeof OWNER, departmentId: DepartmentId | null) => decided(changeView, { ...CONTENT, viewId: ID, departmentId }, actor, aView())
  const strange = refuse('views/not-yours', { owner: OWNER.name })
  expect([change(COLLEAGUE, ORDNUNG), change(LEAD, null), change(LEAD, STEUERN)]).toEqual([strange, strange, strange])
  expect(change(LEAD, ORDNUNG)).toMatchObject({ value: { scope: 'department:ordnung', name: 'Hunde', ownerId: OWNER.personId } })
  expect(change(OWNER, null)).toMatchObject({ value: { scope: personScope(OWNER.personId) } })
  expect(decided(deleteView, { viewId: ID, isDeleted: true }, COLLEAGUE, aView())).toEqual(strange)
  expect(decided(deleteView, { viewId: ID, isDeleted: true }, LEAD, aView())).toMatchObject({ value: { isDeleted: true, version: 4 } })
})

test('another person\'s own view does not exist for anybody', () => {
  const own = aView({ scope: personScope(OWNER.personId) })
  expect(decided(deleteView, { viewId: ID, isDeleted: true }, LEAD, own)).toEqual(refuse('commands/record-missing', { table: 'saved_views' }))
  expect(decided(deleteView, { viewId: ID, isDeleted: false }, OWNER, { ...own, isDeleted: true })).toMatchObject({ value: { isDeleted: false } })
})
