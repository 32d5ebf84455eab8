import type { EditedService, ServiceLine } from '../../../../shared/contract/services.ts'
import { contentOf } from '../../../../shared/domains/applications/service-commands.ts'
import { offerHash } from '../../../../shared/domains/applications/service-draft.ts'
import type { ServiceDraft, TownService } from '../../../../shared/domains/applications/service-tables.ts'
import type { ServiceId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll, getEffective } from '../../cache/rows.ts'
import { sortKey } from '../../cache/sort-key.ts'

/** Every service of the town, and every one that is only being written, by German title. */
export function serviceLines(db: Database): { readonly services: ServiceLine[]; readonly departments: { id: ServiceDepartment; name: string }[] } {
  const departments = effectiveAll(db, 'departments').toSorted((one, other) => one.position - other.position)
  const names = new Map<string, string>(departments.map(({ id, name }) => [id, name]))
  const drafts = new Map(effectiveAll(db, 'service_drafts').filter(isOpen).map(draft => [draft.id, draft]))
  const published = effectiveAll(db, 'services')
  const known = new Set(published.map(({ id }) => id))
  const lines = [
    ...published.map(service => publishedLine(service, drafts.get(service.id), names)),
    ...[...drafts.values()].filter(({ id }) => !known.has(id)).map(draft => newLine(draft, names)),
  ]
  return {
    services: lines.toSorted((one, other) => (sortKey(one.title.de) < sortKey(other.title.de) ? -1 : 1)),
    departments: departments.map(({ id, name }) => ({ id, name })),
  }
}

type ServiceDepartment = TownService['departmentId']

const isOpen = ({ settledAt }: ServiceDraft): boolean => settledAt === null

const draftNote = (draft: ServiceDraft | undefined): ServiceLine['draft'] =>
  draft ? { changedByName: draft.changedByName, changedAt: draft.changedAt } : null

const publishedLine = ({ id, title, departmentId, formVersion, active }: TownService, draft: ServiceDraft | undefined, names: ReadonlyMap<string, string>): ServiceLine => ({
  id, title, formVersion,
  departmentName: names.get(departmentId) ?? departmentId,
  state: active ? 'offered' : 'withdrawn',
  draft: draftNote(draft),
})

function newLine(draft: ServiceDraft, names: ReadonlyMap<string, string>): ServiceLine {
  const content = contentOf(draft)
  return {
    id: draft.id,
    title: content?.title ?? { de: draft.id, en: draft.id },
    departmentName: names.get(content?.departmentId ?? '') ?? '',
    formVersion: null,
    state: 'new',
    draft: draftNote(draft),
  }
}

/** A service as it is published and as it is being written; refused when this desk knows of neither. */
export function editedService(db: Database, id: ServiceId): Result<EditedService> {
  const service = getEffective(db, 'services', id) ?? null
  const form = (service && getEffective(db, 'forms', `${id}@${service.formVersion}`)) ?? null
  const stored = getEffective(db, 'service_drafts', id)
  const draft = stored && isOpen(stored) ? stored : null
  if (!service && !draft) return refuse('services/no-draft')
  return ok({ service, form, draft, publishedHash: service && form ? offerHash({ service, form }) : null })
}
