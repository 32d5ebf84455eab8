import { oc } from '@orpc/contract'
import * as z from 'zod'
import { AccountId, DepartmentId, PersonId } from '../ids.ts'

/** Somebody a case can go to, with how much they have on their desk already. */
export const Colleague = z.object({ accountId: AccountId, personId: PersonId, name: z.string(), openCases: z.int() })
export type Colleague = z.infer<typeof Colleague>

/** What one chooses from when handling cases. */
export const handlingContract = {
  /** Who works on cases of a department, or of any the person works in (null). */
  colleagues: oc.input(z.object({ departmentId: DepartmentId.nullable() })).output(z.object({ people: z.array(Colleague) })),
  /** Tags in use, in the order of the alphabet. */
  tags: oc.output(z.object({ tags: z.array(z.string()) })),
}
