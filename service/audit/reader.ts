import type { Actor, Role } from '../../shared/actor.ts'
import { grantsFor } from '../../shared/actor.ts'
import type { TownId } from '../../shared/ids.ts'
import { townFor } from '../http/town-for.ts'
import { RefusedRequest } from '../http/refusal.ts'
import type { Access } from '../store/access.ts'
import type { AuditPart } from '../../shared/wire/audit.ts'

/** Who may search, verify and give out the log at all. */
const READERS: readonly Role[] = ['administrator', 'data-protection-officer']
/** Who sees of whom an entry tells, and that health data were read. */
const PROTECTORS: readonly Role[] = ['data-protection-officer']

/** Somebody who reads the log, and how much of it. */
export interface AuditReader {
  readonly townId: TownId
  readonly actor: Actor
  /** Reference numbers and names of those concerned, and the health part. */
  readonly seesSubjects: boolean
}

/** Refuses everybody who has neither role for the whole town, and administrators the health part. */
export function auditReader(access: Access, part: AuditPart = 'general'): AuditReader {
  const townId = townFor(access, READERS)
  const seesSubjects = grantsFor(access.actor, PROTECTORS, undefined).length > 0
  if (part === 'health' && !seesSubjects) throw new RefusedRequest({ code: 'commands/not-allowed' })
  return { townId, actor: access.actor, seesSubjects }
}
