import * as z from 'zod'
import type { Role } from '../../actor.ts'
import { contentHash } from '../../canonical.ts'
import { defineCommand, type Moment, type RecordRef, type State } from '../../command.ts'
import { draftCommands } from '../../draft-commands.ts'
import { DepartmentId, formIdOf } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { Letterhead } from '../staff/tables.ts'
import { setBlock, switchBlock } from './block-commands.ts'
import { FacsimilePicture, facsimileOfBase64 } from './facsimile.ts'
import { letterheadProblems } from './letterhead-problems.ts'
import { LETTER_KINDS, TemplateId, type LetterDraft, type LetterTemplate } from './tables.ts'
import { contentOfDraft, TemplateContent, templateOf } from './template-content.ts'
import { templateProblems } from './template-problems.ts'
import { blockRecords, blocksOf } from './text-blocks.ts'

/** Letters belong to the whole town. */
const ADMINISTRATORS = ['administrator'] as const satisfies readonly Role[]

const OnTemplate = z.object({ templateId: TemplateId })
type OnTemplate = z.infer<typeof OnTemplate>

const DraftInput = OnTemplate.extend({
  content: TemplateContent,
  /** The version the draft rests on, null for a template that does not exist yet. */
  basedOn: z.int().min(1).nullable(),
})

const drafts = draftCommands({
  domain: 'letters',
  drafts: 'letter_drafts',
  published: 'letter_templates',
  named: OnTemplate,
  saved: DraftInput,
  begun: DraftInput.extend({ departmentId: DepartmentId }),
  idOf: ({ templateId }) => templateId,
  written: (head, { content, basedOn }): LetterDraft => ({ ...head, content, basedOn }),
})
export const { begin: beginLetterDraft, save: saveLetterDraft, discard: discardLetterDraft, withdraw: withdrawTemplate, offer: offerTemplate } = drafts
const { theDraft, thePublished: theTemplate, openDraft, settled } = drafts.rows

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
  // A block that is named here is not taken out of use at the same time.
  holds: ['text_blocks'],
  reads: (input, state) => {
    const content = contentOfDraft(state.get('letter_drafts', input.templateId))
    return [theDraft(input), theTemplate(input), ...serviceRecords(content, state), ...blockRecords(content)]
  },
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

/** Sets what stands at the head and foot of a department's letters from now on. */
export const setLetterhead = defineCommand({
  name: 'letters.set-letterhead',
  version: 1,
  /** `picture`: that of a facsimile which the letterhead names anew, in base64. */
  input: z.object({ departmentId: DepartmentId, letterhead: Letterhead, picture: FacsimilePicture.nullable().default(null) }),
  offline: 'online-only',
  roles: ADMINISTRATORS,
  onlyIfUnchanged: true,
  reads: ({ departmentId }) => [{ table: 'departments', id: departmentId }],
  decide: (state, { departmentId, letterhead, picture }) => {
    const department = state.get('departments', departmentId)
    if (!department) return refuse('commands/record-missing', { table: 'departments' })
    const problems = letterheadProblems(letterhead)
    const [first] = problems
    if (first) return refuse('letters/letterhead-incomplete', { count: problems.length, field: first.field, problem: first.code })
    const known = picture === null ? department.letterhead?.facsimile : facsimileOfBase64(picture)
    if (letterhead.facsimile && contentHash(letterhead.facsimile) !== contentHash(known ?? null)) return refuse('letters/facsimile-missing')
    return ok([{ table: 'departments', row: { ...department, letterhead } }])
  },
})

/** The service a template is for, and the form whose answers it may name. */
function serviceRecords(content: TemplateContent | undefined, state: State): readonly RecordRef[] {
  if (!content?.serviceId) return []
  const service = state.get('services', content.serviceId)
  return [{ table: 'services', id: content.serviceId }, ...(service ? [{ table: 'forms', id: formIdOf(service.id, service.formVersion) } as const] : [])]
}

/** The content of a draft from which nothing is missing; otherwise the refusal names the first part. */
function publishable(state: State, draft: LetterDraft): Result<TemplateContent> {
  const content = contentOfDraft(draft)
  if (!content) return refuse('letters/incomplete', { count: 1, field: 'content' })
  const service = content.serviceId ? state.get('services', content.serviceId) : undefined
  const form = service && state.get('forms', formIdOf(service.id, service.formVersion))
  const formKeys = form?.sections.flatMap(({ fields }) => fields.map(({ key }) => key)) ?? []
  const problems = templateProblems(content, { hasService: content.serviceId === '' || service !== undefined, formKeys, blocks: blocksOf(state) })
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

export const letterCommands = [
  beginLetterDraft, saveLetterDraft, discardLetterDraft, publishTemplate, withdrawTemplate, offerTemplate, setLetterhead, setBlock, switchBlock,
] as const
