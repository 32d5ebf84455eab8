import { oc } from '@orpc/contract'
import * as z from 'zod'
import { RecallContact, SideEffect, Vaccination, Visit } from '../domains/vaccinations/tables.ts'
import { Vaccinee } from '../domains/vaccinations/vaccinee.ts'
import { DepartmentId, RecallId, VaccinationId, VaccineId } from '../ids.ts'
import { Instant } from '../time.ts'

/** What somebody reads health data for, in their own words; kept with who and when. */
export const Purpose = z.string().trim().min(5).max(300)

/** Where and on which day a dose was given, for whoever has to be told. */
const Given = { vaccinationId: VaccinationId, number: z.string(), day: z.iso.date(), sessionTitle: z.string(), placeName: z.string(), person: Vaccinee }

/** Somebody who was given a batch that is recalled, and how far they have been told. */
export const RecallPerson = z.object({ ...Given, contact: RecallContact.pick({ state: true, note: true, at: true, byName: true }).nullable() })
export type RecallPerson = z.infer<typeof RecallPerson>

/** How far all persons of a recall have been told. */
export const RecallFigures = z.object({ doses: z.int(), letter: z.int(), reached: z.int(), notReached: z.int(), moved: z.int(), open: z.int() })
export type RecallFigures = z.infer<typeof RecallFigures>

export const RecallQuery = z.object({ recallId: RecallId, after: VaccinationId.nullable(), limit: z.int().min(1).max(500) })
export type RecallQuery = z.infer<typeof RecallQuery>

export const RecallReply = z.object({ figures: RecallFigures, persons: z.array(RecallPerson).max(500), next: VaccinationId.nullable() })
export type RecallReply = z.infer<typeof RecallReply>

/** A batch as it stands on the box, before anybody has called it back. */
export const BatchQuery = z.object({ vaccineId: VaccineId, lot: z.string().trim().min(1).max(40) })
export type BatchQuery = z.infer<typeof BatchQuery>

/** How many persons were given it, and when: what a recall of it would set in motion. */
export const BatchExtent = z.object({ persons: z.int(), days: z.int(), firstDay: z.iso.date().nullable(), lastDay: z.iso.date().nullable() })
export type BatchExtent = z.infer<typeof BatchExtent>

/** As many as are set without anybody waiting for long. */
export const MOST_RECALL_LETTERS = 50
export const RecallLettersQuery = z.object({ recallId: RecallId, vaccinationIds: z.array(VaccinationId).min(1).max(MOST_RECALL_LETTERS) })
export type RecallLettersQuery = z.infer<typeof RecallLettersQuery>

/** In base64, a letter after the other on sheets of its own; without those who have no address. */
export const RecallLetters = z.object({ pdf: z.string().max(28_000_000), vaccinationIds: z.array(VaccinationId) })
export type RecallLetters = z.infer<typeof RecallLetters>

/** As many as one command notes as signed. */
export const MOST_SHEETS = 200
/**
 * Documentations on paper: as certificates, as sheets to be signed with a list of them before, or as labels for vaccination
 * passes. All of one department.
 */
export const VaccinationSheetQuery = z.object({ sheet: z.enum(['certificate', 'signatures', 'labels']), vaccinationIds: z.array(VaccinationId).min(1).max(MOST_SHEETS) })
export type VaccinationSheetQuery = z.infer<typeof VaccinationSheetQuery>

/** In base64. */
export const VaccinationSheet = z.object({ pdf: z.string().max(28_000_000) })
export type VaccinationSheet = z.infer<typeof VaccinationSheet>

/** A name or its beginning, however it is spelt, a day of birth, or both. */
export const RecordSearch = z
  .object({ familyName: z.string().trim().max(120), givenName: z.string().trim().max(120), birthDay: z.iso.date().nullable(), purpose: Purpose })
  .refine(({ familyName, birthDay }) => familyName.length >= 2 || birthDay !== null)
export type RecordSearch = z.infer<typeof RecordSearch>

/** A documentation that counts, as far as it takes to choose it. */
export const FoundRecord = z.object({
  ...Given, person: Vaccinee.pick({ familyName: true, givenName: true, birthDay: true, place: true, locality: true }), vaccineName: z.string(), isArchived: z.boolean(),
})
export type FoundRecord = z.infer<typeof FoundRecord>

/** A documentation with the versions before and after it, oldest first, and what belongs to it. */
export const WholeRecord = z.object({
  record: Vaccination, versions: z.array(Vaccination), visit: Visit.nullable(), sideEffects: z.array(SideEffect), sessionTitle: z.string(), placeName: z.string(),
  isArchived: z.boolean(),
})
export type WholeRecord = z.infer<typeof WholeRecord>

/** The records of one person as a file: the German vaccination record, or plain FHIR R4. */
export const RecordsExport = z.object({ vaccinationId: VaccinationId, purpose: Purpose, format: z.enum(['mio', 'fhir']) })
export type RecordsExport = z.infer<typeof RecordsExport>

export const RecordsFile = z.object({ text: z.string(), records: z.int() })
export type RecordsFile = z.infer<typeof RecordsFile>

/** Days in Germany, both included: a year at most. */
export const VaccinationFiguresQuery = z
  .object({ departmentId: DepartmentId, from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) < 366 * 86_400_000)
export type VaccinationFiguresQuery = z.infer<typeof VaccinationFiguresQuery>

/** Persons in groups of which none is small; what small ones would tell is left out, and `total` where it would tell it. */
export const Coverage = z.object({
  disease: z.string(),
  total: z.int().nullable(),
  ages: z.array(z.object({ group: z.string(), persons: z.int() })),
  localities: z.array(z.object({ group: z.string(), persons: z.int() })),
  /** Whether any group is left out, by age or by locality. */
  hidesAges: z.boolean(),
  hidesLocalities: z.boolean(),
})
export type Coverage = z.infer<typeof Coverage>

