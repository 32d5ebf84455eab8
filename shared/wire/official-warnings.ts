import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Instant } from '../time.ts'

/** Why a source said nothing that could be used when it was asked last. */
export const SOURCE_PROBLEMS = ['unreachable', 'refused', 'redirected', 'too-large', 'not-understood'] as const

/** Where official warnings come from: an address that is asked every minute, or a folder into which others put files. */
export const WarningSource = z.object({
  kind: z.enum(['address', 'folder']),
  /** Host and path, or the folder's own name; never what stands behind a question mark. */
  name: z.string().max(300),
  askedAt: Instant,
  /** When it last answered as it should; how old the picture is follows from it. Null: never yet. */
  answeredAt: Instant.nullable(),
  problem: z.enum(SOURCE_PROBLEMS).nullable(),
})
export type WarningSource = z.infer<typeof WarningSource>

/** Empty where the town has set up none. */
export const WarningSources = z.object({ sources: z.array(WarningSource).max(40) })
export type WarningSources = z.infer<typeof WarningSources>

/** What the service alone knows of warnings of other authorities; under `/v1`. */
export const officialWarningsContract = {
  sources: oc
    .route({ method: 'GET', path: '/alerts/warning-sources', tags: ['alerts'], summary: 'Where official warnings come from, and when each source answered last' })
    .output(WarningSources),
}
