import * as z from 'zod'
import { defineCommand } from '../../command.ts'
import { ConsentId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import { STAFF } from './prepare-commands.ts'
import { MailboxConsent } from './tables.ts'

/** Somebody agreed on paper to get the notices of a kind under a Kassenzeichen in their mailbox. An earlier agreement to the same ends with it. */
export const enterConsent = defineCommand({
  name: 'notices.enter-consent',
  version: 1,
  input: MailboxConsent.pick({ kindId: true, reference: true, name: true, email: true }),
  offline: 'queue',
  roles: STAFF,
  onlyIfUnchanged: false,
  reads: ({ kindId }) => [{ table: 'notice_kinds', id: kindId }],
  decide: (state, { kindId, reference, name, email }, moment) => {
    const kind = state.get('notice_kinds', kindId)
    if (!kind?.active) return refuse('notices/no-kind')
    if (!kind.offersMailbox) return refuse('notices/no-mailbox')
    const consent: MailboxConsent = {
      id: ConsentId.parse(moment.newId('consent')), scope: kind.scope, version: 0, kindId, reference: reference.trim(), name: name.trim(), email: email.trim(), givenAt: moment.now, how: 'paper',
      enteredByName: moment.actor.name, withdrawnAt: null, emailFailedAt: null,
    }
    if (consent.reference === '' || consent.name === '') return refuse('notices/consent-incomplete')
    return ok([{ table: 'mailbox_consents', row: consent }])
  },
})

/** From now on notices under it go by post again, also one that lies unopened in the mailbox. */
export const withdrawConsent = defineCommand({
  name: 'notices.withdraw-consent',
  version: 1,
  input: z.object({ consentId: ConsentId }),
  offline: 'queue',
  roles: STAFF,
  onlyIfUnchanged: false,
  reads: ({ consentId }) => [{ table: 'mailbox_consents', id: consentId }],
  decide: (state, { consentId }, { now }) => {
    const consent = state.get('mailbox_consents', consentId)
    if (!consent) return refuse('commands/record-missing', { table: 'mailbox_consents' })
    return consent.withdrawnAt ? refuse('notices/consent-ended') : ok([{ table: 'mailbox_consents', row: { ...consent, withdrawnAt: now } }])
  },
})
