import type { Actor } from '../../../../shared/actor.ts'
import type { EditedService, ServiceLine } from '../../../../shared/contract/services.ts'
import { contentOf } from '../../../../shared/domains/applications/service-commands.ts'
import { offerHash } from '../../../../shared/domains/applications/service-draft.ts'
import { looseningsOf, mayPublish } from '../../../../shared/domains/applications/service-loosening.ts'
import { serviceProblems } from '../../../../shared/domains/applications/service-problems.ts'
import type { ServiceDraft, TownService } from '../../../../shared/domains/applications/service-tables.ts'
import { formIdOf, type ServiceId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll, getEffective } from '../../cache/rows.ts'
import { sortKey } from '../../cache/sort-key.ts'

/** Every service of the town, and every one that is only being written, by German title. */
export function serviceLines(db: Database, actor: Actor): { readonly services: ServiceLine[]; readonly departments: { id: ServiceDepartment; name: string }[] } {
  const departments = effectiveAll(db, 'departments').toSorted((one, other) => one.position - other.position)
  const names = new Map<string, string>(departments.map(({ id, name }) => [id, name]))
  const drafts = new Map(effectiveAll(db, 'service_drafts').filter(isOpen).map(draft => [draft.id, draft]))
  const published = effectiveAll(db, 'services')
  const known = new Set(published.map(({ id }) => id))
  const lines = [
    ...published.map(service => publishedLine(service, drafts.get(service.id), names, actor)),
    ...[...drafts.values()].filter(({ id }) => !known.has(id)).map(draft => newLine(draft, names, actor)),
  ]
  return {
    services: lines.toSorted((one, other) => (sortKey(one.title.de) < sortKey(other.title.de) ? -1 : 1)),
    departments: departments.map(({ id, name }) => ({ id, name })),
  }
}

type ServiceDepartment = TownService['departmentId']

const isOpen = ({ settledAt }: ServiceDraft): boolean => settledAt === null

/** What the list says of a draft. One that is not complete yet waits for nobody but its authors. */
function draftNote(draft: ServiceDraft, published: TownService | undefined, actor: Actor): NonNullable<ServiceLine['draft']> {
  const content = contentOf(draft)
  const isLoosening = content !== undefined && looseningsOf(published, content).length > 0
  const waitsForMe = isLoosening && serviceProblems(content).length === 0 && mayPublish({ published, content, authors: draft.authors }, actor).ok
  return { changedByName: draft.changedByName, changedAt: draft.changedAt, isLoosening, waitsForMe }
}

function publishedLine(service: TownService, draft: ServiceDraft | undefined, names: ReadonlyMap<string, string>, actor: Actor): ServiceLine {
  const { id, title, departmentId, formVersion, active } = service
  return {
    id, title, formVersion,
    departmentName: names.get(departmentId) ?? departmentId,
    state: active ? 'offered' : 'withdrawn',
    draft: draft ? draftNote(draft, service, actor) : null,
  }
}

function newLine(draft: ServiceDraft, names: ReadonlyMap<string, string>, actor: Actor): ServiceLine {
  const content = contentOf(draft)
  return {
    id: draft.id,
    title: content?.title ?? { de: draft.id, en: draft.id },
    departmentName: names.get(content?.departmentId ?? '') ?? '',
    formVersion: null,
    state: 'new',
    draft: draftNote(draft, undefined, actor),
  }
}

/** A service as it is published and as it is being written; refused when this desk knows of neither. */
export function editedService(db: Database, id: ServiceId): Result<EditedService> {
  const service = getEffective(db, 'services', id) ?? null
  const form = (service && getEffective(db, 'forms', formIdOf(id, service.formVersion))) ?? null
  const stored = getEffective(db, 'service_drafts', id)
  const draft = stored && isOpen(stored) ? stored : null
  if (!service && !draft) return refuse('services/no-draft')
  return ok({ service, form, draft, publishedHash: service && form ? offerHash({ service, form }) : null })
}
