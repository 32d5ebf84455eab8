import * as z from 'zod'
import { contentHash } from '../../canonical.ts'
import type { Moment, RecordRef, State } from '../../command.ts'
import { ok, refuse, type Result } from '../../result.ts'
import type { Instant } from '../../time.ts'
import { LetterValues, type Letter } from '../letters/letter.ts'
import { letterDocument } from '../letters/letter-document.ts'
import { letterFor } from '../letters/letter-for.ts'
import { missingParts, type MissingPart } from '../letters/missing-parts.ts'
import { blockRecords, blocksOf, wholeTemplate } from '../letters/text-blocks.ts'
import { TemplateId, type LetterKind, type LetterTemplate } from '../letters/tables.ts'
import { authorsOf, decisionIdOf, earlierDecisions, earlierRecords } from './authors.ts'
import { theApplication, withProposal, withService, type OnApplication } from './on-application.ts'
import { hashOfDecision, reasonGiven, releaseModeFor, type DecisionContent } from './rules.ts'
import type { TownService } from './service-tables.ts'
import { Outcome, type Application, type Decision } from './tables.ts'
import { openSteps, stepRecords } from './work-steps.ts'

const Cents = z.int().min(0).max(10_000_000_000).nullable().default(null)

/** Which template the letter is written from, in the version the person saw. */
export const ChosenLetter = z.object({ templateId: TemplateId, templateVersion: z.int().min(1), values: LetterValues })

/** What a proposal says. Without a chosen letter the town's standard one for the outcome is written, where there is one. */
export const Proposed = z.object({
  outcome: Outcome,
  reason: z.string().max(8_000),
  conditions: z.string().max(8_000).default(''),
  amountCents: Cents,
  feeCents: Cents,
  letter: ChosenLetter.nullable().default(null),
})
export type Proposed = z.infer<typeof Proposed>

/** The application and everything its decision and letter are made from. */
export function proposalRecords(input: OnApplication & Proposed, state: State): readonly RecordRef[] {
  const application = state.get('applications', input.applicationId)
  const service = application && state.get('services', application.serviceId)
  return [
    ...withService(input, state),
    ...(application ? letterRecords(state, application, input.letter?.templateId ?? input.outcome) : []),
    ...(application && service ? stepRecords(application.id, service) : []),
    ...(application ? earlierRecords(state, application.id) : []),
  ]
}

/** The proposal and what its letter was made from: a letter whose template or letterhead has changed is not released. */
export function approvalRecords(input: OnApplication, state: State): readonly RecordRef[] {
  const application = state.get('applications', input.applicationId)
  const letter = application?.decisionId ? state.get('decisions', application.decisionId)?.letter : null
  return [...withProposal(input, state), ...(application && letter ? letterRecords(state, application, letter.templateId) : [])]
}

/** The application with its service and all that a certificate says. */
export function certificateRecords(input: OnApplication, state: State): readonly RecordRef[] {
  const application = state.get('applications', input.applicationId)
  return application ? [...withService(input, state), ...letterRecords(state, application, 'certificate')] : theApplication(input)
}

const letterRecords = (state: State, { departmentId, formId }: Application, templateId: string): readonly RecordRef[] => [
  { table: 'departments', id: departmentId },
  { table: 'forms', id: formId },
  { table: 'letter_templates', id: templateId },
  ...blockRecords(state.get('letter_templates', templateId)),
]

/** A refusal while a required step of the service is open on the case. */
export function stepsDone(state: State, application: Application, service: TownService): Result<null> {
  const [first, ...more] = openSteps(stepRecords(application.id, service).flatMap(({ id }) => state.get('tasks', id) ?? []))
  return first ? refuse('applications/steps-open', { step: first.title, count: more.length + 1 }) : ok(null)
}

