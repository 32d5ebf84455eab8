import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { DepartmentId, SavedViewId } from '../ids.ts'
import { Instant } from '../time.ts'
import { ListQuery } from './applications.ts'

/** A saved view as a person sees it. */
export const ShownView = z.object({
  id: SavedViewId,
  name: z.string(),
  /** Null where this version of the desk does not know all that was kept. */
  query: ListQuery.nullable(),
  /** The department that shares it; null: the person's own. */
  departmentId: DepartmentId.nullable(),
  ownerName: z.string(),
  isOwn: z.boolean(),
  mayChange: z.boolean(),
  tellsWhenFilled: z.boolean(),
  /** How many cases are in it. Counted so far and no further when `capped`. */
  count: z.int(),
  capped: z.boolean(),
})
export type ShownView = Readonly<z.infer<typeof ShownView>>

/** A view that tells its owner, and since when there has been something in it. */
export const FilledView = z.object({ id: SavedViewId, name: z.string(), since: Instant })
export type FilledView = Readonly<z.infer<typeof FilledView>>

export const viewQueries = {
  list: oc.output(z.object({ views: z.array(ShownView) })),
  /** The person's own views that tell them and have something in them: as it stands, then at each change. */
  filled: oc.output(eventIterator(z.object({ views: z.array(FilledView) }))),
}
