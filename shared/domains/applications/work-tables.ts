import * as z from 'zod'
import { AccountId, ApplicationId, CommentId, PersonId, SavedViewId, TaskId } from '../../ids.ts'
import { JsonObject } from '../../json.ts'
import { defineTable, rowBase } from '../../table.ts'
import { Instant } from '../../time.ts'

/** Something to be done on a case: a step its service orders (`stepKey`), or added by a person. */
export const Task = z.object({
  ...rowBase,
  id: TaskId,
  applicationId: ApplicationId,
  stepKey: z.string().max(40).nullable(),
  title: z.string().min(1).max(200),
  isRequired: z.boolean(),
  assigneeId: PersonId.nullable(),
  assigneeName: z.string().max(120).nullable(),
  dueAt: Instant.nullable(),
  createdAt: Instant,
  doneAt: Instant.nullable(),
  doneBy: PersonId.nullable(),
  doneByName: z.string().max(120).nullable(),
})
export type Task = Readonly<z.infer<typeof Task>>

/** What colleagues say to each other about a case; never part of the file. `mentions` are told, `seenBy` have read it. */
export const Comment = z.object({
  ...rowBase,
  id: CommentId,
  applicationId: ApplicationId,
  text: z.string().min(1).max(4_000),
  mentions: z.array(PersonId).max(20),
  seenBy: z.array(PersonId).max(20),
  authorId: PersonId,
  authorName: z.string().max(120),
  at: Instant,
})
export type Comment = Readonly<z.infer<typeof Comment>>

/** A list with its filters under a name: in the scope of its owner for them alone, in a department's for everybody there. */
export const SavedView = z.object({
  ...rowBase,
  id: SavedViewId,
  accountId: AccountId,
  ownerId: PersonId,
  ownerName: z.string().max(120),
  name: z.string().min(1).max(60),
  /** A `ListQuery` of the contract, checked when it is read: an older desk may not know all of it. */
  query: JsonObject,
  /** Whether to tell the person as soon as there is something in it. */
  tellsWhenFilled: z.boolean(),
  isDeleted: z.boolean(),
})
export type SavedView = Readonly<z.infer<typeof SavedView>>

export const tasks = defineTable({
  name: 'tasks',
  schema: Task,
  columns: {
    id: 'text', scope: 'text', version: 'integer', applicationId: 'text', stepKey: 'text', title: 'text', isRequired: 'boolean',
    assigneeId: 'text', assigneeName: 'text', dueAt: 'instant', createdAt: 'instant', doneAt: 'instant', doneBy: 'text',
    doneByName: 'text',
  },
  deskHolds: 'with-its-application',
})

export const comments = defineTable({
  name: 'comments',
  schema: Comment,
  columns: {
    id: 'text', scope: 'text', version: 'integer', applicationId: 'text', text: 'text', mentions: 'json', seenBy: 'json',
    authorId: 'text', authorName: 'text', at: 'instant',
  },
  deskHolds: 'with-its-application',
})

export const savedViews = defineTable({
  name: 'saved_views',
  schema: SavedView,
  columns: {
    id: 'text', scope: 'text', version: 'integer', accountId: 'text', ownerId: 'text', ownerName: 'text', name: 'text',
    query: 'json', tellsWhenFilled: 'boolean', isDeleted: 'boolean',
  },
  deskHolds: 'all-of-scope',
})
