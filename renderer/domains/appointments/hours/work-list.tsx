import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, StrandedAppointment } from '../../../../shared/contract/appointments.ts'
import type { OpeningHours } from '../../../../shared/domains/appointments/tables.ts'
import { useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { LeftOut } from '../../people/left-out.tsx'
import { useSecrecyRefusal, useSecrets } from '../../people/use-secrets.ts'
import { callList, toCall, toldChoices, toTakeAlong } from './call-list.ts'
import { PrintCalls } from './call-sheets.tsx'
import { MessageTemplates } from './message-templates.tsx'
import { useCarryOut, type CarryOut } from './use-carry-out.ts'
import { useMessages, type Messages } from './use-messages.ts'
import { choiceFor, type Choice, type Choices } from './work-plan.ts'
import { WorkRow } from './work-row.tsx'

interface Props {
  readonly title: string
  readonly here: FurnishedPlace
  /** The opening hours by which other times are offered. */
  readonly after: readonly OpeningHours[]
  readonly rows: readonly StrandedAppointment[]
  /** Whether the opening hours stand already; then only the rows are left to do. */
  readonly isSaved: boolean
  readonly isSaving: boolean
  readonly onSave: () => Promise<boolean>
  /** Back to the line; undefined where there is none. */
  readonly onBack?: () => void
  readonly onClose: () => void
}

/** Everybody whom a change leaves standing, with what shall become of each: chosen first, then carried out one after the other. */
export function WorkList({ title, here, after, rows, isSaved, isSaving, onSave, onBack, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const [choices, setChoices] = useState<Choices>(new Map())
  const carrying = useCarryOut()
  const messages = useMessages(here)
  const choose = (id: string, choice: Choice): void => setChoices(known => new Map(known).set(id, choice))
  const go = async (): Promise<void> => {
    if (isSaved || await onSave()) carrying.start(rows, choices)
  }
  const leave = (): void => {
    carrying.pause()
    onClose()
  }
  const acts = rows.filter(row => choiceFor(choices, row).act !== 'leave').length
  return (
    <Dialog title={title} isOpen onClose={leave} size="full">
      <p className="work__intro">{t(isSaved ? 'hours.work.introSaved' : 'hours.work.intro', { count: rows.length })}</p>
      <div className="work__tools">
        <MessageTemplates messages={messages} />
        <CallList here={here} rows={rows} choices={toldChoices(choices, carrying.results)} messages={messages} />
      </div>
      <ul className="work">
        {rows.map(row => (
          <WorkRow
            key={row.appointment.id} row={row} rows={rows} choices={choices} here={here} after={after} messages={messages} result={carrying.results.get(row.appointment.id)}
            isLocked={carrying.state === 'running' || isSaving} onChoose={choice => choose(row.appointment.id, choice)}
          />
        ))}
      </ul>
      <Foot carrying={carrying} total={rows.length} acts={acts} isSaved={isSaved} isSaving={isSaving} onGo={() => void go()} {...(onBack && !isSaved ? { onBack } : {})} onClose={leave} />
    </Dialog>
  )
}

function CallList({ here, rows, choices, messages }: { readonly here: FurnishedPlace; readonly rows: readonly StrandedAppointment[]; readonly choices: Choices; readonly messages: Messages }): ReactElement | null {
  const { t } = useTranslation()
  const isSecret = useSecrets()
  const unknown = useSecrecyRefusal()
  const open = toTakeAlong(rows, isSecret)
  const count = toCall(rows, choices).length
  if (count === 0) return null
  return (
    <div className="work__calls">
      <span>{t('hours.work.calls', { count })}</span>
      {unknown ? <span className="muted">{unknown}</span> : (
        <>
          <CopyButton text={callList(open, choices, messages)} label={t('hours.work.copyCalls')} />
          <PrintCalls here={here} rows={rows} choices={choices} messages={messages} />
          <LeftOut count={count - toCall(open, choices).length} />
        </>
      )}
    </div>
  )
}

interface FootProps {
  readonly carrying: CarryOut
  readonly total: number
  readonly acts: number
  readonly isSaved: boolean
  readonly isSaving: boolean
  readonly onGo: () => void
  readonly onBack?: () => void
  readonly onClose: () => void
}

function Foot({ carrying: { state, results, pause }, total, acts, isSaved, isSaving, onGo, onBack, onClose }: FootProps): ReactElement {
  const { t } = useTranslation()
  const offline = useStatus()?.connection === 'online' ? undefined : t('hours.offline')
  const [refused, ended] = [[...results.values()].filter(({ kind }) => kind === 'refused').length, [...results.values()].filter(({ kind }) => kind !== 'running').length]
  const isAgain = state === 'paused' || (state === 'finished' && refused > 0)
  const act = isAgain ? t('hours.work.goOn') : isSaved ? t('hours.work.carryOut', { count: acts }) : t(acts > 0 ? 'hours.work.saveAndCarryOut' : 'hours.work.saveOnly', { count: acts })
  return (
    <div className="work__foot">
      <output className="work__progress">{state !== 'idle' && <p>{t('hours.work.progress', { done: ended, total })}{refused > 0 && ` ${t('hours.work.refused', { count: refused })}`}{state === 'paused' && ` ${t('hours.work.paused')}`}</p>}</output>
      <DialogActions>
        {onBack && <Button onPress={onBack}>{t('hours.work.back')}</Button>}
        {state === 'running' && <Button icon="pause" onPress={pause}>{t('hours.work.pause')}</Button>}
        {state !== 'running' && <Button kind={state === 'finished' && !isAgain ? 'primary' : 'secondary'} onPress={onClose}>{t(state === 'idle' && !isSaved ? 'common.cancel' : 'common.close')}</Button>}
        {(state === 'idle' || isAgain) && <ActionButton kind="primary" isPrimary refusal={isSaved && acts === 0 ? t('hours.work.nothingChosen') : offline} onPress={() => { if (!isSaving) onGo() }}>{act}</ActionButton>}
      </DialogActions>
    </div>
  )
}
