import { expect, test } from 'vitest'
import { CHANNELS } from '../../shared/domains/applications/tables.ts'
import { readsMailbox } from '../../shared/domains/people/reads-mailbox.ts'

const FORM = { emailKey: 'email' }

test('without an e-mail address only the town’s own portal leads somebody to their mailbox', () => {
  expect(CHANNELS.filter(channel => readsMailbox({ channel, form: { email: ' ' } }, FORM))).toEqual(['portal'])
})

test('with an e-mail address everybody reads it', () => {
  expect(CHANNELS.filter(channel => readsMailbox({ channel, form: { email: ' Aenne@Example.org ' } }, FORM))).toEqual([...CHANNELS])
})