/** The decision as it would be proposed, with its letter complete. */
export function newDecision(
  state: State,
  { application, service }: { readonly application: Application; readonly service: TownService },
  input: Proposed,
  moment: Moment,
): Result<Decision> {
  const said = saidIn(input)
  if (!said.ok) return said
  const written = letterOn(state, { application, service, said: said.value, kind: input.outcome, chosen: input.letter, clerkName: moment.actor.name })
  if (!written.ok) return written
  const refusal = written.value && refusalOfLetter(written.value, moment.now)
  if (refusal) return refusal
  const content: DecisionContent = { ...said.value, letter: written.value }
  const earlier = earlierDecisions(state, application.id)
  return ok({
    id: decisionIdOf(application.id, earlier.length + 1),
    scope: application.scope,
    version: 0,
    applicationId: application.id,
    ...content,
    contentHash: hashOfDecision(application, content),
    releaseMode: releaseModeFor(service, content.outcome, content.amountCents),
    state: 'proposed',
    authors: authorsOf(state, application.id, content, moment.actor.personId),
    proposedBy: moment.actor.personId,
    proposedByName: moment.actor.name,
    proposedAt: moment.now,
    ...UNSETTLED,
  })
}

const UNSETTLED = { settledBy: null, settledByName: null, settledFor: null, settledForName: null, settledAt: null, settleReason: null } as const

type Said = Omit<DecisionContent, 'letter'>

/** What the person said, with a reason where the law wants one. */
function saidIn({ outcome, reason, conditions, amountCents, feeCents }: Proposed): Result<Said> {
  const given = outcome === 'granted' ? ok(reason.trim()) : reasonGiven(reason)
  return given.ok ? ok({ outcome, reason: given.value, conditions: conditions.trim(), amountCents, feeCents }) : given
}

interface ToWrite {
  readonly application: Application
  readonly service: TownService
  readonly said: Pick<DecisionContent, 'reason' | 'conditions' | 'amountCents' | 'feeCents'>
  readonly kind: LetterKind
  readonly chosen: z.infer<typeof ChosenLetter> | null
  readonly clerkName: string
}

/** The letter on a case from the chosen or the town's standard template; null where the town has never had one. */
export function letterOn(state: State, { application, service, said, kind, chosen, clerkName }: ToWrite): Result<Letter | null> {
  const template = state.get('letter_templates', chosen?.templateId ?? kind)
  if (!template && !chosen) return ok(null)
  if (!template || !isFor(template, kind, service) || (chosen && chosen.templateVersion !== template.templateVersion))
    return refuse('letters/template-changed')
  if (!template.active) return refuse('letters/template-withdrawn', { template: template.title })
  const whole = wholeTemplate(template, blocksOf(state))
  if (!whole.ok) return whole
  const form = state.get('forms', application.formId)
  if (!form) return refuse('commands/record-missing', { table: 'forms' })
  const letterhead = state.get('departments', application.departmentId)?.letterhead ?? null
  return ok(letterFor({ template: whole.value, letterhead, application, form, service, decision: said, clerkName, values: chosen?.values ?? {} }))
}

const isFor = ({ outcome, serviceId }: LetterTemplate, kind: LetterKind, service: TownService): boolean =>
  outcome === kind && (serviceId === null || serviceId === service.id)

/** Why the letter may not go out as it is, or null: the first part it lacks is named. */
export function refusalOfLetter(letter: Letter, now: Instant): ReturnType<typeof refuse> | null {
  const [missing] = missingIn(letter, now)
  return missing ? refuse('letters/part-missing', { part: missing.part, ...(missing.variable ? { variable: missing.variable } : {}) }) : null
}

/** What a letter written now would lack. */
export const missingIn = (letter: Letter, now: Instant): readonly MissingPart[] =>
  missingParts(letterDocument(letter, { dated: now, verification: null, isDraft: true }))

/** Whether case, template and letterhead still say what the proposal says. */
export function isAsProposed(state: State, application: Application, decision: Decision): boolean {
  if (hashOfDecision(application, decision) !== decision.contentHash) return false
  const { letter } = decision
  const service = state.get('services', application.serviceId)
  if (!letter) return true
  if (!service) return false
  const { templateId, templateVersion, values } = letter
  const chosen = { templateId, templateVersion, values }
  const again = letterOn(state, { application, service, said: decision, kind: decision.outcome, chosen, clerkName: decision.proposedByName })
  return again.ok && contentHash(again.value) === contentHash(letter)
}
