import type { Kysely } from 'kysely'
import * as z from 'zod'
import { sha256Hex } from '../../../../shared/canonical.ts'
import { recordKey } from '../../../../shared/command.ts'
import { Confirmation, type Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'
import { VaccinationId, type TownId } from '../../../../shared/ids.ts'
import { Instant, instantFromMs, plusDays, type Clock } from '../../../../shared/time.ts'
import type { Deliver } from '../../../delivery/worker.ts'
import { commitChanges } from '../../../store/commit.ts'
import type { Database } from '../../../store/database.ts'
import { loadRecords } from '../../../store/records.ts'
import type { Schema } from '../../../store/schema.ts'
import { awaitsSignature } from './signature-job.ts'
import type { SignatureOutcome, SignatureProvider } from './signature-provider.ts'
import { signedContent } from './signed-content.ts'

const Payload = z.object({ vaccinationId: VaccinationId, requestedAt: Instant })

/** Whoever has not signed by then signs by hand. */
const LONGEST_DAYS = 7

interface Parts {
  readonly database: Database
  readonly clock: Clock
  readonly provider: SignatureProvider
}

/**
 * Asks the provider how far a signature is and writes it down when it is there. What was signed by hand, corrected or
 * withdrawn meanwhile stays as it is; what the provider declines waits for a hand.
 */
export const createSignatureDelivery =
  ({ database, clock, provider }: Parts): Deliver =>
  async ({ townId, key, payload }) => {
    const { vaccinationId, requestedAt } = Payload.parse(payload)
    const record = await recordOf(database.db, townId, vaccinationId, false)
    if (!record || !awaitsSignature(record)) return 'done'
    if (instantFromMs(clock.nowMs()) > plusDays(requestedAt, LONGEST_DAYS)) return 'failed'
    const documentHash = hashOf(record)
    const outcome = await provider.sign({ key, documentHash, responsible: { name: record.responsible.name, address: record.responsible.address } })
    if (outcome.state === 'pending') return { retryAfterMs: outcome.retryAfterMs }
    if (outcome.state === 'failed') return 'failed'
    await database.db.transaction().execute(trx => confirm(trx, townId, { vaccinationId, documentHash, provider: provider.name, outcome, at: instantFromMs(clock.nowMs()) }))
    return 'done'
  }

const hashOf = (record: Vaccination): string => sha256Hex(signedContent(record))

interface Signed {
  readonly vaccinationId: VaccinationId
  readonly documentHash: string
  readonly provider: string
  readonly outcome: Extract<SignatureOutcome, { readonly state: 'complete' }>
  readonly at: Instant
}

async function confirm(trx: Kysely<Schema>, townId: TownId, { vaccinationId, documentHash, provider, outcome: { signature, reference }, at }: Signed): Promise<void> {
  const record = await recordOf(trx, townId, vaccinationId, true)
  if (!record || !awaitsSignature(record) || hashOf(record) !== documentHash) return
  // What comes from outside is read before it is kept: desks refuse a row that they cannot read.
  const row: Vaccination = { ...record, confirmation: Confirmation.parse({ kind: 'qualified', at, provider, reference, signature }) }
  await commitChanges(trx, { townId, actor: null, action: 'vaccinations.signed', commandId: null, at }, [{ table: 'vaccinations', row }])
}

async function recordOf(db: Kysely<Schema>, townId: TownId, id: VaccinationId, isLocked: boolean): Promise<Vaccination | undefined> {
  const ref = { table: 'vaccinations', id } as const
  return (await loadRecords(db, townId, [ref], isLocked)).get(recordKey(ref)) as Vaccination | undefined
}
