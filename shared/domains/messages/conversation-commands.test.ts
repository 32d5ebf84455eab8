import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { germanDay, isWorkingDay, startOfGermanDay } from '../../german-days.ts'
import { AccountId, ApplicationId, AttachmentId, DepartmentId, MessageId } from '../../ids.ts'
import { rowsUnderCommands } from '../../testing.ts'
import { instantFromMs } from '../../time.ts'
import { anActor, aStaffAccount } from '../staff/testing.ts'
import { awayText, isAway } from './absence.ts'
import { beginCall } from './begin-call-command.ts'
import { answerConversation, assignConversation, closeConversation, noteConversation, readConversation, reopenConversation } from './conversation-commands.ts'
import { setAbsence, setMessageDesk } from './desk-commands.ts'
import { redirectConversation } from './pass-on-commands.ts'
import { filledAnswer, openPlaces } from './placeholders.ts'
import { aConversation, aMessageDesk, MESSAGES_NOW } from './testing.ts'
import { answerDue, isOverdue, withAnswer, withQuestion } from './waiting.ts'

const one = aConversation()
const clerk = anActor('clerk')
const desk = (...more: Parameters<typeof rowsUnderCommands>[0]) => rowsUnderCommands([{ table: 'conversations', row: one }, ...more], clerk, MESSAGES_NOW)
const known = { conversationId: one.id, seenQuestion: one.openQuestionId }
const answer = { conversationId: one.id, text: 'Wir kümmern uns.', files: [], seen: null, seenQuestion: one.openQuestionId, closes: false }

describe('an answer', () => {
  test('ends the waiting and says whose conversation it is', () => {
    const town = desk()
    expect(town.run(answerConversation, answer)).toBe('ok')
    expect(town.get('conversations', one.id)).toMatchObject({ state: 'answered', unread: 0, waitingSince: null, dueAt: null, assigneeName: clerk.name, lastAnswerByName: clerk.name })
  })

  test.each([
    ['without words', {}, { ...answer, text: '  ' }, 'messages/empty'],
    ['that nobody could read', { via: 'telephone', email: null } as const, answer, 'messages/no-way'],
    ['to what a colleague has closed meanwhile', { state: 'closed' } as const, answer, 'messages/closed-meanwhile'],
    ['of somebody who has not seen the answer of a colleague', { lastAnswerId: MessageId.parse('0192a000-0000-7000-8000-00000000aaaa'), lastAnswerByName: 'Petra Lindner' }, answer, 'messages/answered-meanwhile'],
  ])('%s is refused', (_name, overrides, input, code) => {
    const town = rowsUnderCommands([{ table: 'conversations', row: aConversation('one', overrides) }], clerk, MESSAGES_NOW)
    expect(town.run(answerConversation, input)).toMatchObject({ code })
  })

  test('takes files along, never under the id of another one', () => {
    const file = { id: AttachmentId.parse('0192a000-0000-7000-8000-00000000f11e'), filename: 'C:\\Plan.pdf', mediaType: 'application/pdf', size: 5, sha256: 'a'.repeat(64) }
    const town = desk()
    expect(town.run(answerConversation, { ...answer, files: [file] })).toBe('ok')
    expect(town.get('conversation_files', file.id)).toMatchObject({ filename: 'Plan.pdf', conversationId: one.id })
    const seen = town.get('conversations', one.id)?.lastAnswerId ?? null
    expect(town.run(answerConversation, { ...answer, files: [file], seen })).toMatchObject({ code: 'blobs/not-found' })
  })
})

test('sent and closed in one go; whoever has more to say opens it again', () => {
  const town = desk()
  expect(town.run(answerConversation, { ...answer, closes: true })).toBe('ok')
  const { state, lastAnswerId } = town.get('conversations', one.id) ?? one
  expect([state, town.run(answerConversation, { ...answer, seen: lastAnswerId })]).toMatchObject(['closed', { code: 'messages/closed-meanwhile' }])
  expect([town.run(reopenConversation, { conversationId: one.id }), town.run(answerConversation, { ...answer, seen: lastAnswerId })]).toEqual(['ok', 'ok'])
})

describe('a question that whoever acts has not seen', () => {
  const more = MessageId.parse('0192a000-0000-7000-8000-00000000bbbb')
  const asked = withQuestion(one, { id: more, at: MESSAGES_NOW }, startOfGermanDay('2027-01-01'))
  const town = () => rowsUnderCommands([{ table: 'conversations', row: asked }], clerk, MESSAGES_NOW)

  test.each([false, true])('goes on waiting after an answer to the one before (closing with it: %s)', closes => {
    const desks = town()
    expect(desks.run(answerConversation, { ...answer, closes })).toBe('ok')
    expect(desks.get('conversations', one.id)).toMatchObject({ state: 'open', unread: 2, waitingSince: one.waitingSince, dueAt: one.dueAt, openQuestionId: more, lastAnswerByName: clerk.name, closedAt: null })
  })

  test('is neither closed nor marked as read', () => {
    const desks = town()
    expect([desks.run(closeConversation, known), desks.run(readConversation, { ...known, isRead: true })]).toMatchObject([{ code: 'messages/written-meanwhile' }, { code: 'messages/written-meanwhile' }])
    expect(desks.get('conversations', one.id)).toMatchObject({ unread: 2, waitingSince: one.waitingSince })
    expect([desks.run(readConversation, { ...known, isRead: false }), desks.run(closeConversation, { ...known, seenQuestion: more })]).toEqual(['ok', 'ok'])
  })

  test('what one has answered oneself is closed without more', () => {
    const desks = desk()
    expect([desks.run(answerConversation, answer), desks.run(closeConversation, { ...known, seenQuestion: null })]).toEqual(['ok', 'ok'])
  })
})

