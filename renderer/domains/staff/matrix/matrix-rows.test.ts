import { expect, test } from 'vitest'
import { aStaffAccount } from '../../../../shared/domains/staff/testing.ts'
import { DepartmentId } from '../../../../shared/ids.ts'
import { COMMAND_RIGHTS } from '../../../../shared/rights-matrix.ts'
import { createTexts } from '../../../texts/texts.ts'
import { EVERYTHING, matrixCsv, matrixGroups, whereInWords } from './matrix-rows.ts'

const katrin = aStaffAccount()
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
  expect(whereInWords(katrin, row, departments, 'überall')).toBe('Ordnungsamt')
  expect(whereInWords(aStaffAccount({ grants: [{ role: 'clerk', departmentId: null }] }), row, departments, 'überall')).toBe('überall')
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
