import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { attemptFile } from '../cache/failures.ts'
import { replaceFile } from './profile.ts'
import type { SecretStore } from './secret-store.ts'

const Secrets = z.record(z.string(), z.string())
type Secrets = Readonly<z.infer<typeof Secrets>>

/**
 * Secrets in a file of the profile, readable by its owner only. For demo towns on computers without a keychain. Refusals:
 * `storage/disk-full` and `storage/unreadable`; what lay there before is still there.
 */
export function fileStore(profileDir: string): SecretStore {
  const path = join(profileDir, 'secrets.json')
  const change = (next: (secrets: Secrets) => Secrets): Result<null> => {
    const secrets = read(path)
    if (!secrets.ok) return secrets
    const changed = next(secrets.value)
    return attemptFile(() => {
      if (Object.keys(changed).length > 0) replaceFile(path, JSON.stringify(changed))
      else rmSync(path, { force: true })
      return null
    }, { file: 'secrets.json' })
  }
  return {
    backend: 'file',
    get: async name => {
      const secrets = read(path)
      return secrets.ok ? ok(Object.hasOwn(secrets.value, name) ? secrets.value[name] ?? null : null) : secrets
    },
    set: async (name, value) => change(secrets => ({ ...secrets, [name]: value })),
    delete: async name => change(({ [name]: _gone, ...others }) => others),
  }
}

function read(path: string): Result<Secrets> {
  if (!existsSync(path)) return ok({})
  try {
    return ok(Secrets.parse(JSON.parse(readFileSync(path, 'utf8'))))
  } catch {
    return refuse('storage/unreadable', { file: 'secrets.json' })
  }
}
