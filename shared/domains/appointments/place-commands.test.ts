import { expect, test } from 'vitest'
import { DepartmentId } from '../../ids.ts'
import { TOWN_SCOPE } from '../../scope.ts'
import { rowsUnderCommands } from '../../testing.ts'
import { instantFromMs } from '../../time.ts'
import { anActor } from '../staff/testing.ts'
import { setPlace } from './place-commands.ts'
import { aPlace } from './testing.ts'

const { id: placeId, scope: _scope, version: _version, ...content } = aPlace()
const department = (id: string) => ({ table: 'departments', row: { id: DepartmentId.parse(id), scope: TOWN_SCOPE, version: 0, name: id, position: 1, letterhead: null, closedAt: null } }) as const
const town = () => rowsUnderCommands([department('ordnung'), department('bau')], anActor('lead'), instantFromMs(Date.UTC(2026, 11, 1)))

test('a lead sets up a place for their own department, and for no other', () => {
  const { run, get } = town()
  expect(run(setPlace, { placeId, departmentId: DepartmentId.parse('bau'), isHealth: false, content })).toEqual({ code: 'commands/not-allowed' })
  expect(run(setPlace, { placeId, departmentId: DepartmentId.parse('ordnung'), isHealth: false, content })).toBe('ok')
  expect(get('places', placeId)?.scope).toBe(aPlace().scope)
})

test('a place stays with the department that set it up', () => {
  const { run } = town()
  run(setPlace, { placeId, departmentId: DepartmentId.parse('ordnung'), isHealth: false, content })
  expect(run(setPlace, { placeId, departmentId: DepartmentId.parse('bau'), isHealth: false, content }, anActor('lead', '1', { grants: [{ role: 'lead', departmentId: null, viaPersonId: null, viaName: null }] })))
    .toMatchObject({ code: 'commands/record-missing' })
})
