import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Form, ServiceDraft, TownService } from '../domains/applications/service-tables.ts'
import { DepartmentId, ServiceId } from '../ids.ts'
import { Instant } from '../time.ts'
import { refusable } from './refusable.ts'

/** A service as the list for administrators and leads shows it; one that was never published has no form yet. */
export const ServiceLine = z.object({
  id: ServiceId,
  title: z.object({ de: z.string(), en: z.string() }),
  departmentName: z.string(),
  formVersion: z.int().nullable(),
  state: z.enum(['offered', 'withdrawn', 'new']),
  /** The open draft, if there is one. */
  draft: z.object({
    changedByName: z.string(),
    changedAt: Instant,
    /** It loosens who decides, so that a second person publishes it; and whether the person asking is one. */
    isLoosening: z.boolean(),
    waitsForMe: z.boolean(),
  }).nullable(),
})
export type ServiceLine = z.infer<typeof ServiceLine>

/** A service with its newest form and its open draft; null where there is none. */
export const EditedService = z.object({
  service: TownService.nullable(),
  form: Form.nullable(),
  draft: ServiceDraft.nullable(),
  /** `offerHash` of what is published now: a draft that begins rests on it. */
  publishedHash: z.string().nullable(),
})
export type EditedService = z.infer<typeof EditedService>

const DepartmentName = z.object({ id: DepartmentId, name: z.string() })

/** What administrators ask about services; their commands are added from the list of commands. */
export const serviceQueries = {
  list: oc.output(z.object({ services: z.array(ServiceLine), departments: z.array(DepartmentName) })),
  get: oc.input(z.object({ id: ServiceId })).output(refusable(EditedService)),
}
