import type { Result } from '../../../shared/result.ts'

/** Where secrets of this desk lie: two ways to the computer's keychain, a file for the demo, or memory in tests. */
export type SecretBackend = 'keytar' | 'keyring' | 'file' | 'memory'

/**
 * Small secrets under a name. A value is text of at most 2,000 bytes (Windows keeps no more).
 * Refusals: `keychain/locked` when it is there but does not open, `keychain/missing` when it has gone.
 */
export interface SecretStore {
  readonly backend: SecretBackend
  /** Null when there is nothing under this name. */
  get(name: string): Promise<Result<string | null>>
  set(name: string, value: string): Promise<Result<null>>
  /** Succeeds also when there was nothing. */
  delete(name: string): Promise<Result<null>>
}
