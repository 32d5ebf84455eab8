import { randomUUID } from 'node:crypto'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { fileStore } from './file-store.ts'
import { installedKeychains } from './keychain-store.ts'
import { placeOf, readProfile, writeProfile, type Profile } from './profile.ts'
import type { SecretStore } from './secret-store.ts'

export interface SecretStoreParts {
  readonly profileDir: string
  /** The ways to a keychain there are, the preferred first. */
  readonly keychains?: readonly SecretStore[]
}

/**
 * The place for this desk's secrets: the computer's keychain, or a file where there is none (which only a demo town
 * accepts). The desk remembers where its secrets lie. When a better place appears they move; when the place has gone,
 * `keychain/missing` says so and nothing is begun anew elsewhere. A locked keychain is answered as it is: its refusals say so.
 */
export async function openSecretStore({ profileDir, keychains }: SecretStoreParts): Promise<Result<SecretStore>> {
  const profile = readProfile(profileDir, randomUUID)
  if (!profile.ok) return profile
  const { backend } = profile.value
  const inFile = fileStore(profileDir)
  const tried = await Promise.all((keychains ?? await installedKeychains()).map(tryOut))
  const best = tried.find(({ standing }) => standing === 'opens')?.store
  const locked = tried.find(({ store, standing }) => standing === 'locked' && (backend === null || backend === store.backend))?.store
  const remembered = backend === 'file' ? inFile : tried.find(({ store, standing }) => store.backend === backend && standing === 'opens')?.store
  if (locked && !remembered) return ok(locked)
  if (backend !== null && !remembered) return refuse('keychain/missing', { backend })
  const target = best ?? remembered ?? inFile
  return settle(profileDir, profile.value, remembered ?? target, target, inFile)
}

type KeychainStanding = 'opens' | 'locked' | 'missing'

/** By writing, reading and deleting: nothing less shows that a keychain keeps what it is given. */
async function tryOut(store: SecretStore): Promise<{ readonly store: SecretStore; readonly standing: KeychainStanding }> {
  const name = `try-${randomUUID()}`
  const written = await store.set(name, name)
  if (!written.ok) return { store, standing: written.error.code === 'keychain/locked' ? 'locked' : 'missing' }
  const read = await store.get(name)
  await store.delete(name)
  return { store, standing: read.ok && read.value === name ? 'opens' : 'missing' }
}

async function settle(profileDir: string, profile: Profile, from: SecretStore, target: SecretStore, inFile: SecretStore): Promise<Result<SecretStore>> {
  const copied = await copySecrets(profile, from, target)
  if (!copied.ok) return copied
  if (profile.backend !== target.backend) writeProfile(profileDir, { ...profile, backend: target.backend })
  // What a crash has left behind in the file goes too.
  for (const old of [from, inFile]) if (old.backend !== target.backend) await forgetCopied(profile, old, target)
  return ok(target)
}

/** Reads there, writes here, reads here again; deletes nothing yet. */
async function copySecrets(profile: Profile, from: SecretStore, target: SecretStore): Promise<Result<null>> {
  if (from.backend === target.backend) return ok(null)
  for (const name of namesOf(profile)) {
    const value = await from.get(name)
    if (!value.ok) return value
    if (value.value === null) continue
    const written = await target.set(name, value.value)
    if (!written.ok) return written
    const kept = await target.get(name)
    if (!kept.ok || kept.value !== value.value) return refuse('keychain/missing', { backend: target.backend })
  }
  return ok(null)
}

async function forgetCopied(profile: Profile, old: SecretStore, target: SecretStore): Promise<void> {
  for (const name of namesOf(profile)) {
    const [there, here] = [await old.get(name), await target.get(name)]
    if (there.ok && here.ok && there.value !== null && there.value === here.value) await old.delete(name)
  }
}

/** Every name under which this desk may have kept something. */
const namesOf = ({ deskId, accounts }: Profile): readonly string[] =>
  Object.entries(accounts).flatMap(([key, { generation }]) => [
    `${deskId}/refresh/${key}`,
    ...Array.from({ length: generation + 1 }, (_, index) => `${deskId}/key/${placeOf(key, index)}`),
  ])
