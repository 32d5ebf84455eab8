import * as z from 'zod'
import { PersonId } from '../../ids.ts'

/**
 * A citizen, one id across all domains. The service alone keeps people; a merge points from the id given up
 * to the id kept and can be undone, so references are never rewritten.
 */
export const Person = z.object({
  id: PersonId,
  name: z.string().min(1).max(200),
  email: z.email().max(254).nullable(),
  mergedInto: PersonId.nullable(),
})
export type Person = Readonly<z.infer<typeof Person>>
