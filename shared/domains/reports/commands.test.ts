import { expect, test } from 'vitest'
import type { Actor } from '../../actor.ts'
import { gatherNow, momentOf } from '../../command.ts'
import { decideCommand } from '../../decide.ts'
import { CommandId, DepartmentId } from '../../ids.ts'
import { instantFromMs } from '../../time.ts'
import { anActor } from '../staff/testing.ts'
import { setPersonFigures } from './commands.ts'
import { personFiguresId } from './person-figures.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 22, 8))
const ID = CommandId.parse('0192a000-0000-7000-8000-0000000000e1')
const ORDNUNG = DepartmentId.parse('ordnung')
const DEPARTMENT = { id: ORDNUNG, scope: 'town', version: 1, name: 'Ordnungsamt', position: 1, letterhead: null, closedAt: null }

function decide(isOn: boolean, agreement: string, actor: Actor = anActor('lead'), departmentId = ORDNUNG) {
  const input = { departmentId, isOn, agreement }
  const gathered = gatherNow(setPersonFigures, input, ({ id }) => (id === ORDNUNG ? DEPARTMENT : undefined))
  return decideCommand(setPersonFigures, input, gathered, momentOf(actor, NOW, ID))
}

test('figures per person are switched on with the agreement named, in the scope of the whole department', () => {
  expect(decide(true, ' Dienstvereinbarung vom 3. Mai 2026 ')).toMatchObject({
    value: [{ table: 'preferences', row: {
      id: personFiguresId(ORDNUNG), scope: 'department:ordnung',
      value: { isOn: true, agreement: 'Dienstvereinbarung vom 3. Mai 2026', byName: 'Person 1', at: NOW },
    } }],
  })
})

test('without an agreement they stay off; switching off needs none', () => {
  expect(decide(true, ' ja ')).toMatchObject({ error: { code: 'reports/agreement-missing' } })
  expect(decide(false, '')).toMatchObject({ value: [{ row: { value: { isOn: false, agreement: '' } } }] })
})

test('only a lead of that very department may', () => {
  expect(decide(true, 'Dienstvereinbarung', anActor('clerk'))).toMatchObject({ error: { code: 'commands/not-allowed' } })
  const elsewhere = anActor('lead', '1', { grants: [{ role: 'lead', departmentId: DepartmentId.parse('bau'), viaPersonId: null, viaName: null }] })
  expect(decide(true, 'Dienstvereinbarung', elsewhere)).toMatchObject({ error: { code: 'commands/not-allowed' } })
  expect(decide(true, 'Dienstvereinbarung', anActor('lead'), DepartmentId.parse('gone'))).toMatchObject({ error: { code: 'commands/record-missing' } })
})
