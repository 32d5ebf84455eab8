import { useState, type ReactElement } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, StrandedAppointment } from '../../../../shared/contract/appointments.ts'
import { germanDay, germanDayAt } from '../../../../shared/german-days.ts'
import type { Instant } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { formatPlainDay, formatTime, formatWeekday } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useSecrets } from '../../people/use-secrets.ts'
import { toCall, toTakeAlong, toWrite } from './call-list.ts'
import type { Messages } from './use-messages.ts'
import { choiceFor, type Choices } from './work-plan.ts'

interface Props {
  readonly here: FurnishedPlace
  readonly rows: readonly StrandedAppointment[]
  readonly choices: Choices
  readonly messages: Messages
}

/** Prints whom to call, with what has become of their time, and a sheet to send to each who can only be written to. */
export function PrintCalls(props: Props): ReactElement {
  const { t } = useTranslation()
  const [isPrinting, setPrinting] = useState(false)
  const print = (): void => {
    flushSync(() => setPrinting(true))
    window.print()
    setPrinting(false)
  }
  return (
    <>
      <Button icon="print" onPress={print}>{t('hours.work.printCalls')}</Button>
      {isPrinting && createPortal(<Sheets {...props} />, document.body)}
    </>
  )
}

function Sheets(props: Props): ReactElement {
  const { rows, choices, messages, here } = props
  return (
    <div className="call-sheets" aria-hidden="true">
      <CallSheet {...props} />
      {toWrite(rows, choices, messages).map(({ appointment, message }) => <MessageSheet key={appointment.id} here={here} name={appointment.name} message={message} />)}
    </div>
  )
}

function CallSheet({ here, rows, choices }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = formatPlainDay(germanDayAt(useNow()), language)
  const when = (startsAt: Instant): string => `${formatWeekday(germanDay(startsAt), language)}, ${formatTime(startsAt, language)}`
  const isSecret = useSecrets()
  const become = (row: StrandedAppointment): string => {
    const choice = choiceFor(choices, row)
    if (choice.act === 'move') return when(choice.to.startsAt)
    return t(choice.act === 'cancel' ? 'hours.work.cancelled' : 'hours.work.sheet.open')
  }
  return (
    <section className="call-sheet">
      <h1>{t('hours.work.sheet.title', { place: here.place.name })}</h1>
      <p>{t('hours.work.sheet.made', { day: today })}</p>
      <table>
        <thead><tr><th>{t('hours.work.sheet.name')}</th><th>{t('hours.work.sheet.reach')}</th><th>{t('hours.work.sheet.before')}</th><th>{t('hours.work.sheet.after')}</th><th>{t('hours.work.sheet.done')}</th></tr></thead>
        <tbody>
          {toCall(toTakeAlong(rows, isSecret), choices).map(row => (
            <tr key={row.appointment.id}>
              <th scope="row">{row.appointment.name}</th>
              <td>{row.appointment.phone ?? row.appointment.email ?? t('hours.work.noContact')}</td>
              <td>{when(row.appointment.startsAt)}</td>
              <td>{become(row)}</td>
              <td className="call-sheet__box">☐</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** To be put into an envelope: the desk knows no address of somebody who has an appointment, so that it is written on by hand. */
function MessageSheet({ here: { place }, name, message }: { readonly here: FurnishedPlace; readonly name: string; readonly message: string }): ReactElement {
  const today = formatPlainDay(germanDayAt(useNow()), 'de')
  return (
    <section className="call-letter" lang="de">
      <p className="call-letter__sender">{[place.name, place.address].filter(Boolean).join(', ')}</p>
      <p className="call-letter__to">{name}</p>
      <p className="call-letter__day">{today}</p>
      <p className="call-letter__text">{message}</p>
    </section>
  )
}
