import * as z from 'zod'
import type { Role } from '../../actor.ts'
import { defineCommand, type Change, type Moment, type RecordRef, type State } from '../../command.ts'
import { DepartmentId, ServiceId, type PersonId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { TOWN_SCOPE } from '../../scope.ts'
import { DraftContent, isSameForm, offerHash, rowsOfDraft } from './service-draft.ts'
import { mayPublish } from './service-loosening.ts'
import { serviceProblems } from './service-problems.ts'
import type { Form, ServiceDraft, TownService } from './service-tables.ts'

/** Services belong to the whole town; a lead only publishes, as the second person, what loosens who decides in their department. */
const ADMINISTRATORS = ['administrator'] as const satisfies readonly Role[]
const PUBLISHERS = ['administrator', 'lead'] as const satisfies readonly Role[]

const OnService = z.object({ serviceId: ServiceId })
type OnService = z.infer<typeof OnService>

const theDraft = ({ serviceId }: OnService): RecordRef => ({ table: 'service_drafts', id: serviceId })
const theService = ({ serviceId }: OnService): RecordRef => ({ table: 'services', id: serviceId })

const DraftInput = OnService.extend({
  content: DraftContent,
  /** `offerHash` of what the draft rests on, null for a service that does not exist yet. */
  basedOn: z.string().length(64).nullable(),
})

/** Begins to write or change a service; citizens and cases see nothing of it. */
export const beginDraft = defineCommand({
  name: 'services.begin-draft',
  version: 1,
  input: DraftInput.extend({ departmentId: DepartmentId }),
  offline: 'queue',
  roles: ADMINISTRATORS,
  onlyIfUnchanged: false,
  // The department stands first because the draft itself may not be there yet.
  reads: input => [{ table: 'departments', id: input.departmentId }, theDraft(input), theService(input)],
  decide: (state, input, moment) => {
    const draft = state.get('service_drafts', input.serviceId)
    if (draft?.settledAt === null) return refuse('services/draft-open', { name: draft.changedByName })
    if (input.basedOn === null && state.get('services', input.serviceId)) return refuse('services/id-taken')
    const row = { id: input.serviceId, scope: TOWN_SCOPE, version: draft?.version ?? 0 }
    return ok([written(row, [], input, moment)])
  },
})

/** Keeps what has been written; somebody else's words are never written over unseen. */
export const saveDraft = defineCommand({
  name: 'services.save-draft',
  version: 1,
  input: DraftInput,
  offline: 'queue',
  roles: ADMINISTRATORS,
  onlyIfUnchanged: true,
  reads: input => [theDraft(input)],
  decide: (state, input, moment) => {
    const draft = openDraft(state, input)
    return draft.ok ? ok([written(draft.value, draft.value.authors, input, moment)]) : draft
  },
})

/** Throws a draft away; what is published stays as it is. */
export const discardDraft = defineCommand({
  name: 'services.discard-draft',
  version: 1,
  input: OnService,
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
      ...(current ? [{ table: 'forms', id: formIdOf(current) } as const] : []),
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

/** Takes a service off the offer: no more applications, cases that are there go on. */
export const withdraw = defineCommand({
  name: 'services.withdraw',
  version: 1,
  input: OnService,
  offline: 'online-only',
  roles: ADMINISTRATORS,
  onlyIfUnchanged: true,
  reads: input => [theService(input)],
  decide: (state, input) => switched(state, input, false),
})

/** Offers a withdrawn service again. */
export const offer = defineCommand({
  name: 'services.offer',
  version: 1,
  input: OnService,
  offline: 'online-only',
  roles: ADMINISTRATORS,
  onlyIfUnchanged: true,
  reads: input => [theService(input)],
  decide: (state, input) => switched(state, input, true),
})

const formIdOf = ({ id, formVersion }: TownService): string => `${id}@${formVersion}`

/** What a draft says, or undefined when it was written by another version of the program and cannot be read. */
export const contentOf = (draft: Pick<ServiceDraft, 'content'> | undefined): DraftContent | undefined =>
  DraftContent.safeParse(draft?.content).data

function openDraft(state: State, { serviceId }: OnService): Result<ServiceDraft> {
  const draft = state.get('service_drafts', serviceId)
  return draft?.settledAt === null ? ok(draft) : refuse('services/no-draft')
}

type DraftRow = Pick<ServiceDraft, 'id' | 'scope' | 'version'>

const written = ({ id, scope, version }: DraftRow, before: readonly PersonId[], { content, basedOn }: z.infer<typeof DraftInput>, { actor, now }: Moment): Change => ({
  table: 'service_drafts',
  row: {
    id, scope, version, content, basedOn,
    authors: [...new Set([...before, actor.personId])],
    changedBy: actor.personId,
    changedByName: actor.name,
    changedAt: now,
    settledAt: null,
  },
})

const settled = (draft: ServiceDraft, { now }: Moment): Change => ({ table: 'service_drafts', row: { ...draft, settledAt: now } })

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
  const form = service && state.get('forms', formIdOf(service))
  return service && form && { service, form }
}

function published(content: DraftContent, { serviceId }: OnService, current: Offered | undefined): readonly Change[] {
  const isNewForm = !current || !isSameForm(content.form, current.form)
  const formVersion = (current?.service.formVersion ?? 0) + (isNewForm ? 1 : 0)
  const { service, form } = rowsOfDraft(content, serviceId, formVersion)
  const row: TownService = { ...service, version: current?.service.version ?? 0, active: current?.service.active ?? true }
  return [{ table: 'services', row }, ...(isNewForm ? [{ table: 'forms', row: form } as const] : [])]
}

function switched(state: State, { serviceId }: OnService, active: boolean): Result<readonly Change[]> {
  const service = state.get('services', serviceId)
  if (!service || service.active === active) return refuse('services/wrong-state')
  return ok([{ table: 'services', row: { ...service, active } }])
}

export const serviceCommands = [beginDraft, saveDraft, discardDraft, publish, withdraw, offer] as const
