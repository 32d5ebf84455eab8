import { join } from 'node:path'
import * as z from 'zod'
import { Policy } from '../../main/electron/policy.ts'
import { ROOT } from '../paths.ts'

export const POLICY_SCHEMA_FILE = join(ROOT, 'docs', 'policy.schema.json')

/** What a policy may hold as a JSON Schema, so that an administrator's editor knows every entry. */
export const policySchemaText = (): string =>
  `${JSON.stringify({ ...z.toJSONSchema(Policy, { io: 'input' }), title: 'Rathaus Desk: policy.json' }, null, 2)}\n`
