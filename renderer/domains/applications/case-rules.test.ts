import { expect, test } from 'vitest'
import type * as z from 'zod'
import type { WholeCase } from '../../../shared/contract/applications.ts'
import type { Role } from '../../../shared/actor.ts'
import { hashOfDecision } from '../../../shared/domains/applications/rules.ts'
import { aDecision, aForm, anApplication, aTownService } from '../../../shared/domains/applications/testing.ts'
import { anActor } from '../../../shared/domains/staff/testing.ts'
import { ApplicationId } from '../../../shared/ids.ts'
import { instantFromMs } from '../../../shared/time.ts'
import { refusalOfMerge, refusalsOn } from './case-rules.ts'

type Whole = z.infer<typeof WholeCase>

const whole = (application = anApplication(), decision: Whole['decision'] = null): Whole => ({
  application, decision, service: aTownService(), form: aForm(), departmentName: 'Ordnungsamt', department: null, letterTemplates: [], textBlocks: [], earlierDecisions: [], events: [], messages: [], attachments: [], tasks: [], comments: [], pending: [],
})

const person = (role: Role, digit: string) => {
  const { grants, ...rest } = anActor(role, digit)
  return { ...rest, grants: [...grants] }
}

const codes = (shown: Whole, role: Role, digit: string) =>
  Object.fromEntries(Object.entries(refusalsOn(shown, person(role, digit), 0)).map(([action, refusal]) => [action, refusal?.code ?? 'possible']))

const held = anApplication({ status: 'in-progress', assigneeId: anActor('clerk', '1').personId, assigneeName: 'Person 1' })
const proposed = anApplication({ ...held, status: 'proposed', decisionId: aDecision().id, outcome: 'granted' })
const proposal = aDecision({ contentHash: hashOfDecision(proposed, aDecision()) })

test('a received case can be claimed, laid back, ended or handed over, and nothing else', () => {
  expect(codes(whole(), 'clerk', '1')).toEqual({
    certify: 'applications/not-deemed-granted',
    claim: 'possible', release: 'applications/wrong-status', propose: 'applications/wrong-status',
    approve: 'applications/wrong-status', return: 'applications/wrong-status', reject: 'applications/wrong-status',
    ask: 'applications/wrong-status', resume: 'applications/wrong-status', extend: 'applications/wrong-status',
    'hand-over': 'possible', reopen: 'commands/not-allowed', 'follow-up': 'possible', close: 'possible',
  })
})

test('who holds a case may propose, refusals with a reason still to be written included', () => {
  expect(codes(whole(held), 'clerk', '1')).toMatchObject({ propose: 'possible', release: 'possible' })
  expect(codes(whole(held), 'clerk', '2')).toMatchObject({ claim: 'applications/already-claimed', propose: 'applications/not-assigned-to-you', release: 'applications/not-assigned-to-you' })
})

test('a second lead may settle a proposal, its author may not, a clerk may not', () => {
  const shown = whole(proposed, proposal)
  expect(codes(shown, 'lead', '2')).toMatchObject({ approve: 'possible', return: 'possible', reject: 'possible' })
  expect(codes(shown, 'lead', '1')).toMatchObject({ approve: 'applications/own-proposal', return: 'applications/own-proposal' })
  expect(codes(shown, 'clerk', '2')).toMatchObject({ approve: 'commands/not-allowed' })
})

test('a proposal whose content has changed cannot be released from this screen', () => {
  expect(codes(whole({ ...proposed, attachmentCount: 9 }, proposal), 'lead', '2')).toMatchObject({ approve: 'applications/proposal-changed' })
})

const dueAt = '2026-12-01T22:59:59.999Z' as NonNullable<Whole['application']['dueAt']>
const asked = anApplication({ ...held, suspendedAt: instantFromMs(0), heldDueAt: dueAt })

test('the clock of an own case in work: asking always, going on only where it stands, extending only where it runs', () => {
  expect(codes(whole(anApplication({ ...held, dueAt })), 'clerk', '1')).toMatchObject({ ask: 'possible', resume: 'applications/clock-runs', extend: 'possible' })
  expect(codes(whole(asked), 'clerk', '1')).toMatchObject({ ask: 'possible', resume: 'possible', extend: 'applications/clock-stands' })
  expect(codes(whole(anApplication({ ...held, dueAt, extendedAt: instantFromMs(0) })), 'clerk', '1')).toMatchObject({ extend: 'applications/extended-before' })
  expect(codes(whole(asked), 'clerk', '2')).toMatchObject({ ask: 'applications/not-assigned-to-you', resume: 'applications/not-assigned-to-you', extend: 'applications/not-assigned-to-you' })
})

test('a case is handed over by who holds it or by a lead, and reopened by a lead alone', () => {
  expect(codes(whole(held), 'clerk', '1')).toMatchObject({ 'hand-over': 'possible' })
  expect(codes(whole(held), 'clerk', '2')).toMatchObject({ 'hand-over': 'applications/not-assigned-to-you' })
  expect(codes(whole(held), 'lead', '2')).toMatchObject({ 'hand-over': 'possible', reopen: 'applications/wrong-status' })
  expect(codes(whole(anApplication({ status: 'closed' })), 'lead', '2')).toMatchObject({ 'hand-over': 'applications/wrong-status', reopen: 'possible' })
})

test('a duplicate is merged into a case that is not finished', () => {
  const other = anApplication({ id: ApplicationId.parse('0192a000-0000-7000-8000-000000000002') })
  const clerk = person('clerk', '1')
  expect(refusalOfMerge(whole(), whole(other), clerk, 0)).toBe(null)
  expect(refusalOfMerge(whole(), whole({ ...other, status: 'decided' }), clerk, 0)?.code).toBe('applications/kept-ended')
})
