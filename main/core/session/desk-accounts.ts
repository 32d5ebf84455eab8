import { join } from 'node:path'
import { accountKeyOf } from '../../../shared/account-key.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Clock } from '../../../shared/time.ts'
import { eraseFiles } from './desk-erasure.ts'
import { createKeyCustody, type KeyCustody } from './key-custody.ts'
import { placeOf, readProfile, writeProfile, type Profile } from './profile.ts'
import type { SecretStore } from './secret-store.ts'

/** One account on this desk: where its key, its refresh token and its cache lie. */
export interface DeskAccount {
  readonly key: string
  readonly custody: KeyCustody
  readonly refreshName: string
  readonly cacheFile: string
  /** Whether this desk is known to have made a key for the account. */
  readonly hasKey: boolean
}

/** The accounts that were signed in at this desk. */
export interface DeskAccounts {
  readonly deskId: string
  of(townId: string, accountId: string): DeskAccount
  /** The one signed in last, who may unlock by PIN. */
  last(): DeskAccount | null
  /** Called as soon as the account's key lies in the keychain. */
  remember(account: DeskAccount): void
  /** From the next sign-in on the account gets a new key and a new cache; the old ones stay where they are. */
  startAfresh(account: DeskAccount): void
  /** The keys of all accounts of which something lies here. */
  readonly held: readonly string[]
  /** Takes everything of an account off this computer: its key first, so that what a crash leaves is unreadable, and the note of it last, so that it is tried again. A keychain that is locked keeps no file. */
  erase(key: string): Promise<Result<null>>
}

export interface DeskAccountsParts {
  readonly profileDir: string
  readonly secrets: SecretStore
  readonly clock: Clock
  readonly random: (bytes: number) => Uint8Array
  readonly signInMs?: number
}

export function openDeskAccounts(parts: DeskAccountsParts): Result<DeskAccounts> {
  const { profileDir } = parts
  const read = readProfile(profileDir, () => uuidV4(parts.random(16)))
  if (!read.ok) return read
  const { deskId } = read.value
  const now = (): Profile => {
    const profile = readProfile(profileDir, () => deskId)
    return profile.ok ? profile.value : read.value
  }
  const entryOf = (key: string): Entry => now().accounts[key] ?? { generation: 0, hasKey: false }
  const keep = (key: string, entry: Entry, last: string | null): void => {
    const profile = now()
    writeProfile(profileDir, { ...profile, accounts: { ...profile.accounts, [key]: entry }, last })
  }
  const account = (key: string): DeskAccount => describe(parts, deskId, key, entryOf(key))
  return ok({
    deskId,
    of: (townId, accountId) => account(accountKeyOf(townId, accountId)),
    last: () => {
      const { last } = now()
      return last === null ? null : account(last)
    },
    remember: ({ key }) => keep(key, { ...entryOf(key), hasKey: true }, key),
    startAfresh: ({ key }) => keep(key, { generation: entryOf(key).generation + 1, hasKey: false }, null),
    get held() {
      return Object.keys(now().accounts)
    },
    erase: async key => {
      const names = Array.from({ length: entryOf(key).generation + 1 }, (_, generation) => keyEntry(deskId, key, generation))
      const deleted: Result<null>[] = []
      for (const name of [...names, refreshEntry(deskId, key)]) deleted.push(await parts.secrets.delete(name))
      eraseFiles(profileDir, key)
      const kept = deleted.find(({ ok: isDone }) => !isDone)
      if (kept) return kept
      const { accounts: { [key]: _erased, ...accounts }, last, ...profile } = now()
      writeProfile(profileDir, { ...profile, accounts, last: last === key ? null : last })
      return ok(null)
    },
  })
}

type Entry = Profile['accounts'][string]

function describe(parts: DeskAccountsParts, deskId: string, key: string, { generation, hasKey }: Entry): DeskAccount {
  const place = placeOf(key, generation)
  return {
    key,
    custody: createKeyCustody({ ...parts, entryName: keyEntry(deskId, key, generation) }),
    refreshName: refreshEntry(deskId, key),
    cacheFile: join(parts.profileDir, `${place}.db`),
    hasKey,
  }
}

const keyEntry = (deskId: string, key: string, generation: number): string => `${deskId}/key/${placeOf(key, generation)}`
const refreshEntry = (deskId: string, key: string): string => `${deskId}/refresh/${key}`

function uuidV4(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex')
  const variant = ((bytes[8] ?? 0) & 0x3f | 0x80).toString(16)
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `${variant}${hex.slice(18, 20)}`, hex.slice(20)].join('-')
}
