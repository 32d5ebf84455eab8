import * as z from 'zod'
import { defineCommand, type Change } from '../../command.ts'
import { CommentId, PersonId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import { OnApplication, theApplication } from './on-application.ts'
import { CASE_WORKERS } from './rules.ts'

/** Says something about a case to colleagues; those mentioned are told. It never becomes part of the file. */
export const addComment = defineCommand({
  name: 'comments.add',
  version: 1,
  input: OnApplication.extend({ text: z.string().max(4_000), mentions: z.array(PersonId).max(20) }),
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: theApplication,
  decide: (state, input, { actor, now, newId }) => {
    const application = state.get('applications', input.applicationId)
    if (!application) return refuse('applications/not-found')
    const text = input.text.trim()
    if (!text) return refuse('comments/empty')
    const mentions = [...new Set(input.mentions)].filter(person => person !== actor.personId)
    return ok([{
      table: 'comments',
      row: {
        id: CommentId.parse(newId('comment')), scope: application.scope, version: 0, applicationId: application.id, text, mentions,
        seenBy: [], authorId: actor.personId, authorName: actor.name, at: now,
      },
    }])
  },
})

/** Takes the mark off comments in which the person is mentioned, once they have them on the screen. */
export const seeComments = defineCommand({
  name: 'comments.see',
  version: 1,
  input: OnApplication.extend({ commentIds: z.array(CommentId).min(1).max(50) }),
  offline: 'queue',
  isByItself: true,
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: input => [...theApplication(input), ...input.commentIds.map(id => ({ table: 'comments', id }) as const)],
  decide: (state, input, { actor }) => {
    const comments = input.commentIds.map(id => state.get('comments', id))
    return ok(comments.flatMap((comment): readonly Change[] => {
      if (comment?.applicationId !== input.applicationId || !comment.mentions.includes(actor.personId)) return []
      return comment.seenBy.includes(actor.personId) ? [] : [{ table: 'comments', row: { ...comment, seenBy: [...comment.seenBy, actor.personId] } }]
    }))
  },
})

export const commentCommands = [addComment, seeComments] as const
