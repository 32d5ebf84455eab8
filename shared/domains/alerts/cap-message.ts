import { branch, leaf, leafIf, type Element } from '../../formats/cap/element.ts'
import { capTime } from '../../formats/cap/times.ts'
import type { TownId } from '../../ids.ts'
import type { Area, Position } from './area.ts'
import type { Wording } from './content.ts'
import { identifierOf, referencesText } from './identifier.ts'
import type { Alert, Imprint } from './tables.ts'

const LANGUAGE_TAGS = { de: 'de-DE', en: 'en-GB' } as const satisfies Readonly<Record<Wording['language'], string>>
/** CAP has no word for the end of a matter but an update that calls for nothing more. */
const MESSAGE_TYPES = { alert: 'Alert', update: 'Update', cancel: 'Cancel', 'all-clear': 'Update' } as const satisfies Readonly<Record<Alert['kind'], string>>

export type ReleasedAlert = Alert & { readonly released: NonNullable<Alert['released']> }

/** A message that has been released, as CAP 1.2 says it; the same bytes whenever it is asked for, whatever is set meanwhile. */
export function capMessage(townId: TownId, alert: ReleasedAlert): Element {
  const { kind, mode, earlier, released, content } = alert
  return branch('alert', [
    leaf('identifier', identifierOf(townId, alert)),
    leaf('sender', released.sender),
    leaf('sent', capTime(released.at)),
    leaf('status', mode === 'live' ? 'Actual' : 'Exercise'),
    leaf('msgType', MESSAGE_TYPES[kind]),
    leaf('scope', 'Public'),
    ...leafIf('note', mode === 'training' ? 'ÜBUNG' : null),
    ...leafIf('references', referencesText(earlier, capTime)),
    ...content.wordings.map(wording => info(wording, alert)),
  ])
}

function info(wording: Wording, { kind, content, released }: ReleasedAlert): Element {
  const { event, category, urgency, severity, certainty, beginsAt, endsAt, web, contact, source } = content
  return branch('info', [
    leaf('language', LANGUAGE_TAGS[wording.language]), leaf('category', category), leaf('event', event),
    ...leafIf('responseType', kind === 'all-clear' ? 'AllClear' : null),
    leaf('urgency', kind === 'all-clear' ? 'Past' : urgency), leaf('severity', severity), leaf('certainty', certainty),
    ...leafIf('onset', beginsAt && beginsAt > released.at ? capTime(beginsAt) : null), ...leafIf('expires', endsAt && capTime(endsAt)),
    leaf('senderName', source || released.senderName), leaf('headline', wording.headline), leaf('description', wording.text),
    ...leafIf('instruction', wording.instruction), ...leafIf('web', addressIn(web)), ...leafIf('contact', contact),
    // In whose region it lies, as the federal system says it. As a geocode of an area it would make the whole region of it: CAP takes all that an area names together.
    branch('parameter', [leaf('valueName', 'warnVerwaltungsbereiche'), leaf('value', released.regionCode)]),
    ...content.areas.map(area => branch('area', [leaf('areaDesc', area.name), shapeOf(area, released)])),
  ])
}

/** What is no address is for people to read, and not for programs. */
const addressIn = (web: string): string | null => (/^https?:\/\/[\w.~:/?#@!$&'()*+,;=-]+$/.test(web.trim()) ? web.trim() : null)

function shapeOf(area: Area, { places }: Imprint): Element {
  if (area.kind === 'polygon') return leaf('polygon', area.points.map(pair).join(' '))
  const round = area.kind === 'circle' ? area : places.find(({ name }) => name === area.name)
  if (!round) throw new Error(`a message went out without the place of ${area.name}`)
  return leaf('circle', `${pair(round.centre)} ${written(round.radiusKm, DIGITS_OF_KM)}`)
}

/** About a metre. */
const DIGITS = 5
const DIGITS_OF_KM = 3
const pair = ([latitude, longitude]: Position): string => `${written(latitude, DIGITS)},${written(longitude, DIGITS)}`
const written = (number: number, digits: number): string => String(Number(number.toFixed(digits)))

/** Whether it has gone out, or is about to. */
export const isReleased = (alert: Alert): alert is ReleasedAlert => alert.released !== null

