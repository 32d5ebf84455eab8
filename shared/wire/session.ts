import * as z from 'zod'
import { Role } from '../actor.ts'
import { AccountId, DepartmentId, PersonId, TownId } from '../ids.ts'
import { Instant } from '../time.ts'
import { ScopeOnWire } from './feed.ts'

/** Who is signed in, with which rights now, and where each of their scopes stands. */
export const SessionReply = z.object({
  townId: TownId,
  townName: z.string().max(120),
  accountId: AccountId,
  personId: PersonId,
  name: z.string().max(120),
  grants: z.array(z.object({ role: Role, departmentId: DepartmentId.nullable(), viaPersonId: PersonId.nullable(), viaName: z.string().max(120).nullable() })).max(200),
  /** Until when the rights lent by each of these persons last. */
  lent: z.array(z.object({ personId: PersonId, until: Instant })).max(60),
  scopes: z.array(z.object({ scope: ScopeOnWire, epoch: z.string().max(80) })).max(200),
  head: z.int().min(0),
  now: Instant,
  /** 32 random bytes in base64, one per account and desk: unwraps this desk's cache key after an online sign-in. */
  deskSecret: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  /** The town's recovery key (X25519, raw, base64) to which unsent commands are sealed. */
  recoveryKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  /** Whether this is a demo town, which may start without a keychain. */
  demo: z.boolean(),
})
export type SessionReply = z.infer<typeof SessionReply>
