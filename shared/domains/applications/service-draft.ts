import * as z from 'zod'
import { contentHash } from '../../canonical.ts'
import { DepartmentId, formIdOf, type ServiceId } from '../../ids.ts'
import { JsonObject } from '../../json.ts'
import { TOWN_SCOPE } from '../../scope.ts'
import { Form, ReleaseMode, TownService, DEADLINE_BASES } from './service-tables.ts'

/** A text in both languages while it is being written: may be empty. */
const Words = z.object({ de: z.string().max(10_000), en: z.string().max(10_000) })
export type Words = Readonly<z.infer<typeof Words>>

/** A number as it stands in a field: null while there is none. */
const Amount = z.number().nullable()

const FormDraft = z.object({
  schema: JsonObject,
  sections: z.array(z.object({
    title: Words,
    fields: z.array(z.object({ key: z.string().max(80), label: Words, help: Words.nullable() })).max(200),
  })).max(100),
  valueLabels: z.record(z.string(), z.record(z.string(), Words)),
  nameKeys: z.array(z.string().max(80)).max(20),
  localityKey: z.string().max(80).nullable(),
  emailKey: z.string().max(80).nullable(),
  sortable: z.array(z.string().max(80)).max(200),
})
export type FormDraft = Readonly<z.infer<typeof FormDraft>>

/** A service and its next form while they are being written; `serviceProblems` says what is missing to publish them. */
export const DraftContent = z.object({
  title: Words,
  description: Words,
  departmentId: z.string().max(40),
  legalBasis: z.string().max(2_000),
  deadline: z.object({ basis: z.enum(DEADLINE_BASES), amount: Amount, unit: z.enum(['days', 'working-days', 'months']) }).nullable(),
  releaseMode: ReleaseMode,
  singleUpToCents: Amount,
  steps: z.array(z.object({ key: z.string().max(80), title: Words, role: z.enum(['clerk', 'lead']), isRequired: z.boolean() })).max(60),
  automatic: z.array(z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('tag'), tag: z.string().max(200) }),
    z.object({ kind: z.literal('follow-up'), days: Amount }),
  ])).max(60),
  documents: z.array(Words).max(60),
  fees: z.array(z.object({ title: Words, cents: Amount })).max(60),
  contact: z.object({ name: z.string().max(400), telephone: z.string().max(400), email: z.string().max(400), room: z.string().max(400) }).nullable(),
  retention: z.object({ months: Amount, basis: z.string().max(2_000) }).nullable(),
  form: FormDraft,
})
export type DraftContent = Readonly<z.infer<typeof DraftContent>>

type Offer = { readonly service: TownService; readonly form: Form }

/** What a draft of a service that exists begins with. */
export function draftOf({ service, form }: Offer): DraftContent {
  const { title, departmentId, legalBasis, deadline, releaseMode, singleUpToCents, steps, automatic, documents, fees, contact, retention } = service
  return {
    title, departmentId, legalBasis, deadline, releaseMode, singleUpToCents, steps, automatic, documents, fees, contact, retention,
    description: service.description ?? { de: '', en: '' },
    form: formPart(form),
  }
}

const formPart = ({ schema, sections, valueLabels, nameKeys, localityKey, emailKey, sortable }: FormDraft): FormDraft =>
  ({ schema, sections, valueLabels, nameKeys, localityKey, emailKey, sortable })

/** What a service says, whatever its version and whether it is offered just now: a draft rests on this. */
export const offerHash = (offer: Offer): string => contentHash(draftOf(offer))

/** Whether two forms ask the same. */
export const isSameForm = (one: FormDraft, other: FormDraft): boolean => contentHash(formPart(one)) === contentHash(formPart(other))

/** The rows that a draft without problems becomes; throws for one that has any. */
export function rowsOfDraft(content: DraftContent, id: ServiceId, formVersion: number): Offer {
  const { form, description, ...rest } = content
  const hasDescription = description.de.trim() !== '' || description.en.trim() !== ''
  const base = { scope: TOWN_SCOPE, version: 0 }
  return {
    service: TownService.parse({
      ...base, ...rest, id, formVersion, active: true, departmentId: DepartmentId.parse(rest.departmentId),
      description: hasDescription ? description : null,
    }),
    form: Form.parse({ ...base, ...form, id: formIdOf(id, formVersion), serviceId: id, formVersion }),
  }
}