describe('rights', () => {
  const elsewhere = anActor('lead', '2', { grants: [{ role: 'lead', departmentId: DepartmentId.parse('bau'), viaPersonId: null, viaName: null }] })

  test('nobody of another department learns that there is a conversation', () => {
    for (const run of [
      () => desk().run(answerConversation, answer, elsewhere), () => desk().run(noteConversation, { conversationId: one.id, text: 'x' }, elsewhere),
      () => desk().run(readConversation, { ...known, isRead: true }, elsewhere), () => desk().run(closeConversation, known, elsewhere),
    ])
      expect(run()).toMatchObject({ code: 'commands/record-missing' })
  })

  test('a lead sets the desk of the own department alone', () => {
    const { id, scope, version, ...content } = aMessageDesk()
    const town = desk({ table: 'departments', row: { id, scope, version, name: 'Ordnungsamt', position: 1, letterhead: null, closedAt: null } })
    expect(town.run(setMessageDesk, { departmentId: id, content }, elsewhere)).toMatchObject({ code: 'commands/not-allowed' })
    expect(town.run(setMessageDesk, { departmentId: id, content: { ...content, absence: { fromDay: '2026-12-24', untilDay: '2026-12-20', text: { de: '', en: '' } } } }, anActor('lead'))).toMatchObject({ code: 'messages/wrong-days' })
    expect(town.run(setMessageDesk, { departmentId: id, content }, anActor('lead'))).toBe('ok')
  })

  test('one is away for oneself alone', () => {
    const account = aStaffAccount({ id: clerk.accountId, personId: clerk.personId })
    const town = desk({ table: 'staff', row: account })
    const absence = { fromDay: '2026-11-23', untilDay: '2026-11-27', text: { de: '', en: '' } }
    expect(town.run(setAbsence, { accountId: account.id, absence }, anActor('clerk', '2'))).toMatchObject({ code: 'commands/not-allowed' })
    expect(town.run(setAbsence, { accountId: account.id, absence })).toBe('ok')
    expect(town.get('absence_notes', clerk.personId)?.absence).toEqual(absence)
  })
})

test('assigned to somebody who works there, or to nobody', () => {
  const colleague = aStaffAccount({ id: AccountId.parse('0192a000-0000-7000-8000-0000000000b7'), name: 'Lars' })
  const stranger = aStaffAccount({ id: AccountId.parse('0192a000-0000-7000-8000-0000000000b8'), grants: [{ role: 'clerk', departmentId: DepartmentId.parse('bau') }] })
  const town = desk({ table: 'staff', row: colleague }, { table: 'staff', row: stranger })
  expect(town.run(assignConversation, { conversationId: one.id, accountId: stranger.id })).toMatchObject({ code: 'messages/not-a-colleague' })
  expect(town.run(assignConversation, { conversationId: one.id, accountId: colleague.id })).toBe('ok')
  expect(town.get('conversations', one.id)).toMatchObject({ state: 'open', assigneeName: 'Lars' })
  expect(town.run(assignConversation, { conversationId: one.id, accountId: null })).toBe('ok')
  expect(town.get('conversations', one.id)).toMatchObject({ state: 'open', assigneeId: null })
})

test('passed on it lies free in the other department; what belongs to a case goes with the case alone', () => {
  const bau = { id: DepartmentId.parse('bau'), scope: 'town', version: 1, name: 'Bauamt', position: 2, letterhead: null, closedAt: null }
  const town = rowsUnderCommands([{ table: 'conversations', row: aConversation('one', { unread: 0 }) }, { table: 'departments', row: bau }], clerk, MESSAGES_NOW)
  const input = { conversationId: one.id, departmentId: bau.id, reason: 'Straßenlaternen' }
  expect(town.run(redirectConversation, input)).toBe('ok')
  expect(town.get('conversations', one.id)).toMatchObject({ scope: 'department:bau', state: 'new', assigneeId: null, unread: 1 })
  const linked = rowsUnderCommands([{ table: 'conversations', row: aConversation('one', { applicationId: ApplicationId.parse('0192a000-0000-7000-8000-00000000ca5e') }) }, { table: 'departments', row: bau }], clerk, MESSAGES_NOW)
  expect(linked.run(redirectConversation, input)).toMatchObject({ code: 'messages/wrong-state' })
  const closed = rowsUnderCommands([{ table: 'conversations', row: one }, { table: 'departments', row: { ...bau, closedAt: MESSAGES_NOW } }], clerk, MESSAGES_NOW)
  expect(closed.run(redirectConversation, input)).toMatchObject({ code: 'staff/department-closed' })
})

