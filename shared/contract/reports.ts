import { oc } from '@orpc/contract'
import * as z from 'zod'
import { PersonFigures } from '../domains/reports/person-figures.ts'
import { ApplicationId, DepartmentId, PersonId, ServiceId } from '../ids.ts'
import { Bilingual } from '../json.ts'
import { Instant } from '../time.ts'
import { TownFigures, TownFiguresQuery } from '../wire/reports.ts'
import { refusable } from './refusable.ts'

export const ReportPeriod = z.object({ from: z.iso.date(), to: z.iso.date() }).refine(({ from, to }) => from <= to)

/** `departmentId` null: all departments the person leads. */
export const ReportQuery = z.object({ departmentId: DepartmentId.nullable(), period: ReportPeriod })
export type ReportQuery = z.infer<typeof ReportQuery>

/** How work was done: only about groups that are not small. Days of 24 hours, one decimal place. */
export const WorkFigures = z.object({
  decided: z.int(),
  medianDays: z.number().nullable(),
  p90Days: z.number().nullable(),
  /** Of the decided cases that had a period, those decided within it; null where that would be about too few. */
  deadlines: z.object({ kept: z.int(), all: z.int() }).nullable(),
  /** Cases of which a proposal was returned, was rejected, either of them; and of how many a proposal was settled at all. */
  returned: z.int(),
  rejected: z.int(),
  sentBack: z.int(),
  settled: z.int(),
})
export type WorkFigures = z.infer<typeof WorkFigures>

export const ServiceFigures = WorkFigures.extend({ serviceId: ServiceId })
export type ServiceFigures = z.infer<typeof ServiceFigures>

export const PeriodFigures = z.object({
  period: z.object({ from: z.iso.date(), to: z.iso.date() }),
  received: z.int(),
  channels: z.object({ portal: z.int(), 'state-portal': z.int(), paper: z.int(), telephone: z.int() }),
  closed: z.int().nullable(),
  /** Null where the figures would be about too few persons or cases. */
  work: WorkFigures.nullable(),
  services: z.array(ServiceFigures),
  /** Services whose figures are left out, being about too few. */
  hiddenServices: z.int(),
})
export type PeriodFigures = z.infer<typeof PeriodFigures>

/** A part of the period; what was finished is null where the whole period's work is not shown. */
export const PeriodPart = z.object({
  from: z.iso.date(), to: z.iso.date(), received: z.int(), decided: z.int().nullable(), closed: z.int().nullable(),
})

export const PersonLoad = z.object({ personId: PersonId, name: z.string(), open: z.int(), overdue: z.int(), waiting: z.int() })
export type PersonLoad = z.infer<typeof PersonLoad>

export const Report = z.object({
  /** When it was worked out, from what this desk held then. */
  at: Instant,
  now: PeriodFigures,
  before: PeriodFigures,
  parts: z.array(PeriodPart),
  standing: z.object({ open: z.int(), unassigned: z.int(), proposed: z.int(), overdue: z.int(), waiting: z.int() }),
  /** Where open cases lie, by service; what has been waiting for long or too long comes first. */
  stuck: z.array(z.object({
    serviceId: ServiceId, open: z.int(), unassigned: z.int(), proposed: z.int(), overdue: z.int(), waiting: z.int(), oldestAt: Instant,
  })),
  /** Open cases by the days on which they came in, youngest first. */
  ages: z.array(z.object({ from: z.iso.date().nullable(), to: z.iso.date(), count: z.int() })),
  /** Cases whose citizens were asked for something; `label` null: in words that are none of the form's. */
  asked: z.array(z.object({ serviceId: ServiceId, label: Bilingual.nullable(), count: z.int() })),
  /** The newest proposals that were sent back, without who wrote them. */
  returns: z.array(z.object({
    applicationId: ApplicationId, reference: z.string(), serviceId: ServiceId, kind: z.enum(['returned', 'rejected']), at: Instant,
    reason: z.string().nullable(),
  })),
  /** Null unless figures per person are agreed on in one of the departments. */
  people: z.array(PersonLoad).nullable(),
})
export type Report = z.infer<typeof Report>

/** Whether figures per person are shown in a department; everybody who works there may read it. */
export const DepartmentFigures = z.object({
  id: DepartmentId,
  name: z.string(),
  /** Whether the person asking leads it. */
  isLed: z.boolean(),
  personFigures: PersonFigures.nullable(),
})
export type DepartmentFigures = z.infer<typeof DepartmentFigures>

export const reportQueries = {
  report: oc.input(ReportQuery).output(refusable(Report)),
  /** For administrators, whose desks hold no cases: asked of the service. */
  town: oc.input(TownFiguresQuery).output(refusable(TownFigures)),
  departments: oc.output(z.object({ departments: z.array(DepartmentFigures) })),
}
