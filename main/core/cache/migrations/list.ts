import { base } from './0001-base.ts'
import { outbox } from './0002-outbox.ts'
import { deskWork } from './0003-desk-work.ts'
import { lists } from './0004-lists.ts'
import { reports } from './0005-reports.ts'
import { appointments } from './0006-appointments.ts'
import { halls } from './0007-halls.ts'
import { vaccinations } from './0008-vaccinations.ts'
import { alerts } from './0009-alerts.ts'
import { notices } from './0010-notices.ts'
import { noticeDelivery } from './0011-notice-delivery.ts'
import { serviceCards } from './0012-service-cards.ts'
import { people } from './0013-people.ts'
import { conversations } from './0014-conversations.ts'
import { staff } from './0015-staff.ts'
import type { Migration } from './migration.ts'

/** Every step in order; numbers run from 1 without a gap. */
export const MIGRATIONS: readonly Migration[] = [base, outbox, deskWork, lists, reports, appointments, halls, vaccinations, alerts, notices, noticeDelivery, serviceCards, people, conversations, staff]
