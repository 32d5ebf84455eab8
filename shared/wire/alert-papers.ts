import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CountyRequest } from '../domains/alerts/county-request.ts'
import { AlertId } from '../ids.ts'

/** All that became of a message: to read and to file, or to reckon with. */
export const AlertReportQuery = z.object({ alertId: AlertId, form: z.enum(['pdf', 'csv']) })
export type AlertReportQuery = z.infer<typeof AlertReportQuery>

/** The written request to the county, filled in but for the signature. */
export const CountyFormQuery = z.object({ alertId: AlertId, ...CountyRequest.shape })
export type CountyFormQuery = z.infer<typeof CountyFormQuery>

/** A file; `content` in base64. */
export const AlertPaper = z.object({ fileName: z.string().max(200), mediaType: z.enum(['application/pdf', 'text/csv']), content: z.string().max(28_000_000) })
export type AlertPaper = z.infer<typeof AlertPaper>

/** What of messages goes on paper; under `/v1`. */
export const alertPapersContract = {
  report: oc
    .route({ method: 'GET', path: '/alerts/{alertId}/report', tags: ['alerts'], summary: 'All that became of a message, as PDF or CSV; figures and staff, never who was told' })
    .input(AlertReportQuery)
    .output(AlertPaper),
  countyForm: oc
    .route({ method: 'POST', path: '/alerts/{alertId}/county-form', tags: ['alerts'], summary: 'The request to the county to warn by the federal system, to be signed' })
    .input(CountyFormQuery)
    .output(AlertPaper),
}
