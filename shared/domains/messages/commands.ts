import * as z from 'zod'
import { defineCommand } from '../../command.ts'
import { ApplicationId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import { messageTo } from '../people/message-to.ts'
import { beginCall } from './begin-call-command.ts'
import { answerConversation, assignConversation, closeConversation, noteConversation, readConversation, reopenConversation } from './conversation-commands.ts'
import { setAbsence, setMessageDesk } from './desk-commands.ts'
import { linkConversation, redirectConversation, unlinkConversation } from './pass-on-commands.ts'

/** Writes to the citizen about an application: into the mailbox; the e-mail only says that something is waiting there. */
export const send = defineCommand({
  name: 'messages.send',
  version: 1,
  input: z.object({ applicationId: ApplicationId, subject: z.string().max(200), text: z.string().max(8_000) }),
  offline: 'queue',
  roles: ['clerk', 'lead'],
  onlyIfUnchanged: false,
  reads: input => [{ table: 'applications', id: input.applicationId }],
  decide: (state, input, moment) => {
    const application = state.get('applications', input.applicationId)
    if (!application) return refuse('applications/not-found')
    const text = input.text.trim()
    const subject = input.subject.trim() || application.subject
    if (!text) return refuse('messages/empty')
    return ok([{ table: 'messages', row: messageTo(application, { subject, text }, moment) }])
  },
})

/** Takes the mark "unread message" off an application once somebody has read the citizen's message. */
export const markRead = defineCommand({
  name: 'messages.mark-read',
  version: 1,
  input: z.object({ applicationId: ApplicationId }),
  offline: 'queue',
  roles: ['clerk', 'lead'],
  onlyIfUnchanged: false,
  reads: input => [{ table: 'applications', id: input.applicationId }],
  decide: (state, input) => {
    const application = state.get('applications', input.applicationId)
    if (!application) return refuse('applications/not-found')
    return ok([{ table: 'applications', row: { ...application, unreadMessages: 0 } }])
  },
})

export const messageCommands = [
  send, markRead, beginCall, answerConversation, noteConversation, readConversation, assignConversation, closeConversation, reopenConversation, redirectConversation, linkConversation, unlinkConversation, setMessageDesk,
  setAbsence,
] as const