test('a call is taken down and waits for an answer', () => {
  const { id, scope, version } = aMessageDesk()
  const town = rowsUnderCommands([{ table: 'departments', row: { id, scope, version, name: 'Ordnungsamt', position: 1, letterhead: null, closedAt: null } }, { table: 'message_desks', row: aMessageDesk({ answerDays: 1 }) }], clerk, MESSAGES_NOW)
  const call = { departmentId: id, via: 'telephone' as const, name: 'Herr Ohm', email: null, phone: '03935 1', language: 'de' as const, subject: '', text: 'Bittet um Rückruf wegen der Laterne.' }
  expect(town.run(beginCall, { ...call, name: ' ' })).toMatchObject({ code: 'messages/name-missing' })
  expect(town.run(beginCall, call)).toBe('ok')
  expect(town.run(closeConversation, known)).toMatchObject({ code: 'commands/record-missing' })
})

test('closed and opened again, each once', () => {
  const town = desk()
  const about = { conversationId: one.id }
  expect([town.run(reopenConversation, about), town.run(closeConversation, known), town.run(closeConversation, known), town.run(reopenConversation, about)]).toMatchObject([{ code: 'messages/wrong-state' }, 'ok', { code: 'messages/wrong-state' }, 'ok'])
  expect(town.get('conversations', one.id)).toMatchObject({ state: 'open', closedAt: null })
})

test('opened again, whoever had no answer waits since they wrote, with a new day to answer by; whoever had one does not', () => {
  const about = { conversationId: one.id }
  const town = desk({ table: 'message_desks', row: aMessageDesk({ answerDays: 1 }) })
  expect([town.run(closeConversation, known), town.run(reopenConversation, about)]).toEqual(['ok', 'ok'])
  expect(town.get('conversations', one.id)).toMatchObject({ waitingSince: one.lastMessageAt, dueAt: answerDue(MESSAGES_NOW, 1) })
  const answered = desk()
  expect([answered.run(answerConversation, { ...answer, closes: true }), answered.run(reopenConversation, about)]).toEqual(['ok', 'ok'])
  expect(answered.get('conversations', one.id)).toMatchObject({ state: 'open', waitingSince: null, dueAt: null })
})

describe('waiting', () => {
  test('holidays and closures do not count', () => {
    const friday = instantFromMs(Date.UTC(2026, 11, 23, 9))
    expect(germanDay(answerDue(friday, 3))).toBe('2026-12-29')
    expect(germanDay(answerDue(friday, 3, day => day === '2026-12-28'))).toBe('2026-12-30')
  })

  test('always ends on a working day after the message', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 1, max: 60 }), (days, amount) => {
      const from = instantFromMs(Date.UTC(2024, 0, 1, 12) + days * 86_400_000)
      const due = germanDay(answerDue(from, amount))
      expect([isWorkingDay(due), due > germanDay(from)]).toEqual([true, true])
    }))
  })

  test('who asks again is not put back in the queue', () => {
    const asked = { id: MessageId.parse('0192a000-0000-7000-8000-00000000bbbb'), at: MESSAGES_NOW }
    const again = withQuestion(one, asked, startOfGermanDay('2027-01-01'))
    expect(again).toMatchObject({ unread: 2, waitingSince: one.waitingSince, dueAt: one.dueAt, state: 'new' })
    const answered = withAnswer(again, { id: MessageId.parse('0192a000-0000-7000-8000-00000000aaaa'), at: MESSAGES_NOW, by: clerk, seenQuestion: asked.id })
    expect(withQuestion(answered, asked, startOfGermanDay('2027-01-01'))).toMatchObject({ state: 'open', waitingSince: MESSAGES_NOW, dueAt: startOfGermanDay('2027-01-01') })
    expect([isOverdue(one, MESSAGES_NOW), isOverdue(one, startOfGermanDay('2026-11-27')), isOverdue(answered, startOfGermanDay('2030-01-01'))]).toEqual([false, true, false])
  })
})

test('an absence counts from its first day to the end of its last', () => {
  const absence = { fromDay: '2026-11-23', untilDay: '2026-11-24', text: { de: 'Vertretung: Bürgerbüro.', en: '' } }
  expect(['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'].map(day => isAway(absence, startOfGermanDay(day)))).toEqual([false, true, true, false])
  const said = awayText('de', { absence, backOn: '2026-11-25' }, '2026-11-30')
  expect(said).toContain('Mittwoch, 25. November 2026')
  expect(said).toContain('Montag, 30. November 2026')
  expect(said).toContain('Vertretung: Bürgerbüro.')
})

test('a block of text is filled with what a message knows, the rest stays to be seen', () => {
  const text = filledAnswer(['Guten Tag {{applicantName}},', 'zu {{subject}}: {{amount}}'], { name: 'Änne', subject: 'Laterne', clerkName: 'K', department: 'O', today: 'heute' })
  expect(text).toBe('Guten Tag Änne,\n\nzu Laterne: {{amount}}')
  expect(openPlaces(text)).toEqual(['{{amount}}'])
})
