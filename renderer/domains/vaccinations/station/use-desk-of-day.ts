import { useRef, useState, type RefObject } from 'react'
import type { StandBy, VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'
import { isTicketText } from '../../../../shared/domains/vaccinations/ticket-text.ts'
import type { Vaccinee } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import { derivedUuid, type AppointmentId, type VisitId } from '../../../../shared/ids.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import type { RefusalShown } from '../../../ui/error-sentences.ts'
import type { Booked, Card } from '../board/board-view.ts'
import type { Catalogue } from '../queries.ts'
import { draftForAppointment, draftForStandBy, NOBODY, splitName, type PersonDraft } from './check-in-draft.ts'
import { useTakeTicket } from '../ticket/use-take-ticket.ts'
import { appointmentInLink, type Found } from './find-people.ts'
import { looksLikeBox, scannedBox, type ScannedBox } from './scanned-box.ts'
import { useSaved, useStation, type Station } from './use-station.ts'

export interface CheckingIn {
  readonly draft: PersonDraft
  readonly appointmentId: AppointmentId | null
}

/** What was scanned or typed and belongs to nobody who is open here. */
export type Notice = { readonly kind: 'box'; readonly scanned: ScannedBox } | { readonly kind: 'refused'; readonly refusal: RefusalShown } | { readonly kind: 'nobody' | 'other-day'; readonly text: string }

interface Around {
  readonly session: VaccinationSession
  readonly catalogue: Catalogue
  readonly today: string
  readonly booked: readonly Booked[]
  readonly cards: readonly Card[]
}

export interface DeskOfDay {
  readonly station: Station
  readonly field: RefObject<HTMLInputElement | null>
  readonly focusField: () => void
  readonly openId: string | undefined
  readonly card: Card | undefined
  readonly open: (visitId: string) => void
  readonly toBoard: () => void
  readonly notice: Notice | undefined
  /** What the box of the person who is open said. */
  readonly scanned: ScannedBox | undefined
  readonly takeBox: (scanned: ScannedBox) => void
  readonly takeText: (text: string) => void
  readonly pick: (found: Found) => void
  readonly checkingIn: CheckingIn | undefined
  readonly admit: (appointment: Booked) => void
  readonly admitStandBy: (entry: StandBy) => void
  readonly admitNamed: (name: string) => void
  readonly checkIn: (person: Vaccinee) => void
  readonly dropCheckIn: () => void
}

/** Who is open at this station, who is being checked in, and where a scan belongs. */
export function useDeskOfDay(around: Around): DeskOfDay {
  const { session, cards, booked } = around
  const station = useStation()
  const field = useRef<HTMLInputElement>(null)
  const [openId, setOpenId] = useState<string>()
  const [checkingIn, setCheckingIn] = useState<CheckingIn>()
  const [notice, setNotice] = useState<Notice>()
  const [scan, setScan] = useState<{ readonly visitId: VisitId; readonly scanned: ScannedBox }>()
  const takeIn = useTakeIn()
  const takeTicket = useTakeTicket(session)
  const card = cards.find(({ visit }) => visit.id === openId)
  const focusField = (): void => field.current?.focus()
  const open = (visitId: string): void => {
    setNotice(undefined)
    setOpenId(visitId)
  }
  const toBoard = (): void => {
    setNotice(undefined)
    setOpenId(undefined)
    focusField()
  }
  const admitDraft = (draft: PersonDraft, appointmentId: AppointmentId | null = null): void => {
    setNotice(undefined)
    setCheckingIn({ draft, appointmentId })
  }
  const admit = (appointment: Booked): void => admitDraft(draftForAppointment(appointment), appointment.id)
  const admitStandBy = (entry: StandBy): void => admitDraft(draftForStandBy(entry))
  const takeBox = (scanned: ScannedBox): void => {
    takeIn(scanned)
    const isAwaited = card !== undefined && card.visit.vaccinationId === null && card.stage !== 'left'
    setNotice(isAwaited ? undefined : { kind: 'box', scanned })
    if (isAwaited) setScan({ visitId: card.visit.id, scanned })
  }
  const takeLink = (text: string): void => {
    const appointmentId = appointmentInLink(text)
    const here = cards.find(({ visit }) => visit.appointmentId !== null && visit.appointmentId === appointmentId)
    const appointment = booked.find(({ id }) => id === appointmentId)
    if (here) open(here.visit.id)
    else if (appointment) admit(appointment)
    else setNotice({ kind: appointmentId ? 'other-day' : 'nobody', text })
  }
  return {
    station, field, focusField, openId, card, open, toBoard, notice, takeBox, checkingIn, admit, admitStandBy,
    scanned: scan && scan.visitId === card?.visit.id ? scan.scanned : undefined,
    takeText: text => {
      if (isTicketText(text)) void takeTicket(text).then(taken => (taken.ok ? open(taken.visitId) : setNotice({ kind: 'refused', refusal: taken.refusal })))
      else if (looksLikeBox(text)) takeBox(scannedBox(text, { catalogue: around.catalogue, vaccineIds: session.vaccineIds, today: around.today }))
      else takeLink(text)
    },
    pick: found => {
      if (found.kind === 'here') open(found.card.visit.id)
      else if (found.kind === 'booked') admit(found.appointment)
      else admitStandBy(found.entry)
    },
    admitNamed: name => admitDraft({ ...NOBODY, ...splitName(name) }),
    dropCheckIn: () => setCheckingIn(undefined),
    checkIn: person => station.step('check-in', { sessionId: session.id, appointmentId: checkingIn?.appointmentId ?? null, person }, commandId => {
      setCheckingIn(undefined)
      open(derivedUuid(commandId, 'visit'))
    }),
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
