import { afterEach, beforeEach, expect, test } from 'vitest'
import { preferenceId } from '../../shared/domains/staff/preference-commands.ts'
import { anActor, aStaffAccount } from '../../shared/domains/staff/testing.ts'
import { derivedUuid, TownId } from '../../shared/ids.ts'
import type { Json } from '../../shared/json.ts'
import { commitChanges } from '../store/commit.ts'
import type { Database } from '../store/database.ts'
import { loadRecords } from '../store/records.ts'
import { addTestTown, anOrigin, testDatabase } from '../store/testing.ts'
import { aCommand, commandId, testPipeline } from './testing.ts'

const townId = TownId.parse('tangerhuette')
const owner = anActor('clerk', '1')
const lead = anActor('lead', '2')
const VIEW = { name: 'Hunde in Uetz', query: { view: 'team' }, tellsWhenFilled: true, departmentId: null as string | null }

let database: Database
beforeEach(async () => {
  database = await testDatabase()
  await addTestTown(database, townId)
  const accounts = [owner, lead].map(({ accountId: id, personId }, index) => aStaffAccount({ id, personId, login: `login-${index}` }))
  await database.db.transaction().execute(trx => commitChanges(trx, anOrigin({ townId }), accounts.map(row => ({ table: 'staff', row }))))
})
afterEach(() => database.close())

async function storedView(): Promise<unknown> {
  const id = derivedUuid(commandId('save'), 'view')
  return (await loadRecords(database.db, townId, [{ table: 'saved_views', id }], false)).get(`saved_views/${id}`)
}

test('a view of one\'s own is nobody else\'s business until it is shared; then a lead may put it right', async () => {
  const { run } = testPipeline(database)
  const viewId = derivedUuid(commandId('save'), 'view')
  expect(await run(owner, [aCommand('save', 'views.save', { ...VIEW, accountId: owner.accountId })])).toMatchObject([{ kind: 'applied' }])
  expect(await storedView()).toMatchObject({ scope: `person:${owner.personId}`, name: 'Hunde in Uetz', ownerId: owner.personId })
  expect(await run(lead, [aCommand('peek', 'views.delete', { viewId, isDeleted: true })])).toMatchObject([{ kind: 'refused', code: 'commands/record-missing' }])
  expect(await run(owner, [aCommand('share', 'views.change', { ...VIEW, viewId, departmentId: 'ordnung' })])).toMatchObject([{ kind: 'applied' }])
  expect(await run(lead, [aCommand('rename', 'views.change', { ...VIEW, viewId, departmentId: 'ordnung', name: 'Hunde' })])).toMatchObject([{ kind: 'applied' }])
  expect(await storedView()).toMatchObject({ scope: 'department:ordnung', name: 'Hunde', ownerId: owner.personId })
})

test('a setting is one row of the person, whoever of several commands comes last', async () => {
  const { run } = testPipeline(database)
  const set = (label: string, value: Json) => aCommand(label, 'preferences.set', { accountId: owner.accountId, key: 'appearance', value })
  expect(await run(owner, [set('first', { theme: 'dark' }), set('second', { theme: 'light' })])).toMatchObject([{ kind: 'applied' }, { kind: 'applied' }])
  const id = preferenceId(owner.personId, 'appearance')
  const stored = await loadRecords(database.db, townId, [{ table: 'preferences', id }], false)
  expect(stored.get(`preferences/${id}`)).toMatchObject({ scope: `person:${owner.personId}`, value: { theme: 'light' } })
  expect(await run(owner, [set('none', null)])).toMatchObject([{ kind: 'applied' }])
  expect(await run(lead, [set('strange', {})])).toMatchObject([{ kind: 'refused', code: 'commands/not-allowed' }])
  const belongsToTheDesk = aCommand('desk', 'preferences.set', { accountId: owner.accountId, key: 'window/size', value: 1 })
  expect(await run(owner, [belongsToTheDesk])).toMatchObject([{ kind: 'refused', code: 'commands/invalid-input', facts: { field: 'key' } }])
})
