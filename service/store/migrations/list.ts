import type { Kysely } from 'kysely'
import { recordsMigration } from './0001-records.ts'
import { signIn } from './0002-sign-in.ts'
import { intakeAndDelivery } from './0003-intake-and-delivery.ts'
import { blobs } from './0004-blobs.ts'
import { maintenance } from './0005-maintenance.ts'
import { decidedByApproval } from './0006-decided-by-approval.ts'
import { conversations } from './0020-conversations.ts'
import { deskWork } from './0007-desk-work.ts'
import { privacy } from './0008-privacy.ts'
import { letters } from './0009-letters.ts'
import { appointments } from './0010-appointments.ts'
import { halls } from './0011-halls.ts'
import { alerts } from './0013-alerts.ts'
import { notices } from './0014-notices.ts'
import { people } from './0019-people.ts'
import { senderCounts } from './0021-sender-counts.ts'
import { joinedAccounts } from './0022-joined-accounts.ts'
import { noticeDelivery } from './0015-notice-delivery.ts'
import { fitConnect } from './0016-fit-connect.ts'
import { serviceCards } from './0017-service-cards.ts'
import { towns } from './0018-towns.ts'
import { vaccinations } from './0012-vaccinations.ts'
import { staff } from './0023-staff.ts'
import { audit } from './0024-audit.ts'

/** A frozen step: raw SQL that never imports living code. */
export interface Migration {
  /** `NNNN-name`, numbered without gaps. */
  readonly name: string
  readonly up: (db: Kysely<unknown>) => Promise<void>
}

/** In order; a step that has been released never changes and never moves. */
export const MIGRATIONS: readonly Migration[] = [recordsMigration, signIn, intakeAndDelivery, blobs, maintenance, decidedByApproval, deskWork, privacy, letters, appointments, halls, vaccinations, alerts, notices, noticeDelivery, fitConnect, serviceCards, towns, people, conversations, senderCounts, joinedAccounts, staff, audit]
