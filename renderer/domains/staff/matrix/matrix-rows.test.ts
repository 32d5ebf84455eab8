import { expect, test } from 'vitest'
import { aStaffAccount } from '../../../../shared/domains/staff/testing.ts'
import { actorOf } from '../../../../shared/domains/staff/rights.ts'
import type { Staff } from '../../../../shared/domains/staff/tables.ts'
import { AccountId, DepartmentId, PersonId, TownId } from '../../../../shared/ids.ts'
import { COMMAND_RIGHTS } from '../../../../shared/rights-matrix.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { createTexts } from '../../../texts/texts.ts'
import { EVERYTHING, matrixCsv, matrixGroups, whereInWords, type RightsHolder } from './matrix-rows.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 24))
const holder = (account: Staff, everyone: readonly Staff[] = []) => actorOf(TownId.parse('tangerhuette'), account, everyone, NOW)
const katrin = holder(aStaffAccount())
const words = { wholeTown: 'überall', lentBy: (name: string) => `für ${name}` }
const departments = [{ id: DepartmentId.parse('ordnung'), name: 'Ordnungsamt' }]
const titleOf = ({ name }: { readonly name: string }): string => name

test('everything stands in it once; of a role or a person only what they may', () => {
  const names = (filter: Partial<typeof EVERYTHING>) => matrixGroups({ ...EVERYTHING, ...filter }, titleOf).flatMap(({ rows }) => rows.map(({ name }) => name))
  expect(names({})).toHaveLength(new Set(names({})).size)
  expect(names({}).length).toBe(COMMAND_RIGHTS.length + 4)
  expect(names({ role: 'administrator' })).toContain('staff.leave')
  expect(names({ role: 'administrator' })).not.toContain('cases')
  expect(names({ account: katrin })).toEqual(names({ role: 'clerk' }))
  expect(names({ search: 'STAFF.LEAVE' })).toEqual(['staff.leave'])
})

test('where somebody may do it is said in words, and saved as a table', () => {
  const [row] = COMMAND_RIGHTS.filter(({ name }) => name === 'applications.claim')
  if (!row) throw new Error('there is no such command')
  const names = (account: RightsHolder) => matrixGroups({ ...EVERYTHING, account }, titleOf).flatMap(({ rows }) => rows.map(({ name }) => name))
  const everywhere = holder(aStaffAccount({ grants: [{ role: 'clerk', departmentId: null }] }))
  expect(whereInWords(katrin, row, departments, words)).toBe('Ordnungsamt')
  expect(whereInWords(everywhere, row, departments, words)).toBe('überall')
  expect(names(everywhere)).not.toContain('health')
  const petra = aStaffAccount({ id: AccountId.parse('0192a000-0000-7000-8000-0000000000b2'), personId: PersonId.parse('0192a000-0000-7000-8000-0000000000a2'), name: 'Petra' })
  const standsIn = holder(aStaffAccount({ grants: [], deputyships: [{ forPersonId: petra.personId, from: NOW, until: instantFromMs(Date.UTC(2026, 10, 25)) }] }), [petra])
  expect(whereInWords(standsIn, row, departments, words)).toBe('Ordnungsamt (für Petra)')
  expect(names(standsIn)).toContain('cases')
  expect(names(standsIn)).not.toContain('health')
  expect(matrixCsv(['Bereich', 'Was'], [{ domain: 'applications', rows: [row] }], ({ name }, domain) => [domain, name])).toContain('applications;applications.claim')
})

test.each(['de', 'en'] as const)('every right has words of its own in %s', language => {
  const { t } = createTexts(language)
  for (const { name, domain } of COMMAND_RIGHTS) {
    expect([name, t(`commands.${name}` as 'commands.unknown')]).not.toEqual([name, t('commands.unknown')])
    expect([name, t(`commands.${name}` as 'commands.unknown')]).not.toEqual([name, `commands.${name}`])
    expect([domain, t(`staff.domains.${domain}` as 'staff.domains.staff')]).not.toEqual([domain, `staff.domains.${domain}`])
  }
})
