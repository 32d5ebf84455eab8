import { useEffect, useEffectEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'
import type { Vaccinee } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow, useStatus } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { formatWeekday } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { boardLanes, type Booked, type Lane } from '../board/board-view.ts'
import { BoardLine, overWords } from '../board/board-line.tsx'
import { Board } from '../board/board.tsx'
import { ExpectedLane } from '../board/expected-lane.tsx'
import { FiguresLine } from '../board/figures-line.tsx'
import { useBooked, useSessionDay, type Catalogue, type SessionDay } from '../queries.ts'
import { BoxResult } from './box-part.tsx'
import { findPeople, hereAs, standByToCome, stillToCome } from './find-people.ts'
import { PersonDialog } from './person-dialog.tsx'
import { ScanField } from './scan-field.tsx'
import { useStationMemory, type StationMemory } from './station-memory.ts'
import { useDeskOfDay, type DeskOfDay } from './use-desk-of-day.ts'
import type { Station } from './use-station.ts'
import { VisitPanel } from './visit-panel.tsx'

interface Props {
  readonly session: VaccinationSession
  readonly catalogue: Catalogue
  readonly today: string
}

/** The board of a session, the field for scans, and the person who is at this station. */
export function StationDesk(props: Props): ReactElement {
  const { t } = useTranslation()
  const day = useSessionDay(props.session.id)
  const booked = useBooked(props.session)
  const now = instantFromMs(useNow(10_000))
  const isOnline = useStatus()?.connection === 'online'
  if (!day) return <p className="muted">{t('common.loading')}</p>
  return (
    <div className="station">
      {!isOnline && <output className="callout">{t('vaccinations.offline')}</output>}
      <DeskFor {...props} day={day} booked={booked} lanes={boardLanes(day, props.session.day, now)} />
    </div>
  )
}

interface DayProps extends Props {
  readonly day: SessionDay
  readonly booked: readonly Booked[]
  readonly lanes: readonly Lane[]
}

function DeskFor(props: DayProps): ReactElement {
  const { t } = useTranslation()
  const { session, catalogue, today, booked, lanes } = props
  const cards = lanes.flatMap(lane => lane.cards)
  const desk = useDeskOfDay({ session, catalogue, today, booked, cards })
  const memory = useStationMemory()
  const { checkIn } = desk
  const openSame = (person: Vaccinee): (() => void) | undefined => {
    const same = hereAs(cards, person)
    return same && (() => { checkIn.drop(); desk.open(same.visit.id) })
  }
  return (
    <>
      <SessionState session={session} today={today} station={desk.station} />
      <div className="station__bar">
        <ScanField field={desk.field} find={text => findPeople(text, { cards, booked, standBy: session.standBy })} onPick={desk.pick} onText={desk.takeText} />
        <Button icon="plus" onPress={() => checkIn.admitNamed('')}>{t('vaccinations.walkIn')}</Button>
      </div>
      <NoticeLine desk={desk} />
      {desk.openId === undefined ? <Wall {...props} desk={desk} /> : <AtStation {...props} desk={desk} memory={memory} />}
      {checkIn.now && <PersonDialog title={t('vaccinations.checkIn')} confirm={t('vaccinations.checkIn')} draft={checkIn.now.draft} today={today} leastAge={session.fromAge} openSame={openSame} onSend={checkIn.save} onClose={checkIn.drop} />}
    </>
  )
}

/** Nobody is open: the whole day. */
function Wall({ session, day, catalogue, booked, lanes, desk }: DayProps & { readonly desk: DeskOfDay }): ReactElement {
  const { t } = useTranslation()
  const cards = lanes.flatMap(lane => lane.cards)
  const expected = stillToCome(booked, cards)
  useFallenFocus(desk.focusField)
  return (
    <>
      <output className="sr-only">{overWords(lanes, t)}</output>
      <FiguresLine day={day} catalogue={catalogue} expected={expected.length} />
      <Board lanes={lanes} onOpen={desk.open}>
        <ExpectedLane booked={expected} standBy={standByToCome(session.standBy, cards)} onBooked={desk.checkIn.admit} onStandBy={desk.checkIn.admitStandBy} />
      </Board>
    </>
  )
}

/** What had the focus may be gone with the person and the window that lay over them: then the field for scans has it. */
function useFallenFocus(focusField: () => void): void {
  const take = useEffectEvent(focusField)
  useEffect(() => {
    if (document.activeElement === document.body) take()
  }, [])
}

/** Esc goes back to the board, unless something lies over the screen or has a use of its own for it. Out of what was typed it leads to the field for scans first. */
function useEscape({ toBoard, focusField }: Pick<DeskOfDay, 'toBoard' | 'focusField'>): void {
  const back = useEffectEvent(() => (isWriting() ? focusField() : toBoard()))
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('.overlay, .select__list')) back()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

const isWriting = (): boolean => {
  const field = document.activeElement
  return (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text')) && field.value !== ''
}

/** Somebody is open, the day in a line above. */
function AtStation({ session, day, catalogue, today, lanes, desk, memory }: DayProps & { readonly desk: DeskOfDay; readonly memory: StationMemory }): ReactElement {
  const { t } = useTranslation()
  const { card, station, checkIn } = desk
  useEscape(desk)
  return (
    <>
      <BoardLine lanes={lanes} onBack={desk.toBoard} onOpen={desk.open} />
      {card
        ? <VisitPanel key={card.visit.id} card={card} session={session} day={day} catalogue={catalogue} today={today} station={station} memory={memory} scanned={desk.scanned} onScanned={desk.takeBox} onReadyToScan={desk.focusField} isAnother={desk.isAnother} onAnother={desk.setAnother} onOpen={desk.open} onNext={desk.toBoard} onBackAgain={checkIn.admitAgain} />
        : <p className="muted">{t('common.loading')}</p>}
    </>
  )
}

/** A day that has not begun, is over, or is not today says so. */
function SessionState({ session: { id, status, day }, today, station }: Pick<Props, 'session' | 'today'> & { readonly station: Station }): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  if (status === 'open' && day === today) return null
  return (
    <div className="callout station__state">
      <span>{day === today ? t(`vaccinations.state.${status}`) : t('vaccinations.notToday', { day: formatWeekday(day, language) })}</span>
      {status !== 'cancelled' && status !== 'open' && day === today && <Button onPress={() => station.step('turn-session', { sessionId: id, to: 'open' })}>{t('vaccinations.openSession')}</Button>}
    </div>
  )
}

function NoticeLine({ desk: { notice, checkIn } }: { readonly desk: DeskOfDay }): ReactElement | null {
  const { t } = useTranslation()
  if (!notice) return null
  if (notice.kind === 'refused') return <div className="station__notice"><Problem refusal={notice.refusal} /></div>
  if (notice.kind === 'box') return <div className="station__notice" role={notice.scanned.kind === 'usable' ? 'alert' : undefined}><BoxResult scanned={notice.scanned} /><p className="muted">{t('vaccinations.boxForNobody')}</p></div>
  return (
    <div className="callout station__state" role="alert">
      <span>{t(notice.kind === 'nobody' ? 'vaccinations.nobodyFound' : 'vaccinations.otherDay', { text: notice.text })}</span>
      {notice.kind === 'nobody' && <Button icon="plus" onPress={() => checkIn.admitNamed(notice.text)}>{t('vaccinations.walkIn')}</Button>}
    </div>
  )
}
