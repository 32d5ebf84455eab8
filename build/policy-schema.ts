import { writeFileSync } from 'node:fs'
import { POLICY_SCHEMA_FILE, policySchemaText } from './packaged/policy-schema.ts'

// Writes docs/policy.schema.json anew after main/electron/policy.ts has changed.
writeFileSync(POLICY_SCHEMA_FILE, policySchemaText())
