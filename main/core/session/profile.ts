import { closeSync, fsyncSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { ok, refuse, type Result } from '../../../shared/result.ts'

/** What a desk remembers in plain text: random ids and hashes only, no names. */
const Profile = z.object({
  version: z.literal(1),
  deskId: z.uuid(),
  /** Where this desk's secrets lie; null until the first is kept. */
  backend: z.enum(['keytar', 'keyring', 'file', 'memory']).nullable(),
  /** Every account that was signed in here. `generation` rises when a lost key is replaced, so that the old files stay. */
  accounts: z.record(z.string(), z.object({ generation: z.int().min(0), hasKey: z.boolean() })),
  /** The account that signed in last; it may unlock by PIN. */
  last: z.string().nullable(),
})
export type Profile = Readonly<z.infer<typeof Profile>>

const FILE = 'desk.json'

/** Reads the profile, or begins one. Refusal: `storage/unreadable` when it is damaged or of a newer app; it is left as it is. */
export function readProfile(folder: string, newId: () => string): Result<Profile> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!existsSync(join(folder, FILE))) return ok(begin(folder, newId()))
  try {
    return ok(Profile.parse(JSON.parse(readFileSync(join(folder, FILE), 'utf8'))))
  } catch {
    return refuse('storage/unreadable', { file: FILE })
  }
}

function begin(folder: string, deskId: string): Profile {
  const profile: Profile = { version: 1, deskId, backend: null, accounts: {}, last: null }
  writeProfile(folder, profile)
  return profile
}

export function writeProfile(folder: string, profile: Profile): void {
  replaceFile(join(folder, FILE), JSON.stringify(profile))
}

/** Replaces a file as a whole or not at all, readable by its owner only. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const file = openSync(`${path}.new`, 'w', 0o600)
  try {
    // All of it: a single write may take only a part of it when the disk is nearly full, and say nothing.
    writeFileSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(`${path}.new`, path)
}

/** Where an account's key and cache of a generation lie, in keychain and profile alike. */
export const placeOf = (accountKey: string, generation: number): string => (generation === 0 ? accountKey : `${accountKey}-${generation}`)
