import { ok } from '../../../shared/result.ts'
import type { SecretStore } from './secret-store.ts'

/** Keeps secrets as long as the process lives; for tests. */
export function memoryStore(entries: Map<string, string> = new Map()): SecretStore {
  return {
    backend: 'memory',
    get: async name => ok(entries.get(name) ?? null),
    set: async (name, value) => {
      entries.set(name, value)
      return ok(null)
    },
    delete: async name => {
      entries.delete(name)
      return ok(null)
    },
  }
}
