import type { OfficialWarning } from '../../../shared/domains/alerts/tables.ts'
import { derivedUuid, OfficialWarningId } from '../../../shared/ids.ts'
import { TOWN_SCOPE } from '../../../shared/scope.ts'
import { instantFromMs, msOf, type Instant } from '../../../shared/time.ts'
import { personId } from '../staff.ts'
import { TOWN } from '../town.ts'

const MINUTE_MS = 60_000

/** Two warnings of other authorities, as the town may have received them: one that nobody has acknowledged, one that an officer has. */
export function demoOfficialWarnings(now: Instant): readonly OfficialWarning[] {
  const ago = (minutes: number): Instant => instantFromMs(msOf(now) - minutes * MINUTE_MS)
  const row = { scope: TOWN_SCOPE, version: 0, isTest: false, isAllClear: false, escalatedAt: null } as const
  return [
    {
      ...row, id: idOf('storm'), source: 'cap', identifier: 'demo.sturm.1', senderName: 'Wetterdienst (Beispiel)', sentAt: ago(8), receivedAt: ago(7), endsAt: ago(-9 * 60), event: 'STURMBÖEN', severity: 'Moderate',
      headline: 'Amtliche Warnung vor Sturmböen', text: 'Es treten Sturmböen mit Geschwindigkeiten um 75 km/h aus westlicher Richtung auf. In exponierten Lagen muss mit schweren Sturmböen bis 90 km/h gerechnet werden.',
      instruction: 'Achten Sie auf herabfallende Äste und Dachziegel. Sichern Sie Gegenstände im Freien.', areaNames: ['Kreis Stendal', 'Stadt Tangerhütte'], acknowledged: null,
    },
    {
      ...row, id: idOf('water'), source: 'nina', identifier: 'demo.trinkwasser.1', senderName: 'Landkreis (Beispiel)', sentAt: ago(20 * 60), receivedAt: ago(20 * 60 - 1), endsAt: ago(-28 * 60),
      event: 'Verunreinigung des Trinkwassers', severity: 'Severe', headline: 'Trinkwasser abkochen in Teilen von Lüderitz',
      text: 'Im Trinkwasser wurden Keime gefunden. Betroffen sind alle Häuser, die vom Hochbehälter Lüderitz versorgt werden.',
      instruction: 'Kochen Sie das Wasser zehn Minuten ab, bevor Sie es trinken, Essen damit zubereiten oder Zähne putzen.', areaNames: ['Lüderitz'],
      acknowledged: { at: ago(20 * 60 - 6), byPersonId: personId('steffen.albrecht'), byName: 'Steffen Albrecht' },
    },
  ]
}

const idOf = (key: string): OfficialWarningId => OfficialWarningId.parse(derivedUuid(TOWN.id, `alerts/official/${key}`))
