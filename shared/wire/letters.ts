import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Proposed } from '../domains/applications/proposal.ts'
import { LETTER_PARTS } from '../domains/letters/missing-parts.ts'
import { FacsimilePicture } from '../domains/letters/facsimile.ts'
import { TemplateContent } from '../domains/letters/template-content.ts'
import { Letterhead } from '../domains/staff/tables.ts'
import { ApplicationId, AttachmentId, DepartmentId, HallBookingId } from '../ids.ts'

/** What is to be looked at before it is proposed or released. */
export const LetterPreviewQuery = z.object({ applicationId: ApplicationId, ...Proposed.shape })
export type LetterPreviewQuery = z.infer<typeof LetterPreviewQuery>

/** The letter as it would look, marked as a draft, and what it lacks. */
export const LetterPreview = z.object({
  missing: z.array(z.object({ part: z.enum(LETTER_PARTS), variable: z.string().nullable() })),
  /** In base64; null where the town writes no letter for such a decision. */
  pdf: z.string().max(28_000_000).nullable(),
})
export type LetterPreview = z.infer<typeof LetterPreview>

/** A template as it is being written, on the paper of a department; with a letterhead, on that one instead, and with the picture of its facsimile where the service does not have it yet. */
export const TemplatePreviewQuery = z.object({ content: TemplateContent, departmentId: DepartmentId, letterhead: Letterhead.nullable(), picture: FacsimilePicture.nullable().default(null) })
export type TemplatePreviewQuery = z.infer<typeof TemplatePreviewQuery>

/** The contract about a booking of a hall, or the protocol of its return. */
export const HallSheetQuery = z.object({ bookingId: HallBookingId, sheet: z.enum(['contract', 'protocol']) })
export type HallSheetQuery = z.infer<typeof HallSheetQuery>

/** In base64. A contract that is not made yet is marked as a draft. */
export const HallSheetPreview = z.object({ pdf: z.string().max(28_000_000) })
export type HallSheetPreview = z.infer<typeof HallSheetPreview>

export const LetterProofQuery = z.object({ letterId: AttachmentId })
export type LetterProofQuery = z.infer<typeof LetterProofQuery>

/** In base64. */
export const LetterProof = z.object({ pdf: z.string().max(28_000_000) })
export type LetterProof = z.infer<typeof LetterProof>

/** Letters, under `/v1`; a letter that has gone out is an attachment of its case. */
export const lettersContract = {
  preview: oc
    .route({ method: 'POST', path: '/letters/preview', tags: ['letters'], summary: 'A decision’s letter as a draft, and what it lacks' })
    .input(LetterPreviewQuery)
    .output(LetterPreview),
  previewTemplate: oc
    .route({ method: 'POST', path: '/letters/templates/preview', tags: ['letters'], summary: 'A template with an invented case, for administrators' })
    .input(TemplatePreviewQuery)
    .output(LetterPreview),
  proof: oc
    .route({ method: 'POST', path: '/letters/{letterId}/proof', tags: ['letters'], summary: 'How the letter of a decision reached whoever applied: all that is known, as PDF' })
    .input(LetterProofQuery)
    .output(LetterProof),
  hallSheet: oc
    .route({ method: 'POST', path: '/letters/halls/sheet', tags: ['letters'], summary: 'The contract about a hall, or the protocol of its return' })
    .input(HallSheetQuery)
    .output(HallSheetPreview),
}
