import { missingIn, type Missing } from '../../../../shared/domains/applications/missing.ts'
import type { Whole } from './case-actions.ts'

/** What a case as it stands here still lacks. */
export const missingOf = ({ form, application, service, attachments }: Whole): readonly Missing[] => missingIn(form, application, service, attachments)
