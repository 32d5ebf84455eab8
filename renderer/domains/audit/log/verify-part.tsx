import { useMutation } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditState, AuditVerification } from '../../../../shared/wire/audit.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { formatDayAndTime, formatNumber } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useAuditState } from '../queries.ts'
import { AnchorsPart } from './anchors-part.tsx'

/** Whether the log is whole, since when that is known, and the way to find it out now. */
export function VerifyPart(): ReactElement {
  const { t } = useTranslation()
  const { answer, renew } = useAuditState()
  if (answer.kind === 'loading') return <p className="muted">{t('common.loading')}</p>
  if (answer.kind === 'refused') return <Problem refusal={answer.refusal}><Button onPress={renew}>{t('common.tryAgain')}</Button></Problem>
  return (
    <div className="stack audit">
      <Standing state={answer.value} onChanged={renew} />
      <AnchorsPart anchors={answer.value.anchors} />
    </div>
  )
}

function Standing({ state, onChanged }: { readonly state: AuditState; readonly onChanged: () => void }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const { mutate, data, isPending } = useMutation({
    mutationFn: () => client.audit.verify({ id: crypto.randomUUID() }).catch(() => ({ ok: false, error: { code: 'request/unexpected' } }) as const),
    onSettled: onChanged,
  })
  const { entries, problems, verification } = state
  const isRunning = verification?.state === 'running'
  return (
    <section className="stack" aria-labelledby="audit-standing">
      <h2 id="audit-standing" className="panel__title">{t('audit.entries', { count: entries })}</h2>
      {problems.length === 0 && <p className="audit-healthy"><Icon name="check" />{t('audit.healthy')}</p>}
      {problems.map(problem => <p key={problem} className="audit-problem" role="alert"><Icon name="warning" />{t(`audit.problems.${problem}`)}</p>)}
      <dl className="audit-facts">
        <div><dt>{t('audit.nightly')}</dt><dd>{useNightlyWords(state.nightly)}</dd></div>
        <div><dt>{t('audit.onDemand')}</dt><dd>{useVerificationWords(verification)}</dd></div>
      </dl>
      {data && !data.ok && <Problem refusal={data.error} />}
      {isRunning ? <Running verification={verification} /> : <div className="row"><Button kind="primary" icon="shieldCheck" isDisabled={isPending} onPress={() => mutate()}>{t('audit.verify')}</Button></div>}
    </section>
  )
}

function Running({ verification: { done, of } }: { readonly verification: AuditVerification }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = of === 0 ? t('audit.beginning') : t('audit.verifying', { done: formatNumber(done, language), of: formatNumber(of, language) })
  return <label className="audit-progress">{said}<progress {...(of === 0 ? {} : { value: done, max: of })} /></label>
}

function useNightlyWords(nightly: AuditState['nightly']): string {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!nightly) return t('audit.nightlyNever')
  const time = formatDayAndTime(nightly.at, language)
  if (!nightly.verdict) return t('audit.nightlyFailed', { time })
  return nightly.verdict.kind === 'intact' ? t('audit.nightlyIntact', { time }) : t('audit.nightlyTampered', { time, position: formatNumber(nightly.verdict.position, language) })
}

function useVerificationWords(verification: AuditVerification | null): string {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!verification) return t('audit.never')
  const { byName: name, begunAt, endedAt, state, verdict } = verification
  if (state === 'running') return t('audit.running', { name })
  if (state === 'broken-off' || !verdict) return t('audit.brokenOff', { name, time: formatDayAndTime(begunAt, language) })
  const time = formatDayAndTime(endedAt ?? begunAt, language)
  return verdict.kind === 'intact' ? t('audit.endedIntact', { name, time }) : t('audit.endedTampered', { name, time, position: formatNumber(verdict.position, language) })
}
