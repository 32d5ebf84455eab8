import { oc } from '@orpc/contract'
import * as z from 'zod'
import { AnchorCheck, AnchorsBrought, AuditEntry, AuditEntryDetail, AuditExport, AuditExportQuery, AuditQuery, AuditState, AuditVerification } from '../wire/audit.ts'
import { refusable } from './refusable.ts'

/** What data protection and administrators ask the service about the log; there is none of it on a desk. */
export const auditDeskContract = {
  search: oc.input(AuditQuery).output(refusable(z.object({ entries: z.array(AuditEntry), more: z.boolean() }))),
  entry: oc.input(z.object({ position: z.int().min(1) })).output(refusable(AuditEntryDetail)),
  state: oc.output(refusable(AuditState)),
  /** Begins, or says how far it is when called again with the same id. */
  verify: oc.input(z.object({ id: z.uuid() })).output(refusable(AuditVerification)),
  checkAnchors: oc.input(AnchorsBrought).output(refusable(z.object({ checks: z.array(AnchorCheck) }))),
  exports: oc.output(refusable(z.object({ exports: z.array(AuditExport) }))),
  /** A ZIP in base64. */
  export: oc.input(AuditExportQuery).output(refusable(z.object({ content: z.string() }))),
}
