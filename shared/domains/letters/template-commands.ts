import * as z from 'zod'
import type { Role } from '../../actor.ts'
import { defineCommand, type Change, type Moment, type RecordRef, type State } from '../../command.ts'
import { DepartmentId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { TOWN_SCOPE } from '../../scope.ts'
import { Letterhead } from '../staff/tables.ts'
import { letterheadProblems } from './letterhead-problems.ts'
import { LETTER_KINDS, TemplateId, type LetterDraft, type LetterTemplate } from './tables.ts'
import { contentOfDraft, TemplateContent, templateOf } from './template-content.ts'
import { templateProblems } from './template-problems.ts'

/** Letters belong to the whole town. */
const ADMINISTRATORS = ['administrator'] as const satisfies readonly Role[]

const OnTemplate = z.object({ templateId: TemplateId })
type OnTemplate = z.infer<typeof OnTemplate>

const theDraft = ({ templateId }: OnTemplate): RecordRef => ({ table: 'letter_drafts', id: templateId })
const theTemplate = ({ templateId }: OnTemplate): RecordRef => ({ table: 'letter_templates', id: templateId })

const DraftInput = OnTemplate.extend({
  content: TemplateContent,
  /** The version the draft rests on, null for a template that does not exist yet. */
  basedOn: z.int().min(1).nullable(),
})

/** Begins to write or change a template; no letter is made from it. */
export const beginLetterDraft = defineCommand({
  name: 'letters.begin-draft',
  version: 1,
  input: DraftInput.extend({ departmentId: DepartmentId }),
  offline: 'queue',
  roles: ADMINISTRATORS,
  onlyIfUnchanged: false,
  // The department stands first because the draft itself may not be there yet.
  reads: input => [{ table: 'departments', id: input.departmentId }, theDraft(input), theTemplate(input)],
  decide: (state, input, moment) => {
    const draft = state.get('letter_drafts', input.templateId)
    if (draft?.settledAt === null) return refuse('letters/draft-open', { name: draft.changedByName })
    if (input.basedOn === null && state.get('letter_templates', input.templateId)) return refuse('letters/id-taken')
    return ok([written({ id: input.templateId, scope: TOWN_SCOPE, version: draft?.version ?? 0 }, input, moment)])
  },
})

/** Keeps what has been written; somebody else's words are never written over unseen. */
export const saveLetterDraft = defineCommand({
  name: 'letters.save-draft',
  version: 1,
  input: DraftInput,
  offline: 'queue',
  roles: ADMINISTRATORS,
  onlyIfUnchanged: true,
  reads: input => [theDraft(input)],
  decide: (state, input, moment) => {
    const draft = openDraft(state, input)
    return draft.ok ? ok([written(draft.value, input, moment)]) : draft
  },
})

/** Throws a draft away; what is published stays as it is. */
export const discardLetterDraft = defineCommand({
  name: 'letters.discard-draft',
  version: 1,
  input: OnTemplate,
  offline: 'queue',
  roles: ADMINISTRATORS,
  onlyIfUnchanged: true,
  reads: input => [theDraft(input)],
  decide: (state, input, moment) => {
    const draft = openDraft(state, input)
    return draft.ok ? ok([settled(draft.value, moment)]) : draft
  },
})

/**
 * Makes a draft the template from which letters are written from now on, as its next version. Letters that have gone out
 * keep their text; a proposal that waits for its release is proposed anew. A withdrawn template stays withdrawn.
 */
export const publishTemplate = defineCommand({
  name: 'letters.publish',
  version: 1,
  input: OnTemplate,
  offline: 'online-only',
  roles: ADMINISTRATORS,
  onlyIfUnchanged: true,
  reads: (input, state) => [theDraft(input), theTemplate(input), ...serviceRecords(contentOfDraft(state.get('letter_drafts', input.templateId)), state)],
  decide: (state, input, moment) => {
    const draft = openDraft(state, input)
    if (!draft.ok) return draft
    const content = publishable(state, draft.value)
    if (!content.ok) return content
    const current = state.get('letter_templates', input.templateId)
    if (draft.value.basedOn !== (current?.templateVersion ?? null)) return refuse('letters/outdated-draft')
    if (isOutOfPlace(content.value, input, current)) return refuse('letters/incomplete', { count: 1, field: 'outcome', problem: 'fixed' })
    return ok([{ table: 'letter_templates', row: nextVersion(content.value, input, current, moment) }, settled(draft.value, moment)])
  },
})

/** Takes a template out of use: nothing is proposed with it any more; letters that have gone out keep their text. */
export const withdrawTemplate = defineCommand({
  name: 'letters.withdraw',
  version: 1,
  input: OnTemplate,
  offline: 'online-only',
  roles: ADMINISTRATORS,
  onlyIfUnchanged: true,
  reads: input => [theTemplate(input)],
  decide: (state, input) => switched(state, input, false),
})

/** Puts a withdrawn template back into use. */
export const offerTemplate = defineCommand({
  name: 'letters.offer',
  version: 1,
  input: OnTemplate,
  offline: 'online-only',
  roles: ADMINISTRATORS,
  onlyIfUnchanged: true,
  reads: input => [theTemplate(input)],
  decide: (state, input) => switched(state, input, true),
})

/** Sets what stands at the head and foot of a department's letters from now on. */
export const setLetterhead = defineCommand({
  name: 'letters.set-letterhead',
  version: 1,
  input: z.object({ departmentId: DepartmentId, letterhead: Letterhead }),
  offline: 'online-only',
  roles: ADMINISTRATORS,
  onlyIfUnchanged: true,
  reads: ({ departmentId }) => [{ table: 'departments', id: departmentId }],
  decide: (state, { departmentId, letterhead }) => {
    const department = state.get('departments', departmentId)
    if (!department) return refuse('commands/record-missing', { table: 'departments' })
    const problems = letterheadProblems(letterhead)
    const [first] = problems
    if (first) return refuse('letters/letterhead-incomplete', { count: problems.length, field: first.field, problem: first.code })
    return ok([{ table: 'departments', row: { ...department, letterhead } }])
  },
})

function openDraft(state: State, { templateId }: OnTemplate): Result<LetterDraft> {
  const draft = state.get('letter_drafts', templateId)
  return draft?.settledAt === null ? ok(draft) : refuse('letters/no-draft')
}

const written = (row: Pick<LetterDraft, 'id' | 'scope' | 'version'>, { content, basedOn }: z.infer<typeof DraftInput>, { actor, now }: Moment): Change => ({
  table: 'letter_drafts',
  row: { id: row.id, scope: row.scope, version: row.version, content, basedOn, changedBy: actor.personId, changedByName: actor.name, changedAt: now, settledAt: null },
})

const settled = (draft: LetterDraft, { now }: Moment): Change => ({ table: 'letter_drafts', row: { ...draft, settledAt: now } })

/** The service a template is for, and the form whose answers it may name. */
function serviceRecords(content: TemplateContent | undefined, state: State): readonly RecordRef[] {
  if (!content?.serviceId) return []
  const service = state.get('services', content.serviceId)
  return [{ table: 'services', id: content.serviceId }, ...(service ? [{ table: 'forms', id: `${service.id}@${service.formVersion}` } as const] : [])]
}

/** The content of a draft from which nothing is missing; otherwise the refusal names the first part. */
function publishable(state: State, draft: LetterDraft): Result<TemplateContent> {
  const content = contentOfDraft(draft)
  if (!content) return refuse('letters/incomplete', { count: 1, field: 'content' })
  const service = content.serviceId ? state.get('services', content.serviceId) : undefined
  const form = service && state.get('forms', `${service.id}@${service.formVersion}`)
  const formKeys = form?.sections.flatMap(({ fields }) => fields.map(({ key }) => key)) ?? []
  const problems = templateProblems(content, { hasService: content.serviceId === '' || service !== undefined, formKeys })
  const [first] = problems
  if (!first) return ok(content)
  const { path, code, variable } = first
  return refuse('letters/incomplete', { count: problems.length, field: path.slice(0, 200), problem: code, ...(variable === undefined ? {} : { variable: variable.slice(0, 100) }) })
}

/** A template stays what it is for, and the town's standard ones are what their ids say. */
function isOutOfPlace({ outcome, serviceId }: TemplateContent, { templateId }: OnTemplate, current: LetterTemplate | undefined): boolean {
  if (current && (outcome !== current.outcome || serviceId !== (current.serviceId ?? ''))) return true
  const isStandard = LETTER_KINDS.some(kind => kind === templateId)
  return isStandard ? outcome !== templateId || serviceId !== '' : outcome === 'certificate'
}

const nextVersion = (content: TemplateContent, { templateId }: OnTemplate, current: LetterTemplate | undefined, { actor, now }: Moment): LetterTemplate =>
  templateOf(content, {
    id: templateId,
    version: current?.version ?? 0,
    templateVersion: (current?.templateVersion ?? 0) + 1,
    active: current?.active ?? true,
    publishedAt: now,
    publishedBy: actor.personId,
    publishedByName: actor.name,
  })

function switched(state: State, { templateId }: OnTemplate, active: boolean): Result<readonly Change[]> {
  const template = state.get('letter_templates', templateId)
  if (!template || template.active === active) return refuse('letters/wrong-state')
  return ok([{ table: 'letter_templates', row: { ...template, active } }])
}

export const letterCommands = [
  beginLetterDraft, saveLetterDraft, discardLetterDraft, publishTemplate, withdrawTemplate, offerTemplate, setLetterhead,
] as const
