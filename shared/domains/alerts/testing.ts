import type { Actor, Role } from '../../actor.ts'
import { AccountId, AlertId, DepartmentId, derivedUuid, PersonId, TopicId, TownId } from '../../ids.ts'
import { channelScope, TOWN_SCOPE } from '../../scope.ts'
import { instantFromMs } from '../../time.ts'
import type { Content, Wording } from './content.ts'
import type { Alert, AlertSettings, AlertTopic, Imprint } from './tables.ts'

const DEPARTMENT = DepartmentId.parse('ordnung')
/** Sunday, 22 November 2026, 20:38 in Tangerhütte. */
export const ALERT_NOW = instantFromMs(Date.UTC(2026, 10, 22, 19, 38))

/** Somebody by a number; with a right for the whole town, or lent by another one. */
export function somebody(number: number, role: Role, lentBy: number | null = null): Actor {
  const personId = PersonId.parse(derivedUuid('test/person', String(number)))
  const via = lentBy === null ? null : PersonId.parse(derivedUuid('test/person', String(lentBy)))
  const departmentId = role === 'officer' ? null : DEPARTMENT
  return {
    townId: TownId.parse('tangerhuette'), accountId: AccountId.parse(derivedUuid('test/account', `${number} ${role}`)), personId, name: `Person ${number}`,
    grants: [{ role, departmentId, viaPersonId: via, viaName: via && `Person ${lentBy}` }],
  }
}

export const aTownsSettings = (overrides: Partial<AlertSettings> = {}): AlertSettings => ({
  id: 'alerts', scope: TOWN_SCOPE, version: 1, sender: 'warnung@tangerhuette.example', senderName: 'Stadt Tangerhütte', regionCode: '150900546546',
  localities: [{ name: 'Tangerhütte', centre: [52.435, 11.8], radiusKm: 3 }, { name: 'Uchtdorf', centre: [52.39, 11.86], radiusKm: 1.5 }], trainingAddresses: ['uebung@tangerhuette.example'],
  escalateMinutes: 10, officerAddresses: ['bereitschaft@tangerhuette.example'], leadAddresses: ['leitung@tangerhuette.example'], ...overrides,
})

export const aTopic = (overrides: Partial<AlertTopic> = {}): AlertTopic => ({
  id: TopicId.parse('gefahren'), scope: TOWN_SCOPE, version: 1, departmentId: DEPARTMENT, kind: 'hazard', name: { de: 'Gefahrenhinweise', en: 'Hazards' },
  description: { de: '', en: '' }, channels: ['email', 'push', 'sms', 'feed', 'display'], position: 1, active: true, ...overrides,
})

export const aWording = (overrides: Partial<Wording> = {}): Wording => ({
  language: 'de', headline: 'Böschungsbrand an der Bahn in Tangerhütte', text: 'Seit 20:15 Uhr brennt die Böschung zwischen Bahnhof und Birkholzer Weg. Rauch zieht nach Osten.',
  instruction: 'Schließen Sie Fenster und Türen. Meiden Sie den Bereich am Bahnhof.', short: 'Brand an der Bahn in Tangerhütte: Fenster schließen, Bahnhof meiden.', ...overrides,
})

export const aContent = (overrides: Partial<Content> = {}): Content => ({
  topicId: aTopic().id, event: 'Brand', category: 'Fire', urgency: 'Immediate', severity: 'Severe', certainty: 'Observed', wordings: [aWording()],
  areas: [{ kind: 'locality', name: 'Tangerhütte' }], source: 'Einsatzleitung Feuerwehr Tangerhütte', contact: '', web: '', situationAt: instantFromMs(Date.UTC(2026, 10, 22, 19, 30)),
  beginsAt: null, endsAt: instantFromMs(Date.UTC(2026, 10, 22, 23, 38)), channels: ['email', 'push', 'feed'], ...overrides,
})

export const anAlert = (overrides: Partial<Alert> = {}): Alert => ({
  id: AlertId.parse(derivedUuid('test/alert', 'one')), scope: channelScope(DEPARTMENT), version: 1, mode: 'live', kind: 'alert', earlier: [], content: aContent(), createdAt: ALERT_NOW,
  authors: [{ personId: somebody(1, 'clerk').personId, name: 'Person 1' }], submitted: null, wished: null, judged: null, withdrawn: null, released: null, stopped: null, endedById: null, ...overrides,
})

/** What the settings of these tests leave with a message that was released. */
export const anImprint = (overrides: Partial<Imprint> = {}): Imprint => {
  const { sender, senderName, regionCode, localities } = aTownsSettings()
  return { sender, senderName, regionCode, topicName: aTopic().name.de, places: localities, ...overrides }
}
