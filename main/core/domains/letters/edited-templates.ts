import type { BlockLine, EditedTemplate, LetterheadLine, TemplateLine } from '../../../../shared/contract/letters.ts'
import { templatesFor } from '../../../../shared/domains/letters/offered-templates.ts'
import { LETTER_KINDS, type LetterDraft, type LetterKind, type LetterTemplate, type TemplateId } from '../../../../shared/domains/letters/tables.ts'
import { contentOfDraft } from '../../../../shared/domains/letters/template-content.ts'
import { formIdOf, ServiceId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import type { RowOf } from '../../../../shared/tables.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll, getEffective } from '../../cache/rows.ts'
import { sortKey } from '../../cache/sort-key.ts'
import { allBlocks, blockLines } from './block-lines.ts'

type Service = RowOf<'services'>
type ServiceName = { readonly id: Service['id']; readonly title: Service['title']; readonly departmentId: Service['departmentId'] }

/** Every template of the town, and every one that is only being written, with the letterheads of all departments. */
export function lettersOfTown(db: Database): { readonly templates: TemplateLine[]; readonly blocks: BlockLine[]; readonly letterheads: LetterheadLine[]; readonly services: ServiceName[] } {
  const services = effectiveAll(db, 'services').toSorted((one, other) => (sortKey(one.title.de) < sortKey(other.title.de) ? -1 : 1))
  const drafts = new Map(effectiveAll(db, 'letter_drafts').filter(isOpen).map(draft => [draft.id, draft]))
  const published = effectiveAll(db, 'letter_templates')
  const known = new Set(published.map(({ id }) => id))
  const active = services.filter(service => service.active)
  const offered = new Map(LETTER_KINDS.map(kind => [kind, active.map(({ id }) => templatesFor(published, id, kind))]))
  const lines = [
    ...published.map(template => publishedLine(template, drafts.get(template.id), offered.get(template.outcome) ?? [], services)),
    ...[...drafts.values()].filter(({ id }) => !known.has(id)).map(draft => newLine(draft, services)),
  ]
  return {
    templates: lines.toSorted(inOrder),
    blocks: blockLines(db, published),
    letterheads: departmentsOf(db).map(({ id, name, letterhead }) => ({ id, name, letterhead })),
    services: services.map(({ id, title, departmentId }) => ({ id, title, departmentId })),
  }
}

const departmentsOf = (db: Database) => effectiveAll(db, 'departments').toSorted((one, other) => one.position - other.position)

const isOpen = ({ settledAt }: LetterDraft): boolean => settledAt === null

/** Those for every service first, then by service; within one, by what they tell and by their place. */
function inOrder(one: TemplateLine, other: TemplateLine): number {
  const [left, right] = [one, other].map(({ serviceTitle, outcome, isFirst, title }) =>
    [sortKey(serviceTitle?.de ?? ''), KIND_ORDER[outcome], isFirst ? '0' : '1', sortKey(title)].join('\u0000'))
  return (left ?? '') < (right ?? '') ? -1 : 1
}

const KIND_ORDER: Readonly<Record<LetterKind, string>> = { granted: '1', refused: '2', certificate: '3', notice: '4' }

const draftNote = (draft: LetterDraft | undefined): TemplateLine['draft'] =>
  draft ? { changedByName: draft.changedByName, changedAt: draft.changedAt } : null

/** `offered`: among which templates each service that is in use chooses for a letter of this kind. */
function publishedLine(template: LetterTemplate, draft: LetterDraft | undefined, offered: readonly (readonly LetterTemplate[])[], services: readonly Service[]): TemplateLine {
  const { id, title, outcome, serviceId, templateVersion, publishedAt, publishedByName, active } = template
  return {
    id, title, outcome, serviceId, templateVersion, publishedAt, publishedByName,
    serviceTitle: titleOf(services, serviceId ?? ''),
    // A certificate has one template for the whole town; notices are about no service.
    services: outcome === 'certificate' || outcome === 'notice' ? 0 : offered.filter(templates => templates.some(one => one.id === id)).length,
    isFirst: outcome !== 'notice' && offered.some(([first, second]) => first?.id === id && second !== undefined),
    state: active ? 'offered' : 'withdrawn',
    draft: draftNote(draft),
  }
}

const titleOf = (services: readonly Service[], serviceId: string): TemplateLine['serviceTitle'] =>
  serviceId === '' ? null : (services.find(({ id }) => id === serviceId)?.title ?? { de: serviceId, en: serviceId })

function newLine(draft: LetterDraft, services: readonly Service[]): TemplateLine {
  const content = contentOfDraft(draft)
  const serviceId = ServiceId.safeParse(content?.serviceId).data ?? null
  return {
    id: draft.id, title: content?.title ?? draft.id, outcome: content?.outcome ?? 'granted', serviceId, serviceTitle: titleOf(services, serviceId ?? ''),
    services: 0, isFirst: false, templateVersion: null, publishedAt: null, publishedByName: null, state: 'new', draft: draftNote(draft),
  }
}

/** A template as it is published and as it is being written; refused when this desk knows of neither. */
export function editedTemplate(db: Database, id: TemplateId): Result<EditedTemplate> {
  const template = getEffective(db, 'letter_templates', id) ?? null
  const stored = getEffective(db, 'letter_drafts', id)
  const draft = stored && isOpen(stored) ? stored : null
  if (!template && !draft) return refuse('letters/no-draft')
  const serviceId = template ? template.serviceId : ServiceId.safeParse(contentOfDraft(draft ?? undefined)?.serviceId).data
  const service = serviceId ? getEffective(db, 'services', serviceId) : undefined
  const form = service && getEffective(db, 'forms', formIdOf(service.id, service.formVersion))
  const departmentId = service?.departmentId ?? paperOf(db)
  if (!departmentId) return refuse('commands/record-missing', { table: 'departments' })
  return ok({ template, draft, form: form ?? null, serviceTitle: service?.title ?? null, departmentId, withoutIt: template ? servicesOnlyWith(db, template) : 0, blocks: [...allBlocks(db)] })
}

/** Services that have this template and no other for its letter; a certificate has one for the whole town, a notice is about none. */
function servicesOnlyWith(db: Database, { id, outcome }: LetterTemplate): number {
  if (outcome === 'certificate' || outcome === 'notice') return 0
  const all = effectiveAll(db, 'letter_templates')
  const offered = (templates: readonly LetterTemplate[], { id: serviceId }: Service): number => templatesFor(templates, serviceId, outcome).length
  const others = all.filter(template => template.id !== id)
  return effectiveAll(db, 'services').filter(service => service.active && offered(all, service) > 0 && offered(others, service) === 0).length
}

/** Some department with a letterhead; a town without any has none to show. */
function paperOf(db: Database): RowOf<'departments'>['id'] | undefined {
  const departments = departmentsOf(db)
  return (departments.find(({ letterhead }) => letterhead !== null) ?? departments[0])?.id
}
