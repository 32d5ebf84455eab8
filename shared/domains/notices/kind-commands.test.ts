import { expect, test } from 'vitest'
import { DepartmentId } from '../../ids.ts'
import { rowsUnderCommands } from '../../testing.ts'
import { instantFromMs } from '../../time.ts'
import { STANDARD_TEMPLATES } from '../letters/standard-templates.ts'
import { anActor } from '../staff/testing.ts'
import { setKind } from './kind-commands.ts'
import { aNoticeKind } from './testing.ts'

const ORDNUNG = DepartmentId.parse('ordnung')
const BAU = DepartmentId.parse('bau')
const { scope: _scope, version: _version, mapping: _mapping, forAll: _forAll, ...content } = aNoticeKind({ templateId: 'notice' })
const template = STANDARD_TEMPLATES.find(({ id }) => id === 'notice')
if (!template) throw new Error('there is no standard notice')

const under = (isInUse = true, role: 'lead' | 'clerk' = 'lead') => rowsUnderCommands([
  ...[ORDNUNG, BAU].map((id, position) => ({ table: 'departments' as const, row: { id, scope: 'town', version: 0, name: id, position, letterhead: null } })),
  { table: 'letter_templates', row: { ...template, active: isInUse } }, { table: 'notice_kinds', row: aNoticeKind({ mapping: { name: 'Eigentümer' } }) },
  ...STANDARD_TEMPLATES.filter(({ id }) => id === 'granted').map(row => ({ table: 'letter_templates' as const, row })),
], anActor(role), instantFromMs(Date.UTC(2026, 10, 23, 8)))
const code = (answer: 'ok' | { readonly code: string }): string => (answer === 'ok' ? answer : answer.code)

test('a kind is changed by the leads of its department, and keeps what its tables are called', () => {
  const rows = under()
  expect(rows.run(setKind, { ...content, departmentId: ORDNUNG, holdDays: 3, retentionYears: 6 })).toBe('ok')
  expect(rows.get('notice_kinds', content.id)).toMatchObject({ holdDays: 3, retentionYears: 6, mapping: { name: 'Eigentümer' } })
  expect(code(under(true, 'clerk').run(setKind, { ...content, departmentId: ORDNUNG }))).toBe('commands/not-allowed')
})

test.each([
  ['a kind of another department', { departmentId: BAU }, true, 'commands/not-allowed'],
  ['a law that is nowhere kept', { ruleSetId: 'elsewhere' }, true, 'notices/no-law'],
  ['a template of something else', { templateId: 'granted' }, true, 'notices/no-template'],
  ['a template out of use', {}, false, 'notices/no-template'],
  ['a kind that goes out of use with its template', { active: false }, false, 'ok'],
])('%s', (_name, changed, isInUse, expected) => {
  expect(code(under(isInUse).run(setKind, { ...content, departmentId: ORDNUNG, ...changed }))).toBe(expected)
})
