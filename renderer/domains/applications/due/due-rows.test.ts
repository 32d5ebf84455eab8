import { expect, test } from 'vitest'
import { DepartmentId, PersonId } from '../../../../shared/ids.ts'
import { DUE_REASONS, rowsBehind } from './due-rows.ts'

const PERSON = PersonId.parse('0192a000-0000-7000-8000-0000000000a1')
const ORDNUNG = DepartmentId.parse('ordnung')
const TODAY = '2026-12-31'

test('every number of a person leads to the rows it counts: days before, the day itself, a week behind it', () => {
  const whose = { assigneeId: [PERSON], departmentId: [ORDNUNG] }
  expect(DUE_REASONS.map(reason => rowsBehind(reason, TODAY, { personId: PERSON, departments: [ORDNUNG] }))).toEqual([
    { view: 'team', filters: { ...whose, dueFrom: null, dueTo: '2026-12-30' } },
    { view: 'team', filters: { ...whose, dueFrom: TODAY, dueTo: TODAY } },
    { view: 'follow-up', filters: whose },
    { view: 'team', filters: { ...whose, dueFrom: '2027-01-01', dueTo: '2027-01-07' } },
    { view: 'waiting', filters: { ...whose, restsUntil: '2026-12-17' } },
  ])
})

test('what nobody holds is looked for among the unassigned', () => {
  expect(DUE_REASONS.map(reason => rowsBehind(reason, TODAY, { personId: null, departments: [] }).view)).toEqual(['unassigned', 'unassigned', 'follow-up', 'unassigned', 'unassigned'])
})
