import { expect, test } from 'vitest'
import { DepartmentId } from '../../../../shared/ids.ts'
import { aGroup, isNamedTwice, readGroups, writtenGroup } from './written-groups.ts'

const clerks = { group: 'Ordnungsamt', grants: [{ role: 'clerk' as const, departmentId: DepartmentId.parse('ordnung') }] }

test('what was written is read again as it was; without a name, without a department and twice it is not', () => {
  expect(readGroups([writtenGroup(clerks)])).toEqual({ groups: [clerks] })
  expect(readGroups([])).toEqual({ groups: [] })
  expect([readGroups([aGroup()]), readGroups([{ ...aGroup(), name: 'IT' }]), readGroups([writtenGroup(clerks), writtenGroup(clerks)])]).toEqual([undefined, undefined, undefined])
  expect([isNamedTwice([writtenGroup(clerks), writtenGroup({ ...clerks, group: ' Ordnungsamt ' })], 1), isNamedTwice([writtenGroup(clerks)], 0)]).toEqual([true, false])
})
