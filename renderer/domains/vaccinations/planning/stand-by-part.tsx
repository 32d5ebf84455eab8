import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { StandBy, VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { useVaccinationCommand } from '../mutations.ts'
import { OpenerButton } from '../opener-button.tsx'
import { useOpened } from '../use-opened.ts'
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
  const { opened, open, close, wasLeft } = useOpened<'new'>()
  const [turnedId, setTurned] = useState<string>()
  const { run, isRunning: isSaving } = useVaccinationCommand('set-stand-by')
  const turn: Turn = ({ addedAt: _addedAt, ...entry }, state) => {
    if (isSaving) return
    setTurned(entry.id)
    void run({ sessionId: session.id, entry: { ...entry, state } })
  }
  const next = isRunning ? nextToCall(session.standBy) : undefined
  return (
    <section className="planning__part" aria-labelledby="stand-by-title">
      <div className="planning__head">
        <h3 id="stand-by-title" className="panel__title">{t('planning.standBy')}</h3>
        {isRunning && !opened && <OpenerButton icon="plus" hasFocus={wasLeft('new')} onPress={() => open('new')}>{t('planning.addStandBy')}</OpenerButton>}
      </div>
      {next && <NextCall entry={next} onTurn={turn} />}
      {opened && <StandByForm session={session} onClose={close} />}
      {session.standBy.length === 0 && !opened && <p className="muted">{t('planning.nobodyStandsBy')}</p>}
      {session.standBy.length > 0 && (
        <DataTable caption={t('planning.standBy')} isCaptionUnseen isStackable heads={[t('planning.name'), { title: t('planning.minutesAway'), isNumber: true }, t('planning.state'), ...(isRunning ? [{ title: t('planning.act'), isUnseen: true }] : [])]}>
          {standByOrder(session.standBy).map(entry => <StandByRow key={entry.id} entry={entry} isRunning={isRunning} wasTurned={entry.id === turnedId} onTurn={turn} />)}
        </DataTable>
      )}
    </section>
  )
}

function NextCall({ entry, onTurn }: { readonly entry: StandBy; readonly onTurn: Turn }): ReactElement {
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
      <Button kind="primary" icon="phone" onPress={() => onTurn(entry, 'asked')}>{t('planning.callNext')}</Button>
    </div>
  )
}

const LOOKS: Readonly<Record<StandBy['state'], readonly [icon: IconName, tone: string]>> = {
  waiting: ['clock', 'new'], asked: ['phone', 'wait'], coming: ['checkCircle', 'good'], declined: ['crossCircle', 'bad'],
}

interface RowProps {
  readonly entry: StandBy
  readonly isRunning: boolean
  /** Its state has just been changed here: the next word about them is said at the same place. */
  readonly wasTurned: boolean
  readonly onTurn: Turn
}

function StandByRow({ entry, isRunning, wasTurned, onTurn }: RowProps): ReactElement {
  const { t } = useTranslation()
  const [icon, tone] = LOOKS[entry.state]
  return (
    <tr>
      <th scope="row">{entry.name}<span className="planning__number">{entry.phone}</span><span className="planning__under">{[entry.birthYear === null ? '' : t('planning.bornIn', { year: String(entry.birthYear) }), entry.note].filter(Boolean).join(' · ')}</span></th>
      <td className="number">{entry.minutesAway}</td>
      <td><span className={`status status--${tone}`}><Icon name={icon} size={16} />{t(`planning.standByState.${entry.state}`)}</span></td>
      {isRunning && (
        <td className="planning__act"><div className="planning__turns">
          {NEXT_STATES[entry.state].map((state, index) => (
            <OpenerButton key={`${entry.state} ${state}`} hasFocus={wasTurned && index === 0} kind={state === 'coming' ? 'secondary' : 'quiet'} aria-label={`${entry.name}: ${t(`planning.standByTurn.${state}`)}`} onPress={() => onTurn(entry, state)}>{t(`planning.standByTurn.${state}`)}</OpenerButton>
          ))}
        </div></td>
      )}
    </tr>
  )
}
