import type { Change, Moment } from '../../command.ts'
import { MessageId, type ApplicationId, type PersonId } from '../../ids.ts'

/** A message of the town into the mailbox of an application's citizen; one per command. */
export const messageTo = (
  application: { readonly id: ApplicationId; readonly scope: string; readonly personId: PersonId },
  { subject, text }: { readonly subject: string; readonly text: string },
  { actor, now, newId }: Moment,
): Change => ({
  table: 'messages',
  row: {
    id: MessageId.parse(newId('message')),
    scope: application.scope,
    version: 0,
    applicationId: application.id,
    personId: application.personId,
    direction: 'to-citizen',
    subject,
    text,
    authorId: actor.personId,
    authorName: actor.name,
    sentAt: now,
    providedAt: null,
    retrievedAt: null,
  },
})
