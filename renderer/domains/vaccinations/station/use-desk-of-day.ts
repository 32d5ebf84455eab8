import { useRef, useState, type RefObject } from 'react'
import type { VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'
import { isTicketText } from '../../../../shared/domains/vaccinations/ticket-text.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import type { RefusalShown } from '../../../ui/error-sentences.ts'
import type { Booked, Card } from '../board/board-view.ts'
import type { Catalogue } from '../queries.ts'
import { useTakeTicket } from '../ticket/use-take-ticket.ts'
import { appointmentInLink, type Found } from './find-people.ts'
import { boxOfLot, looksLikeBox, scannedBox, type ScannedBox } from './scanned-box.ts'
import { useCheckIn, type CheckIn } from './use-check-in.ts'
import { useSaved, useStation, type Station } from './use-station.ts'

/** What was scanned or typed and belongs to nobody who is open here. */
export type Notice = { readonly kind: 'box'; readonly scanned: ScannedBox } | { readonly kind: 'refused'; readonly refusal: RefusalShown } | { readonly kind: 'nobody' | 'other-day'; readonly text: string }

interface Around {
  readonly session: VaccinationSession
  readonly catalogue: Catalogue
  readonly today: string
  readonly booked: readonly Booked[]
  readonly cards: readonly Card[]
}

/** Who is at this station, and what was scanned. */
interface Opened {
  readonly openId: string | undefined
  readonly notice: Notice | undefined
  readonly scan: { readonly visitId: string; readonly scanned: ScannedBox } | undefined
  /** They get a second vaccine at once. */
  readonly isAnother: boolean
}

const NOBODY_OPEN: Opened = { openId: undefined, notice: undefined, scan: undefined, isAnother: false }

export interface DeskOfDay {
  readonly station: Station
  readonly checkIn: CheckIn
  readonly field: RefObject<HTMLInputElement | null>
  readonly focusField: () => void
  readonly openId: string | undefined
  readonly card: Card | undefined
  readonly open: (visitId: string) => void
  readonly toBoard: () => void
  /** Whether the person who is open gets another vaccine after one that was documented; `setAnother` begins and ends that. */
  readonly isAnother: boolean
  readonly setAnother: (isAnother: boolean) => void
  readonly notice: Notice | undefined
  /** What the box of the person who is open said. */
  readonly scanned: ScannedBox | undefined
  readonly takeBox: (scanned: ScannedBox) => void
  readonly takeText: (text: string) => void
  readonly pick: (found: Found) => void
}

/** Who is open at this station, who is being checked in, and where a scan belongs. */
export function useDeskOfDay(around: Around): DeskOfDay {
  const station = useStation()
  const field = useRef<HTMLInputElement>(null)
  const [{ openId, notice, scan, isAnother }, setOpened] = useState(NOBODY_OPEN)
  const open = (visitId: string): void => setOpened(before => ({ ...before, openId: visitId, notice: undefined, isAnother: false }))
  const setAnother = (begins: boolean): void => setOpened(before => ({ ...before, scan: undefined, isAnother: begins }))
  const tell = (told: Notice): void => setOpened(before => ({ ...before, notice: told }))
  const checkIn = useCheckIn(around.session, station, open)
  const takeIn = useTakeIn()
  const card = around.cards.find(({ visit }) => visit.id === openId)
  const focusField = (): void => field.current?.focus()
  const toBoard = (): void => {
    setOpened(NOBODY_OPEN)
    focusField()
  }
  const takeBox = (scanned: ScannedBox): void => {
    takeIn(scanned)
    const isAwaited = card !== undefined && (isAnother || card.visit.vaccinationId === null) && card.stage !== 'left'
    if (isAwaited) setOpened({ openId: card.visit.id, isAnother, notice: undefined, scan: { visitId: card.visit.id, scanned } })
    else tell({ kind: 'box', scanned })
  }
  const takeText = useTakeText(around, { open, tell, takeBox, checkIn })
  const pick = (found: Found): void => {
    if (found.kind === 'here') open(found.card.visit.id)
    else if (found.kind === 'booked') checkIn.admit(found.appointment)
    else checkIn.admitStandBy(found.entry)
  }
  return { station, checkIn, field, focusField, openId, card, open, toBoard, isAnother, setAnother, notice, takeBox, takeText, pick, scanned: scan && scan.visitId === openId ? scan.scanned : undefined }
}

interface Acts {
  readonly open: (visitId: string) => void
  readonly tell: (notice: Notice) => void
  readonly takeBox: (scanned: ScannedBox) => void
  readonly checkIn: CheckIn
}

/** What was scanned or typed by what it is: a ticket, a box or its lot, the code of a booking; anything else is a name that nobody here has. */
function useTakeText({ session, catalogue, today, booked, cards }: Around, { open, tell, takeBox, checkIn }: Acts): (text: string) => void {
  const takeTicket = useTakeTicket(session)
  const takeLink = (text: string): void => {
    const appointmentId = appointmentInLink(text)
    const here = cards.find(({ visit }) => visit.appointmentId !== null && visit.appointmentId === appointmentId)
    const appointment = booked.find(({ id }) => id === appointmentId)
    if (here) open(here.visit.id)
    else if (appointment) checkIn.admit(appointment)
    else tell({ kind: appointmentId ? 'other-day' : 'nobody', text })
  }
  return text => {
    if (isTicketText(text)) {
      void takeTicket(text).then(taken => (taken.ok ? open(taken.visitId) : tell({ kind: 'refused', refusal: taken.refusal })))
      return
    }
    const around = { catalogue, vaccineIds: session.vaccineIds, today }
    const box = looksLikeBox(text) ? scannedBox(text, around) : boxOfLot(text, around)
    if (box) takeBox(box)
    else takeLink(text)
  }
}

/** A batch that nobody has seen yet is taken into the list as soon as it is scanned. */
function useTakeIn(): (scanned: ScannedBox) => void {
  const { client } = useCore()
  const saved = useSaved()
  return scanned => {
    if (scanned.kind === 'usable' && scanned.isNew) void saved(() => client.vaccinations['add-batch']({ ...scanned.box }))
  }
}
