import { expect, test } from 'vitest'
import { DepartmentId } from '../../ids.ts'
import { rowsUnderCommands } from '../../testing.ts'
import { instantFromMs } from '../../time.ts'
import { STANDARD_TEMPLATES } from '../letters/standard-templates.ts'
import { anActor } from '../staff/testing.ts'
import { setKind, settingsHash } from './kind-commands.ts'
import { beginRun } from './prepare-commands.ts'
import { aNoticeKind } from './testing.ts'

const ORDNUNG = DepartmentId.parse('ordnung')
const BAU = DepartmentId.parse('bau')
const kind = aNoticeKind({ templateId: 'notice', mapping: { name: 'Eigentümer' } })
const { scope: _scope, version: _version, mapping: _mapping, forAll: _forAll, ...settings } = kind
const content = { ...settings, basedOn: settingsHash(kind) }
const template = STANDARD_TEMPLATES.find(({ id }) => id === 'notice')
if (!template) throw new Error('there is no standard notice')

const under = (isInUse = true, role: 'lead' | 'clerk' = 'lead') => rowsUnderCommands([
  ...[ORDNUNG, BAU].map((id, position) => ({ table: 'departments' as const, row: { id, scope: 'town', version: 0, name: id, position, letterhead: null, closedAt: null } })),
  { table: 'letter_templates', row: { ...template, active: isInUse } }, { table: 'notice_kinds', row: kind },
  ...STANDARD_TEMPLATES.filter(({ id }) => id === 'granted').map(row => ({ table: 'letter_templates' as const, row })),
], anActor(role), instantFromMs(Date.UTC(2026, 10, 23, 8)))
const code = (answer: 'ok' | { readonly code: string }): string => (answer === 'ok' ? answer : answer.code)

test('a kind is changed by the leads of its department, and keeps what its tables are called', () => {
  const rows = under()
  expect(rows.run(setKind, { ...content, departmentId: ORDNUNG, holdDays: 3, retentionYears: 6 })).toBe('ok')
  expect(rows.get('notice_kinds', content.id)).toMatchObject({ holdDays: 3, retentionYears: 6, mapping: { name: 'Eigentümer' } })
  expect(code(under(true, 'clerk').run(setKind, { ...content, departmentId: ORDNUNG }))).toBe('commands/not-allowed')
})

test('of two who have a kind open the second is told that it has changed, and nothing is written over', () => {
  const rows = under()
  const second = { ...content, departmentId: ORDNUNG, coolingMinutes: 60 }
  expect(rows.run(setKind, { ...content, departmentId: ORDNUNG, holdDays: 3 })).toBe('ok')
  expect(code(rows.run(setKind, second))).toBe('notices/kind-changed')
  expect(rows.get('notice_kinds', content.id)).toMatchObject({ holdDays: 3, coolingMinutes: content.coolingMinutes })
  expect(code(rows.run(setKind, { ...second, basedOn: null })), 'made by both in the same moment').toBe('notices/kind-changed')
  const withRun = under()
  expect(withRun.run(beginRun, { kindId: kind.id, title: 'Umlage', source: { fileName: 'umlage.csv', sha256: '0'.repeat(64) }, expected: { count: 1, totalCents: 1 }, mapping: { name: 'Name' }, forAll: {} })).toBe('ok')
  expect(withRun.run(setKind, second), 'a run that was begun meanwhile').toBe('ok')
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