export const VaccinationFigures = z.object({
  days: z.array(z.object({ day: z.iso.date(), week: z.string(), came: z.int(), doses: z.int(), left: z.int() })),
  /** Doses by batch: given as documented; brought along and wasted as the stock lists of the sessions say. */
  batches: z.array(z.object({ vaccineName: z.string(), lot: z.string(), brought: z.int(), given: z.int(), wasted: z.int() })),
  coverage: z.array(Coverage),
})
export type VaccinationFigures = z.infer<typeof VaccinationFigures>

/** What somebody has proposed to delete; whoever proposed it does not release it. */
export const DeletionProposal = z.object({ id: z.uuid(), at: Instant, byName: z.string(), isOwn: z.boolean(), isCurrent: z.boolean() })
export type DeletionProposal = z.infer<typeof DeletionProposal>

/** A deletion that was released, and how far it is. */
export const HealthDeletion = z.object({ id: z.uuid(), proposedByName: z.string(), releasedByName: z.string(), releasedAt: Instant, doses: z.int(), endedAt: Instant.nullable() })
export type HealthDeletion = z.infer<typeof HealthDeletion>

/** What a department keeps for longer than the law asks for: given before `before`, without what harm is suspected of. */
export const HealthRetention = z.object({
  before: z.iso.date(), doses: z.int(), days: z.int(), firstDay: z.iso.date().nullable(), lastDay: z.iso.date().nullable(), fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  proposal: DeletionProposal.nullable(), deletions: z.array(HealthDeletion).max(20),
})
export type HealthRetention = z.infer<typeof HealthRetention>

/** What the service alone knows of vaccinations: all years, whatever desks hold. For whoever has a right of their own in the scope; under `/v1`. */
export const vaccinationsContract = {
  recallPersons: oc
    .route({ method: 'POST', path: '/vaccinations/recalls/{recallId}/persons', tags: ['vaccinations'], summary: 'Everybody who was given a recalled batch, with contact and how far they have been told' })
    .input(RecallQuery)
    .output(RecallReply),
  batch: oc
    .route({ method: 'POST', path: '/vaccinations/batches/extent', tags: ['vaccinations'], summary: 'How many were given a batch and when, for whoever may call it back' })
    .input(BatchQuery)
    .output(BatchExtent),
  recallLetters: oc
    .route({ method: 'POST', path: '/vaccinations/recalls/{recallId}/letters', tags: ['vaccinations'], summary: 'Letters to persons of a recall in one PDF' })
    .input(RecallLettersQuery)
    .output(RecallLetters),
  search: oc
    .route({ method: 'POST', path: '/vaccinations/search', tags: ['vaccinations'], summary: 'Documentations of all years by name and day of birth; noted with its purpose' })
    .input(RecordSearch)
    .output(z.object({ records: z.array(FoundRecord).max(100), more: z.boolean() })),
  record: oc
    .route({ method: 'POST', path: '/vaccinations/records/{vaccinationId}', tags: ['vaccinations'], summary: 'One documentation with all its versions; noted with its purpose' })
    .input(z.object({ vaccinationId: VaccinationId, purpose: Purpose }))
    .output(WholeRecord),
  sheet: oc
    .route({ method: 'POST', path: '/vaccinations/sheets', tags: ['vaccinations'], summary: 'Documentations as PDF: certificates, sheets to be signed, or labels for vaccination passes; noted' })
    .input(VaccinationSheetQuery)
    .output(VaccinationSheet),
  fetchBack: oc
    .route({ method: 'POST', path: '/vaccinations/records/{vaccinationId}/return', tags: ['vaccinations'], summary: 'Brings a documentation back from the archive to the desks for some days, so that it can be corrected' })
    .input(z.object({ vaccinationId: VaccinationId, purpose: Purpose }))
    .output(z.object({ until: Instant })),
  exportRecords: oc
    .route({ method: 'POST', path: '/vaccinations/records/{vaccinationId}/export', tags: ['vaccinations'], summary: 'All documentations of the person of one as a FHIR bundle; for whoever has just signed in, noted with its purpose' })
    .input(RecordsExport)
    .output(RecordsFile),
  retention: oc
    .route({ method: 'GET', path: '/vaccinations/retention', tags: ['vaccinations'], summary: 'What is kept for longer than ten years, and what of it is proposed to be deleted; for those who plan sessions' })
    .input(z.object({ departmentId: DepartmentId }))
    .output(HealthRetention),
  proposeDeletion: oc
    .route({ method: 'PUT', path: '/vaccinations/deletions/{id}', tags: ['vaccinations'], summary: 'Proposes to delete what was shown, and nothing else; takes the place of an earlier proposal' })
    .input(z.object({ id: z.uuid(), departmentId: DepartmentId, fingerprint: HealthRetention.shape.fingerprint }))
    .output(HealthRetention),
  releaseDeletion: oc
    .route({ method: 'POST', path: '/vaccinations/deletions/{id}/release', tags: ['vaccinations'], summary: 'Releases what another person proposed; it is deleted within the hour' })
    .input(z.object({ id: z.uuid() }))
    .output(HealthRetention),
  figures: oc
    .route({ method: 'GET', path: '/vaccinations/figures', tags: ['vaccinations'], summary: 'Days, batches and coverage of a period, for those who plan sessions' })
    .input(VaccinationFiguresQuery)
    .output(VaccinationFigures),
}
