import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { grantsIn } from '../../../../shared/actor.ts'
import { MOST_POINTS, type Position } from '../../../../shared/domains/alerts/area.ts'
import { broadcastLength, requestedText, WARNING_MEANS, type BroadcastLength, type CountyRequest } from '../../../../shared/domains/alerts/county-request.ts'
import { identifierOf } from '../../../../shared/domains/alerts/identifier.ts'
import { RELEASERS } from '../../../../shared/domains/alerts/roles.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import { germanDay, germanTime } from '../../../../shared/german-days.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { AlertPaper, CountyFormQuery } from '../../../../shared/wire/alert-papers.ts'
import type { Access } from '../../../store/access.ts'
import { alertFor } from '../progress.ts'
import { surroundingsOf, type AlertPaperParts } from '../report/report.ts'

const LAYOUT = readFileSync(join(import.meta.dirname, 'county-form.typ'), 'utf8')

const LEVELS = [[1, 'Warnstufe 1: akute Gefahr'], [2, 'Warnstufe 2: ernste Gefahr'], [3, 'Warnstufe 3: Gefahreninformation']] as const satisfies readonly (readonly [CountyRequest['level'], string])[]
const MEANS = {
  broadcasting: 'Rundfunk und Fernsehen', app: 'Warn-Apps', 'cell-broadcast': 'Cell Broadcast (alle Mobiltelefone im Gebiet)', sirens: 'Sirenen', boards: 'Stadtinformationstafeln',
} as const satisfies Readonly<Record<CountyRequest['means'][number], string>>

/** The request to the county as a form to be signed, for whoever may release the message: nothing goes out by it. */
export async function countyForm({ database, typesetter }: AlertPaperParts, access: Access, query: CountyFormQuery, now: Instant): Promise<Result<AlertPaper>> {
  const found = await alertFor(database.db, access, query.alertId)
  if (!found.ok) return found
  const alert = found.value
  if (grantsIn(access.actor, RELEASERS, alert.scope).length === 0) return refuse('commands/not-allowed')
  if (!alert.content.wordings.some(({ language }) => language === 'de')) return refuse('alerts/incomplete', { fields: 'wordings' })
  if (!typesetter) return refuse('letters/no-typesetter')
  const { authority, department } = await surroundingsOf(database.db, access, alert)
  const head = department?.letterhead ?? null
  const address = head ? `${head.street}, ${head.postalCode} ${head.place}` : ''
  const set = await typesetter.typeset({ layout: LAYOUT, data: formData(alert, query, { authority, address, identifier: identifierOf(access.actor.townId, alert), now }) })
  return set.ok ? ok({ fileName: `Antrag-${identifierOf(access.actor.townId, alert)}.pdf`, mediaType: 'application/pdf', content: Buffer.from(set.value).toString('base64') }) : set
}

const momentOf = (at: Instant | null): string => (at === null ? '' : `${germanDay(at).split('-').toReversed().join('.')}, ${germanTime(at)} Uhr`)

interface Around {
  readonly authority: string
  readonly address: string
  readonly identifier: string
  readonly now: Instant
}

function formData({ mode, kind, content, released }: Alert, { level, means, contactName, contactPhone }: CountyRequest, { authority, address, identifier, now }: Around) {
  const text = requestedText(content)
  return {
    title: kind === 'all-clear' ? 'Antrag auf Entwarnung über das Modulare Warnsystem' : 'Antrag auf Warnung über das Modulare Warnsystem', authority, address, identifier, isTraining: mode === 'training', asOf: momentOf(now),
    levels: LEVELS.map(([number, label]) => ({ label, isChosen: number === level })),
    means: WARNING_MEANS.map(one => ({ label: MEANS[one], isChosen: means.includes(one) })),
    facts: [
      ['Ereignis', content.event], ['Gebiet', content.areas.map(({ name }) => name).join(', ')], ['Formen (Breite Länge)', shapesOf(content)], ['Lage von', momentOf(content.situationAt)],
      ['Gilt ab', momentOf(content.beginsAt) || 'sofort'], ['Gilt bis', momentOf(content.endsAt)], ['Es informiert', content.source], ['Rückruf', `${contactName}, ${contactPhone}`],
      ['Eigene Meldung', released ? `ist seit ${momentOf(released.at)} hinausgegeben` : 'ist noch nicht hinausgegeben'],
    ].filter(([, value]) => value !== ''),
    text, length: lengthSentence(broadcastLength(text)), isTooLong: means.includes('cell-broadcast') && broadcastLength(text).isTooLong,
  }
}

/** What the control room has to draw: a name alone is no shape. */
const shapesOf = ({ areas }: Alert['content']): string =>
  areas.flatMap(area => {
    if (area.kind === 'circle') return [`${area.name}: ${String(area.radiusKm).replace('.', ',')} km um ${pointText(area.centre)}`]
    return area.kind === 'polygon' ? [`${area.name}: ${area.points.slice(0, MOST_POINTS).map(pointText).join('; ')}`] : []
  }).join('\n')

/** Latitude and longitude with points, as programs for maps take them. */
const pointText = (position: Position): string => position.map(degrees => degrees.toFixed(5)).join(' ')

const ALPHABETS = { 'gsm-7': 'im Grundzeichensatz (GSM-7)', 'ucs-2': 'im erweiterten Zeichensatz (UCS-2)' } as const

function lengthSentence({ encoding, units, most, isTooLong, foreign }: BroadcastLength): string {
  const forced = foreign.length === 0 ? '' : ` Diese Zeichen erzwingen den erweiterten Zeichensatz: ${foreign.map(({ character }) => character).join(' ')}.`
  const over = isTooLong ? ` Für Cell Broadcast sind das ${units - most} zu viel.` : ''
  return `${units} von höchstens ${most.toLocaleString('de-DE')} Zeichen ${ALPHABETS[encoding]}.${over}${forced}`
}
