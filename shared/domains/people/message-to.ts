import type { Moment } from '../../command.ts'
import { MessageId, type ApplicationId, type PersonId } from '../../ids.ts'
import type { RowOf } from '../../tables.ts'

/** A message of the town for the mailbox of an application's citizen; `label` tells several of one command apart. */
export const messageTo = (
  application: { readonly id: ApplicationId; readonly scope: string; readonly personId: PersonId },
  { subject, text }: { readonly subject: string; readonly text: string },
  { actor, now, newId }: Moment,
  label = 'message',
): RowOf<'messages'> => ({
  id: MessageId.parse(newId(label)),
  scope: application.scope,
  version: 0,
  applicationId: application.id,
  personId: application.personId,
  direction: 'to-citizen',
  subject,
  text,
  attachmentIds: [],
  authorId: actor.personId,
  authorName: actor.name,
  sentAt: now,
  providedAt: null,
  retrievedAt: null,
})
