import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { StandBy, VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { useVaccinationCommand } from '../mutations.ts'
import { StandByForm } from './stand-by-form.tsx'
import { NEXT_STATES, nextToCall, standByOrder } from './stand-by-order.ts'

interface Props {
  readonly session: VaccinationSession
  /** Whether anything can still be written down. */
  readonly isRunning: boolean
}

type Turn = (entry: StandBy, state: StandBy['state']) => void

/** Who comes at once when doses are left over: the nearest is called first. */
export function StandByPart({ session, isRunning }: Props): ReactElement {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  const { run, isRunning: isSaving } = useVaccinationCommand('set-stand-by')
  const turn: Turn = ({ addedAt: _addedAt, ...entry }, state) => void run({ sessionId: session.id, entry: { ...entry, state } })
  const next = isRunning ? nextToCall(session.standBy) : undefined
  return (
    <section className="planning__part" aria-labelledby="stand-by-title">
      <div className="planning__head">
        <h3 id="stand-by-title" className="panel__title">{t('planning.standBy')}</h3>
        {isRunning && !isAdding && <Button icon="plus" onPress={() => setAdding(true)}>{t('planning.addStandBy')}</Button>}
      </div>
      {next && <NextCall entry={next} isSaving={isSaving} onTurn={turn} />}
      {isAdding && <StandByForm session={session} onClose={() => setAdding(false)} />}
      {session.standBy.length === 0 && !isAdding && <p className="muted">{t('planning.nobodyStandsBy')}</p>}
      {session.standBy.length > 0 && (
        <DataTable caption={t('planning.standBy')} isCaptionUnseen heads={[t('planning.name'), { title: t('planning.minutesAway'), isNumber: true }, t('planning.state'), ...(isRunning ? [{ title: t('planning.act'), isUnseen: true }] : [])]}>
          {standByOrder(session.standBy).map(entry => <StandByRow key={entry.id} entry={entry} isRunning={isRunning} isSaving={isSaving} onTurn={turn} />)}
        </DataTable>
      )}
    </section>
  )
}

function NextCall({ entry, isSaving, onTurn }: { readonly entry: StandBy; readonly isSaving: boolean; readonly onTurn: Turn }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="planning__next">
      <p>
        <span className="muted">{t('planning.nextCall')}</span>
        <strong className="planning__next-name">{entry.name}</strong>
        <span className="planning__next-phone"><Icon name="phone" size={16} />{entry.phone}</span>
        <span>{t('planning.minutes', { count: entry.minutesAway })}</span>
        {entry.note && <span>{entry.note}</span>}
      </p>
      <Button kind="primary" icon="phone" isDisabled={isSaving} onPress={() => onTurn(entry, 'asked')}>{t('planning.callNext')}</Button>
    </div>
  )
}

const LOOKS: Readonly<Record<StandBy['state'], readonly [icon: IconName, tone: string]>> = {
  waiting: ['clock', 'new'], asked: ['phone', 'wait'], coming: ['checkCircle', 'good'], declined: ['crossCircle', 'bad'],
}

interface RowProps {
  readonly entry: StandBy
  readonly isRunning: boolean
  readonly isSaving: boolean
  readonly onTurn: Turn
}

function StandByRow({ entry, isRunning, isSaving, onTurn }: RowProps): ReactElement {
  const { t } = useTranslation()
  const [icon, tone] = LOOKS[entry.state]
  return (
    <tr>
      <th scope="row">{entry.name}<span className="planning__number">{entry.phone}</span><span className="planning__under">{[entry.birthYear === null ? '' : t('planning.bornIn', { year: String(entry.birthYear) }), entry.note].filter(Boolean).join(' · ')}</span></th>
      <td className="number">{entry.minutesAway}</td>
      <td><span className={`status status--${tone}`}><Icon name={icon} size={16} />{t(`planning.standByState.${entry.state}`)}</span></td>
      {isRunning && (
        <td className="planning__act"><div className="planning__turns">
          {NEXT_STATES[entry.state].map(state => (
            <Button key={state} kind={state === 'coming' ? 'secondary' : 'quiet'} isDisabled={isSaving} aria-label={`${entry.name}: ${t(`planning.standByTurn.${state}`)}`} onPress={() => onTurn(entry, state)}>{t(`planning.standByTurn.${state}`)}</Button>
          ))}
        </div></td>
      )}
    </tr>
  )
}
