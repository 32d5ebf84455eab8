import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, StrandedAppointment } from '../../../../shared/contract/appointments.ts'
import type { VaccinationSession, Vaccine } from '../../../../shared/domains/vaccinations/tables.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { SessionId } from '../../../../shared/ids.ts'
import { useNow, useStatus } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useVaccinationCommand } from '../mutations.ts'
import { useVaccinationSessions } from '../queries.ts'
import { roomWords } from './capacity-words.ts'
import { roomOf } from './session-capacity.ts'
import { addressOf, draftOf, newDraft, readSession, type ReadSession, type SessionDraft, type SessionField } from './session-draft.ts'
import { OfferFields, PeopleFields, WhenFields } from './session-fields.tsx'
import { TeamFields } from './team-fields.tsx'
import { shortestOf } from './use-capacity.ts'
import { useFirstWrong } from './use-first-wrong.ts'
import { usePhysicians } from './use-physicians.ts'
import { useStrandedBy } from './use-stranded-by.ts'

interface Props {
  readonly here: FurnishedPlace
  readonly vaccines: readonly Vaccine[]
  /** Undefined for a new one. */
  readonly session: VaccinationSession | undefined
  readonly onClose: () => void
}

/** Plans a session or changes one; its times can be booked as soon as it is saved. */
export function SessionDialog(props: Props): ReactElement {
  const { t } = useTranslation()
  return <Dialog size="large" title={t(props.session ? 'planning.changeSession' : 'planning.newSession')} isOpen onClose={props.onClose}><SessionForm {...props} /></Dialog>
}

function SessionForm({ here, vaccines, session, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [draft, setDraft] = useState<SessionDraft>(() => (session ? draftOf(session, here, day => formatPlainDay(day, language)) : newDraft(here)))
  const [isJudged, setJudged] = useState(false)
  const { form, goThere } = useFirstWrong()
  const physicians = usePhysicians(here.place.scope)
  const sessions = useVaccinationSessions() ?? []
  const read = readSession(draft, physicians, germanDayAt(useNow()))
  const { run, isRunning } = useVaccinationCommand('set-session')
  const isOnline = useStatus()?.connection === 'online'
  const stranded = useStrandedBy(session, read.input)
  // A new session leaves nobody standing; of one that is there it has to be known first.
  const isCounted = !session || !read.input || stranded !== undefined
  const change = (part: Partial<SessionDraft>): void => setDraft({ ...draft, ...part })
  const wrong = (field: SessionField): string | undefined => {
    const problem = read.problems[field]
    return isJudged && problem ? t(`planning.problem.${problem}`) : undefined
  }
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setJudged(true)
    if (!read.input) goThere()
    if (!read.input || isRunning || !isOnline || !isCounted) return
    const sessionId = session?.id ?? SessionId.parse(crypto.randomUUID())
    if (await run({ sessionId, placeId: here.place.id, strands: stranded?.length ?? 0, ...read.input })) onClose()
  }
  return (
    <form ref={form} noValidate className="stack" onSubmit={event => void send(event)}>
      {!isOnline && <p className="callout">{t('planning.onlyOnline')}</p>}
      <WhenFields draft={draft} wrong={wrong} onChange={change} />
      <OfferFields draft={draft} wrong={wrong} onChange={change} here={here} vaccines={vaccines} />
      <PeopleFields draft={draft} wrong={wrong} onChange={change} physicians={physicians} onChoose={responsibleId => change({ responsibleId, address: addressOf(responsibleId, sessions, here) })} />
      <TeamFields team={draft.team} onChange={team => change({ team })} />
      <Preview here={here} read={read} stranded={stranded ?? []} />
      {isJudged && !read.input && <p role="alert" className="field__hint field__hint--error">{t('planning.incomplete')}</p>}
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={isRunning || !isOnline || !isCounted}>{t('planning.saveSession')}</Button>
      </DialogActions>
    </form>
  )
}

/** How many people there is room for, and who of those booked would be left without a time. */
function Preview({ here, read: { input }, stranded }: { readonly here: FurnishedPlace; readonly read: ReadSession; readonly stranded: readonly StrandedAppointment[] }): ReactElement | null {
  const { t } = useTranslation()
  if (!input) return null
  const room = roomOf(input.content, input.slotMinutes, shortestOf(here, input.content.serviceIds)?.minutes ?? 0)
  return (
    <output className="planning__preview">
      <p><strong>{roomWords(t, room)}</strong></p>
      {input.publicResourceIds.length === 0 && <p className="muted">{t('planning.notPublic')}</p>}
      {stranded.length > 0 && <p className="callout planning__warned"><Icon name="warning" size={16} /><span>{t('planning.strands', { count: stranded.length })}</span></p>}
    </output>
  )
}
