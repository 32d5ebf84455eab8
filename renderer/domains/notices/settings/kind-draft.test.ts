import { expect, test } from 'vitest'
import { settingsHash } from '../../../../shared/domains/notices/kind-commands.ts'
import { aNoticeKind } from '../../../../shared/domains/notices/testing.ts'
import { DepartmentId } from '../../../../shared/ids.ts'
import { kindOf, writtenKind } from './kind-draft.ts'

const ORDNUNG = DepartmentId.parse('ordnung')
const kind = aNoticeKind({ holdDays: 3 })

test('what stands in the fields of a kind is that kind', () => {
  const { scope: _scope, version: _version, mapping: _mapping, forAll: _forAll, ...content } = kind
  expect(kindOf(writtenKind(kind, [ORDNUNG]), kind, [kind.id])).toEqual({ input: { ...content, departmentId: ORDNUNG, basedOn: settingsHash(kind) } })
})

test('a new kind asks for what it cannot guess, and gets a name of its own', () => {
  const empty = writtenKind(undefined, [ORDNUNG])
  expect(kindOf(empty, undefined, [])).toEqual({ problems: ['title', 'templateId', 'ruleSetId'] })
  expect(kindOf({ ...empty, title: ' Grundsteuer für Höfe ', templateId: 'umlage', ruleSetId: 'ao' }, undefined, ['grundsteuer-fuer-hoefe'])).toMatchObject({ input: { id: 'grundsteuer-fuer-hoefe-2', basedOn: null, title: 'Grundsteuer für Höfe', holdDays: 0, departmentId: ORDNUNG } })
  expect(writtenKind(undefined, [ORDNUNG, DepartmentId.parse('bau')]).departmentId).toBeUndefined()
})

test.each([['holdDays', '32'], ['holdDays', '-1'], ['coolingMinutes', '1441'], ['coolingMinutes', ''], ['retentionYears', '0'], ['retentionYears', 'zehn']] as const)('%s cannot be %j', (field, text) => {
  expect(kindOf({ ...writtenKind(kind, [ORDNUNG]), [field]: text }, kind, [])).toEqual({ problems: [field] })
})
