import * as z from 'zod'
import type { Role } from '../../actor.ts'
import { defineCommand, type Change, type State } from '../../command.ts'
import { draftCommands } from '../../draft-commands.ts'
import { DepartmentId, formIdOf, ServiceId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { DraftContent, isSameForm, offerHash, rowsOfDraft } from './service-draft.ts'
import { mayPublish } from './service-loosening.ts'
import { serviceProblems } from './service-problems.ts'
import type { Form, ServiceDraft, TownService } from './service-tables.ts'

/** Services belong to the whole town; a lead only publishes, as the second person, what loosens who decides in their department. */
const PUBLISHERS = ['administrator', 'lead'] as const satisfies readonly Role[]

const OnService = z.object({ serviceId: ServiceId })
type OnService = z.infer<typeof OnService>

const DraftInput = OnService.extend({
  content: DraftContent,
  /** `offerHash` of what the draft rests on, null for a service that does not exist yet. */
  basedOn: z.string().length(64).nullable(),
})

const drafts = draftCommands({
  domain: 'services',
  drafts: 'service_drafts',
  published: 'services',
  named: OnService,
  saved: DraftInput,
  begun: DraftInput.extend({ departmentId: DepartmentId }),
  idOf: ({ serviceId }) => serviceId,
  written: (head, { serviceId, content, basedOn }, before: ServiceDraft | undefined): ServiceDraft =>
    ({ ...head, id: serviceId, content, basedOn, authors: [...new Set([...(before?.authors ?? []), head.changedBy])] }),
})
export const { begin: beginDraft, save: saveDraft, discard: discardDraft, withdraw, offer } = drafts
const { theDraft, thePublished: theService, openDraft, settled } = drafts.rows

/**
 * Makes a draft the town's service, for citizens and desks at once. A form that asks something else becomes a new version;
 * cases that came in before keep theirs. A withdrawn service stays withdrawn until it is offered again. What loosens who decides
 * is published by a second person.
 */
export const publish = defineCommand({
  name: 'services.publish',
  version: 1,
  input: OnService,
  offline: 'online-only',
  roles: PUBLISHERS,
  onlyIfUnchanged: true,
  reads: (input, state) => {
    const departmentId = DepartmentId.safeParse(contentOf(state.get('service_drafts', input.serviceId))?.departmentId).data
    const current = state.get('services', input.serviceId)
    return [
      theDraft(input),
      theService(input),
      ...(departmentId ? [{ table: 'departments', id: departmentId } as const] : []),
      ...(current ? [{ table: 'forms', id: formIdOf(current.id, current.formVersion) } as const] : []),
    ]
  },
  decide: (state, input, moment) => {
    const draft = openDraft(state, input)
    if (!draft.ok) return draft
    const current = currentOffer(state, input)
    const content = publishable(state, draft.value)
    const allowed = mayPublish({ published: current?.service, content: content.ok ? content.value : undefined, authors: draft.value.authors }, moment.actor)
    if (!allowed.ok) return allowed
    if (!content.ok) return content
    if (draft.value.basedOn !== (current ? offerHash(current) : null)) return refuse('services/outdated-draft')
    return ok([...published(content.value, input, current), settled(draft.value, moment)])
  },
})

/** What a draft says, or undefined when it was written by another version of the program and cannot be read. */
export const contentOf = (draft: Pick<ServiceDraft, 'content'> | undefined): DraftContent | undefined =>
  DraftContent.safeParse(draft?.content).data

/** The content of a draft from which nothing is missing; otherwise the refusal names the first part. */
function publishable(state: State, draft: ServiceDraft): Result<DraftContent> {
  const content = contentOf(draft)
  if (!content) return refuse('services/incomplete', { count: 1, field: 'content' })
  const problems = serviceProblems(content)
  const [first] = problems
  if (first) return refuse('services/incomplete', { count: problems.length, field: first.path.slice(0, 200), problem: first.code })
  return state.get('departments', content.departmentId) ? ok(content) : refuse('services/incomplete', { count: 1, field: 'departmentId', problem: 'missing' })
}

interface Offered {
  readonly service: TownService
  readonly form: Form
}

function currentOffer(state: State, { serviceId }: OnService): Offered | undefined {
  const service = state.get('services', serviceId)
  const form = service && state.get('forms', formIdOf(service.id, service.formVersion))
  return service && form && { service, form }
}

function published(content: DraftContent, { serviceId }: OnService, current: Offered | undefined): readonly Change[] {
  const isNewForm = !current || !isSameForm(content.form, current.form)
  const formVersion = (current?.service.formVersion ?? 0) + (isNewForm ? 1 : 0)
  const { service, form } = rowsOfDraft(content, serviceId, formVersion)
  const row: TownService = { ...service, version: current?.service.version ?? 0, active: current?.service.active ?? true }
  return [{ table: 'services', row }, ...(isNewForm ? [{ table: 'forms', row: form } as const] : [])]
}

export const serviceCommands = [beginDraft, saveDraft, discardDraft, publish, withdraw, offer] as const
