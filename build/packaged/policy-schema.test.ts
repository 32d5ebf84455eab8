import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Policy } from '../../main/electron/policy.ts'
import { ROOT } from '../paths.ts'
import { POLICY_SCHEMA_FILE, policySchemaText } from './policy-schema.ts'

test('the schema that administrators get is the one the program reads by (else: node build/policy-schema.ts)', () => {
  expect(readFileSync(POLICY_SCHEMA_FILE, 'utf8')).toBe(policySchemaText())
})

test('every policy in the guide is one that the program takes', () => {
  const guide = readFileSync(join(ROOT, 'docs/install-desk.md'), 'utf8')
  const policies = [...guide.matchAll(/```json\n(\{[^]*?\n\})\n```/g)].map(([, text = '']) => text).filter(text => text.includes('"serviceUrl"'))
  expect([policies.length > 0, policies.map(text => Policy.safeParse(JSON.parse(text)).error)]).toEqual([true, policies.map(() => undefined)])
})
