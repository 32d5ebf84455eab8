import type { ShownConsent } from '../../../../shared/contract/notices.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll } from '../../cache/rows.ts'
import { shownRow, shownWhere } from '../../cache/shown-rows.ts'
import { statement } from '../../cache/statements.ts'

const ALL = `SELECT * FROM (${shownWhere('mailbox_consents', '1 = 1')}) ORDER BY withdrawn_at IS NOT NULL, given_at DESC, id`

/** Who agreed to get which notices in their mailbox: those that hold, then those that ended, the newest first. */
export function shownConsents(db: Database): ShownConsent[] {
  const titles = new Map(effectiveAll(db, 'notice_kinds').map(({ id, title }) => [id, title]))
  return statement(db, ALL).all().map(found => {
    const consent = shownRow('mailbox_consents', found)
    return { ...consent, kindTitle: titles.get(consent.kindId) ?? '' }
  })
}
