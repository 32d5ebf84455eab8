import { isAbsolute } from 'node:path'
import * as z from 'zod'

/** Where the head of the audit log goes every night. Null or none: nowhere. */
export interface AuditSettings {
  /** A folder of another machine, or a medium that is written once. */
  readonly auditAnchorDir: string | null
  readonly auditAnchorMail: readonly string[]
}

export const NO_ANCHORS: AuditSettings = { auditAnchorDir: null, auditAnchorMail: [] }

const MOST_ADDRESSES = 10

const listed = (given: unknown): unknown => (typeof given === 'string' ? given.trim().toLowerCase().split(/[\s,]+/) : given)

/** Each setting as `service/settings.ts` reads them. */
export const AUDIT_READERS = {
  auditAnchorDir: { env: 'AUDIT_ANCHOR_DIR', schema: z.string().max(1_000).refine(isAbsolute).nullable().default(null), wants: 'AUDIT_ANCHOR_DIR muss der ganze Pfad eines Ordners sein.' },
  auditAnchorMail: {
    env: 'AUDIT_ANCHOR_MAIL', schema: z.preprocess(listed, z.array(z.email()).max(MOST_ADDRESSES).default([])),
    wants: `AUDIT_ANCHOR_MAIL muss aus höchstens ${MOST_ADDRESSES} E-Mail-Adressen bestehen, durch Leerzeichen getrennt.`,
  },
} as const
