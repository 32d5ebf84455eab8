import { expect, test } from 'vitest'
import { recordKey } from '../../command.ts'
import { AlertId, derivedUuid } from '../../ids.ts'
import { stateOf } from '../../command.ts'
import { imprintOf } from './imprint.ts'
import type { Alert, AlertSettings } from './tables.ts'
import { aContent, ALERT_NOW, anAlert, anImprint, aTopic, aTownsSettings, somebody } from './testing.ts'

const before = anAlert({
  id: AlertId.parse(derivedUuid('test/alert', 'before')),
  released: { at: ALERT_NOW, byPersonId: somebody(2, 'lead').personId, byName: 'Person 2', contentHash: 'a'.repeat(64), ...anImprint(), emergency: null },
})
const imprint = (alert: Partial<Alert>, settings: Partial<AlertSettings> = {}) => {
  const rows = [['alert_settings', aTownsSettings(settings)], ['alert_topics', aTopic()], ['alerts', before]] as const
  return imprintOf(anAlert(alert), stateOf(new Map(rows.map(([table, row]) => [recordKey({ table, id: row.id }), row]))))
}
const follows = [{ alertId: before.id, identifier: 'x', sender: 'y', sentAt: ALERT_NOW }]

test('what the settings say about whom and where is kept, and of places only those that are named', () => {
  const [tangerhuette] = aTownsSettings().localities
  expect(imprint({})).toEqual({ ok: true, value: { sender: 'warnung@tangerhuette.example', senderName: 'Stadt Tangerhütte', regionCode: '150900546546', topicName: 'Gefahrenhinweise', places: [tangerhuette] } })
  expect(imprint({ content: aContent({ areas: [{ kind: 'circle', name: 'Uchtdorf', centre: [52, 11], radiusKm: 1 }] }) })).toMatchObject({ ok: true, value: { places: [] } })
})

test('a shape far away is refused by its name: latitude and longitude may be the wrong way round', () => {
  const corner = (latitude: number, longitude: number) => [latitude, longitude] as [number, number]
  const circle = (centre: [number, number]) => imprint({ content: aContent({ areas: [{ kind: 'circle', name: 'Werk', centre, radiusKm: 1 }] }) })
  expect([circle(corner(11.8, 52.435)), circle(corner(53.4, 11.8))]).toEqual(Array.from({ length: 2 }, () => ({ ok: false, error: { code: 'alerts/place-elsewhere', facts: { place: 'Werk' } } })))
  expect(circle(corner(53.2, 11.8))).toMatchObject({ ok: true })
  const shape = [corner(52.4, 11.8), corner(52.5, 11.8), corner(52.5, 14.9), corner(52.4, 11.8)]
  expect(imprint({ content: aContent({ areas: [{ kind: 'polygon', name: 'Damm', points: shape }] }) })).toMatchObject({ ok: false, error: { code: 'alerts/place-elsewhere' } })
})

test('a place that the settings do not know is refused, and lies where it lay for whoever was warned there', () => {
  expect(imprint({}, { localities: [] })).toEqual({ ok: false, error: { code: 'alerts/place-unknown', facts: { place: 'Tangerhütte' } } })
  expect(imprint({ earlier: follows }, { localities: [] })).toMatchObject({ ok: true, value: { places: anImprint().places.slice(0, 1) } })
  const moved = { name: 'Tangerhütte', centre: [52.5, 11.9], radiusKm: 4 } as const
  expect(imprint({ earlier: follows }, { localities: [{ ...moved, centre: [52.5, 11.9] }] })).toMatchObject({ ok: true, value: { places: [moved] } })
})
