import { useEffect, useRef, useState, type ReactElement, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { stageOf } from '../../../../shared/domains/vaccinations/stage.ts'
import { stands } from '../../../../shared/domains/vaccinations/twins.ts'
import { Button } from '../../../ui/button.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { PendingMark } from '../../../ui/pending-mark.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { hasTwin } from '../board/board-view.ts'
import { listName, STAGE_ICONS } from '../board/board-words.tsx'
import { draftForPerson } from './check-in-draft.ts'
import { HistoryPart } from './history-part.tsx'
import { LeaveDialog } from './observe-dialogs.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { CertificateButton, LabelsButton } from '../certificate/certificate-button.tsx'
import { TicketButton } from '../ticket/ticket-button.tsx'
import { TwinsPart } from './twins-part.tsx'
import type { VisitPanelProps } from './visit-panel-props.ts'
import { VisitSteps } from './visit-steps.tsx'

/** One person at this station: who it is, the step that is next, what is known of earlier doses. */
export function VisitPanel(props: VisitPanelProps): ReactElement {
  const { t } = useTranslation()
  const { card: { visit, stage }, session, day, catalogue, today, station, onOpen } = props
  const part = useRef<HTMLElement>(null)
  const isTwin = useRef(hasTwin(visit, day))
  // Whoever opens somebody who was written down twice comes to that first, not to the next step below it.
  useEffect(() => {
    if (isTwin.current) part.current?.querySelector<HTMLElement>('.problem')?.focus()
  }, [])
  return (
    <article ref={part} tabIndex={-1} className="person" aria-label={t('vaccinations.personLabel', { name: listName(visit.person) })}>
      <PersonHead {...props} />
      {hasTwin(visit, day) && <TwinsPart visit={visit} day={day} station={station} onOpen={onOpen} />}
      <div className="person__parts">
        <div className="person__steps"><VisitSteps {...props} /></div>
        <div className="person__side"><HistoryPart visit={visit} session={session} catalogue={catalogue} today={today} station={station} /></div>
      </div>
      <FallenFocus key={stage} part={part} />
    </article>
  )
}

/** The button that led to a step is gone with the step before; where nothing else takes the focus, the person does. */
function FallenFocus({ part }: { readonly part: RefObject<HTMLElement | null> }): null {
  useEffect(() => {
    if (document.activeElement === document.body) part.current?.focus({ preventScroll: true })
  }, [part])
  return null
}

function PersonHead({ card: { visit, ticket, age, stage }, session, day, today, station, onNext }: VisitPanelProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [open, setOpen] = useState<'change' | 'leave'>()
  const { person } = visit
  const close = (): void => setOpen(undefined)
  const records = day.vaccinations.filter(record => record.visitId === visit.id && stands(record))
  const isBefore = !['watched', 'done', 'left'].includes(stageOf(visit))
  const address = [person.street, [person.postalCode, person.place].filter(Boolean).join(' '), person.phone, person.email].filter(Boolean).join(' · ')
  return (
    <header className="person__head">
      <h2 className="person__name"><span className="card__ticket">{ticket}</span>{listName(person)}</h2>
      <div className="person__deeds">
        <span className="status person__stage"><Icon name={STAGE_ICONS[stage]} />{t(`vaccinations.stage.${stage}`)}</span>
        {stage !== 'done' && stage !== 'left' && <TicketButton visit={visit} session={session} />}
        {records.length > 0 && <CertificateButton records={records} />}
        {records.length > 0 && <LabelsButton records={records} />}
        {isBefore && <Button icon="pencil" onPress={() => setOpen('change')}>{t('vaccinations.changePerson')}</Button>}
        {isBefore && <Button icon="crossCircle" onPress={() => setOpen('leave')}>{t('vaccinations.leave')}</Button>}
        {/* Behind the buttons: what comes and goes moves none of them away from under a hand. */}
        {visit.isPending && <PendingMark />}
      </div>
      <p className="person__facts"><span className="person__born">{person.birthDay === null ? <span className="late"><Icon name="warning" size={16} />{t('vaccinations.birthDayMissing')}</span> : t('vaccinations.born', { day: formatPlainDay(person.birthDay, language), count: age ?? 0 })}</span><span className="muted">{address || t('vaccinations.outOfReach')}</span></p>
      {open === 'change' && (
        <PersonDialog title={t('vaccinations.changePerson')} confirm={t('vaccinations.savePerson')} draft={draftForPerson(person, birthDay => formatPlainDay(birthDay, language))} today={today} leastAge={session.fromAge} onClose={close}
          onSend={changed => station.step('change-person', { visitId: visit.id, person: changed }, close)} />
      )}
      {open === 'leave' && <LeaveDialog visit={visit} station={station} onClose={close} onLeft={onNext} />}
    </header>
  )
}
