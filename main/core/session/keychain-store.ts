import { ok, refuse, type Result } from '../../../shared/result.ts'
import type { SecretStore } from './secret-store.ts'

/** What both keychain libraries offer. */
export interface KeychainLibrary {
  getPassword(service: string, account: string): Promise<string | null>
  setPassword(service: string, account: string, password: string): Promise<void | null>
  deletePassword(service: string, account: string): Promise<boolean>
}

const SERVICE = 'Rathaus Desk'
const PROBE = 'probe'

/** How a keychain that is there says that it does not open: GNOME, KDE, macOS, Windows, in that order. */
const LOCKED = /locked|dismissed|denied by the user|interaction is not allowed|cancell?ed|logon session/i

/** The computer's keychain as a store of secrets. */
export function keychainStore(backend: 'keytar' | 'keyring', library: KeychainLibrary): SecretStore {
  return {
    backend,
    get: name => guarded(async () => {
      const value = await library.getPassword(SERVICE, name)
      // A locked GNOME keyring answers "nothing there". Writing tells the two apart.
      if (value === null) await library.setPassword(SERVICE, PROBE, 'ok')
      return value
    }),
    set: (name, value) => guarded(async () => {
      await library.setPassword(SERVICE, name, value)
      return null
    }),
    delete: name => guarded(async () => {
      await library.deletePassword(SERVICE, name)
      return null
    }),
  }
}

/** The libraries' own texts are not passed on: they may name entries. */
async function guarded<Value>(ask: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return ok(await ask())
  } catch (error) {
    return refuse(error instanceof Error && LOCKED.test(error.message) ? 'keychain/locked' : 'keychain/missing')
  }
}

/** Both ways to the keychain, the preferred first; one that is not installed here is left out. */
export async function installedKeychains(): Promise<readonly SecretStore[]> {
  const stores = await Promise.all([
    load('keytar', () => import('keytar')),
    load('keyring', () => import('@napi-rs/keyring/keytar.js')),
  ])
  return stores.filter(store => store !== null)
}

async function load(backend: 'keytar' | 'keyring', library: () => Promise<{ readonly default: KeychainLibrary } | KeychainLibrary>): Promise<SecretStore | null> {
  try {
    const loaded = await library()
    return keychainStore(backend, 'default' in loaded ? loaded.default : loaded)
  } catch {
    return null
  }
}
