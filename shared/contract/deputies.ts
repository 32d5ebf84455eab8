import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Department, Staff } from '../domains/staff/tables.ts'

/** Everybody with an account, and who stands in for whom; the same on every desk of the town. */
export const deputyQueries = {
  deputies: oc.output(z.object({ staff: z.array(Staff), departments: z.array(Department.pick({ id: true, name: true })) })),
}
