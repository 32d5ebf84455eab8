import * as z from 'zod'
import { Grant } from '../../actor.ts'
import { AccountId, DepartmentId, PersonId } from '../../ids.ts'
import { defineTable, rowBase } from '../../table.ts'
import { Instant } from '../../time.ts'

/** Stands in for another person between two moments, with that person's grants. */
export const Deputyship = z.object({ forPersonId: PersonId, from: Instant, until: Instant })
export type Deputyship = Readonly<z.infer<typeof Deputyship>>

export const Department = z.object({ ...rowBase, id: DepartmentId, name: z.string().min(1).max(120), position: z.int() })
export type Department = Readonly<z.infer<typeof Department>>

/** An account of a member of staff. Two accounts of one person carry the same `personId`: rules look at persons. */
export const Staff = z.object({
  ...rowBase,
  id: AccountId,
  personId: PersonId,
  login: z.string().min(2).max(80),
  name: z.string().min(1).max(120),
  grants: z.array(Grant).max(60),
  deputyships: z.array(Deputyship).max(60),
  active: z.boolean(),
})
export type Staff = Readonly<z.infer<typeof Staff>>

export const departments = defineTable({
  name: 'departments',
  schema: Department,
  columns: { id: 'text', scope: 'text', version: 'integer', name: 'text', position: 'integer' },
  deskHolds: 'all-of-scope',
})

export const staff = defineTable({
  name: 'staff',
  schema: Staff,
  columns: {
    id: 'text', scope: 'text', version: 'integer', personId: 'text', login: 'text', name: 'text',
    grants: 'json', deputyships: 'json', active: 'boolean',
  },
  deskHolds: 'all-of-scope',
})
