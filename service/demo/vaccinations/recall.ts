import { contactIdOf, REPORT_WITHIN_MS } from '../../../shared/domains/vaccinations/recall-commands.ts'
import type { Recall, RecallContact, SideEffect, Vaccination } from '../../../shared/domains/vaccinations/tables.ts'
import { derivedUuid, RecallId, SideEffectId } from '../../../shared/ids.ts'
import { instantFromMs, msOf, type Instant } from '../../../shared/time.ts'
import { TOWN } from '../town.ts'
import { RECALLED, recalledAt, type DemoCatalogue } from './products.ts'
import { LABEL, VACCINATION_SCOPE } from './scope.ts'

const MINUTE_MS = 60_000

/** How those who have been told were reached, in the order of the list. */
const REACHED: readonly (readonly [RecallContact['state'], string])[] = [
  ['reached', 'Angerufen, keine Beschwerden.'], ['reached', 'Angerufen, wird sich beim Hausarzt melden.'], ['letter', ''], ['not-reached', 'Zweimal angerufen, niemand da.'], ['letter', ''],
]

export interface DemoRecall {
  readonly recall: Recall
  readonly contacts: readonly RecallContact[]
}

/** A recall that was opened not long ago; some of its people have been told. */
export function demoRecall({ vaccines }: DemoCatalogue, vaccinations: readonly Vaccination[], now: Instant): DemoRecall {
  const vaccine = vaccines[RECALLED.product]
  const recall: Recall = {
    id: RecallId.parse(derivedUuid(TOWN.id, `${LABEL}/recall`)), scope: VACCINATION_SCOPE, version: 0, vaccineId: vaccine.id, vaccineName: vaccine.name, lot: RECALLED.lot, reason: RECALLED.reason,
    openedAt: recalledAt(now), openedByName: 'Tanja Helm', closedAt: null, closedByName: null,
  }
  const concerned = vaccinations.filter(({ vaccineId, lot }) => vaccineId === vaccine.id && lot === recall.lot)
  const contacts = REACHED.flatMap(([state, note], index): readonly RecallContact[] => {
    const one = concerned[index]
    if (!one) return []
    const at = instantFromMs(msOf(now) - (60 - index * 9) * MINUTE_MS)
    return [{ id: contactIdOf(recall.id, one.id), scope: VACCINATION_SCOPE, version: 0, recallId: recall.id, vaccinationId: one.id, state, note, at, byName: 'Lisa Ohm' }]
  })
  return { recall, contacts }
}

/** A suspicion after one of them whose 24 hours are running. */
export function demoSideEffect({ id: vaccinationId, at }: Vaccination, now: Instant): SideEffect {
  const onsetMs = msOf(at) + 120 * MINUTE_MS
  const suspectedMs = Math.max(onsetMs, msOf(now) - 15 * 60 * MINUTE_MS)
  return {
    id: SideEffectId.parse(derivedUuid(TOWN.id, `${LABEL}/side-effect`)), scope: VACCINATION_SCOPE, version: 0, vaccinationId, description: 'Fieber über 40 °C und Schwellung des ganzen Oberarms, vom Hausarzt gemeldet.',
    onsetAt: instantFromMs(onsetMs), suspectedAt: instantFromMs(suspectedMs), dueAt: instantFromMs(suspectedMs + REPORT_WITHIN_MS), reportedAt: null, reportedByName: null, reportedTo: '',
  }
}
