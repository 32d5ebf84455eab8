import type { TFunction } from 'i18next'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { findingsOf } from '../../../../shared/formats/diagnosis-findings.ts'
import type { Diagnosis } from '../../../../shared/formats/diagnosis.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatDayAndTime, formatNumber } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'

/** Likely causes with the way out, then the numbers they follow from. */
export const DiagnosisInWords = ({ diagnosis }: { readonly diagnosis: Diagnosis }): ReactElement => (
  <div className="diagnosis">
    <Causes diagnosis={diagnosis} />
    <State diagnosis={diagnosis} />
    <Events diagnosis={diagnosis} />
  </div>
)

function Causes({ diagnosis }: { readonly diagnosis: Diagnosis }): ReactElement {
  const { t } = useTranslation()
  const findings = findingsOf(diagnosis)
  return (
    <div className="diagnosis" aria-live="polite">
      <h2>{t('diagnosis.causes')}</h2>
      {findings.length === 0 && <p>{t('diagnosis.nothing')}</p>}
      {findings.map(finding => (
        <article key={finding} className="diagnosis__finding">
          <h3>{t(`diagnosis.findings.${finding}.cause`)}</h3>
          <p>{t(`diagnosis.findings.${finding}.wayOut`)}</p>
        </article>
      ))}
    </div>
  )
}

function State({ diagnosis }: { readonly diagnosis: Diagnosis }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { madeAt, program, machine, state, rows } = diagnosis
  const held = Object.values(rows).reduce((sum, count) => sum + count, 0)
  return (
    <section>
      <h2>{t('diagnosis.state')}</h2>
      <dl className="diagnosis__state">
        <Fact name={t('diagnosis.rows.madeAt')} value={formatDayAndTime(madeAt, language)} />
        <Fact name={t('diagnosis.rows.program')} value={[program.version ?? t('diagnosis.unknown'), program.shell].filter(Boolean).join(', ')} />
        <Fact name={t('diagnosis.rows.system')} value={t(`diagnosis.systems.${machine.system}`)} />
        <Fact name={t('diagnosis.rows.connection')} value={t('diagnosis.since', { state: t(`diagnosis.connections.${state.connection}`), count: state.sinceMinutes })} />
        <Fact name={t('diagnosis.rows.lastSync')} value={agoIn(t, state.lastSyncMinutesAgo)} />
        <Fact name={t('diagnosis.rows.waiting')} value={formatNumber(state.waiting, language)} />
        <Fact name={t('diagnosis.rows.attention')} value={formatNumber(state.attention, language)} />
        <Fact name={t('diagnosis.rows.disk')} value={sizeIn(t, machine.freeDiskMb)} />
        <Fact name={t('diagnosis.rows.cache')} value={sizeIn(t, machine.cacheMb)} />
        <Fact name={t('diagnosis.rows.held')} value={formatNumber(held, language)} />
        {state.problem && <Fact name={t('diagnosis.rows.problem')} value={state.problem} />}
      </dl>
    </section>
  )
}

const Fact = ({ name, value }: { readonly name: string; readonly value: string }): ReactElement => <div><dt>{name}</dt><dd>{value}</dd></div>

const agoIn = (t: TFunction, minutes: number | null): string => (minutes === null ? t('diagnosis.unknown') : t('diagnosis.minutes', { count: minutes }))

const sizeIn = (t: TFunction, megabytes: number | null): string => (megabytes === null ? t('diagnosis.unknown') : t('diagnosis.megabytes', { count: megabytes }))

function Events({ diagnosis: { events, refused } }: { readonly diagnosis: Diagnosis }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <section>
      <h2>{t('diagnosis.events')}</h2>
      {events.length === 0 && refused.length === 0 && <p>{t('diagnosis.noEvents')}</p>}
      {events.length + refused.length > 0 && (
        <DataTable caption={t('diagnosis.events')} isCaptionUnseen isStackable heads={[t('diagnosis.event'), t('diagnosis.code'), { title: t('diagnosis.times'), isNumber: true }, t('diagnosis.last')]}>
          {refused.map(({ command, code, count }) => (
            <tr key={`${command} ${code}`}><td>{command}</td><td>{code}</td><td className="number">{formatNumber(count, language)}</td><td>{t('common.none')}</td></tr>
          ))}
          {events.map(({ event, level, code, reason, count, lastMinutesAgo }) => (
            <tr key={[event, level, code, reason].join(' ')}><td>{event}</td><td>{[code, reason].filter(Boolean).join(', ')}</td><td className="number">{formatNumber(count, language)}</td><td>{agoIn(t, lastMinutesAgo)}</td></tr>
          ))}
        </DataTable>
      )}
    </section>
  )
}
