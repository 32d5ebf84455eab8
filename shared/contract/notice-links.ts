import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CLOCK_STATES } from '../domains/notices/clock/clock.ts'
import { Day } from '../domains/notices/content.ts'
import { ApplicationId, NoticeId, NoticeRunId } from '../ids.ts'

/** A notice as another screen names it. */
export const NamedNotice = z.object({
  id: NoticeId,
  runId: NoticeRunId,
  name: z.string(),
  /** Kassenzeichen. */
  reference: z.string(),
})
export type NamedNotice = z.infer<typeof NamedNotice>

/** A notice that takes the place of another; `hasLeft` once it is on its way to its recipient, `isPosted` once the other one is replaced by it. */
const Replacement = NamedNotice.extend({ runTitle: z.string(), hasLeft: z.boolean(), isPosted: z.boolean() })

/** A run of replacements in preparation which others of its kind may join. */
const OpenRun = z.object({ id: NoticeRunId, title: z.string(), letters: z.int().min(1), firstReference: z.string() })

/** Notices on both sides of one: what it replaces, what takes its place, and the run that a replacement of it could join. */
export const Replacements = z.object({ replaces: NamedNotice.nullable(), by: Replacement.nullable(), joins: OpenRun.nullable() })
export type Replacements = z.infer<typeof Replacements>

/** A notice to which somebody objected in a case, with the days of its clock as of today; null where they cannot be said (yet). */
export const ObjectedNotice = NamedNotice.extend({
  kindTitle: z.string(),
  objectedOn: Day,
  /** Whether the objection came before the end of its period; null where no period runs yet. */
  isInTime: z.boolean().nullable(),
  sentOn: Day.nullable(),
  announcedOn: Day.nullable(),
  /** The last day on which somebody can object or sue. */
  endOn: Day.nullable(),
  state: z.enum(CLOCK_STATES),
})
export type ObjectedNotice = z.infer<typeof ObjectedNotice>

/** A notice that went out, found by its name or Kassenzeichen. */
export const FoundNotice = NamedNotice.extend({ sentOn: Day.nullable() })
export type FoundNotice = z.infer<typeof FoundNotice>

export const MOST_FOUND_NOTICES = 8

export const noticeLinksContract = {
  replacements: oc.input(z.object({ noticeId: NoticeId })).output(Replacements),
  /** Notices against which a case is the objection; the earliest first. `canLink`: this person has notices to choose from. */
  objections: oc.input(z.object({ applicationId: ApplicationId })).output(z.object({ notices: z.array(ObjectedNotice), canLink: z.boolean() })),
  /** Notices that went out in whose name or Kassenzeichen these words stand, at most so many, the newest run first. */
  find: oc.input(z.object({ text: z.string().max(100) })).output(z.object({ notices: z.array(FoundNotice).max(MOST_FOUND_NOTICES) })),
}
