import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { Role } from '../actor.ts'
import { AccountId, DepartmentId, PersonId } from '../ids.ts'
import { Instant } from '../time.ts'
import { Facts } from '../wire/commands.ts'
import { refusable } from './refusable.ts'

export const SignedInPerson = z.object({
  accountId: AccountId,
  personId: PersonId,
  name: z.string(),
  grants: z.array(z.object({ role: Role, departmentId: DepartmentId.nullable(), viaPersonId: PersonId.nullable(), viaName: z.string().nullable() })),
})
export type SignedInPerson = z.infer<typeof SignedInPerson>

/**
 * signed-out ─sign in─▶ signed-in ─idle, lock─▶ locked ─PIN or sign in─▶ signed-in
 *      └────────PIN, offline, at most 24 h after the last sign-in────────▲
 */
export const SessionState = z.discriminatedUnion('kind', [
  /** `offlineUnlock`: who may open this desk by PIN without the service, and until when. */
  z.object({
    kind: z.literal('signed-out'),
    offlineUnlock: z.object({ name: z.string(), until: Instant, attemptsLeft: z.int() }).nullable(),
    /** Why the last session ended or the last sign-in failed, as an error code, or null. */
    problem: z.string().nullable(),
    /** What the sentence of that code needs. */
    facts: Facts.optional(),
  }),
  z.object({ kind: z.literal('signing-in') }),
  z.object({ kind: z.literal('locked'), name: z.string(), pinSet: z.boolean(), attemptsLeft: z.int() }),
  z.object({
    kind: z.literal('signed-in'),
    person: SignedInPerson,
    townName: z.string(),
    pinSet: z.boolean(),
    /** The demo runs without a keychain: a banner says so and stays. */
    keyInFile: z.boolean(),
  }),
])
export type SessionState = z.infer<typeof SessionState>

export const sessionContract = {
  watch: oc.output(eventIterator(SessionState)),
  /** Starts a sign-in. `authorizationUrl` is where the page must go; null when the shell has opened the system's browser. */
  signIn: oc.output(refusable(z.object({ authorizationUrl: z.string().nullable() }))),
  signOut: oc.output(refusable(z.object({}))),
  lock: oc.output(refusable(z.object({}))),
  unlock: oc.input(z.object({ pin: z.string().min(1).max(64) })).output(refusable(z.object({}))),
  /** After `keychain/key-lost`: the next sign-in makes a new key and loads anew. The old files stay where they are, unreadable. */
  startAfresh: oc.output(refusable(z.object({}))),
  setPin: oc.input(z.object({ pin: z.string().min(1).max(64) })).output(refusable(z.object({}))),
  /** Any sign of a person at the desk puts the idle lock off. */
  active: oc.output(z.object({})),
}
