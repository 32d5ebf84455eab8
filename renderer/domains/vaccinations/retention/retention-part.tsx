import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { departmentOf } from '../../../../shared/scope.ts'
import type { DeletionProposal, HealthRetention } from '../../../../shared/wire/vaccinations.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { answerOf } from '../../../ui/answer.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatDayAndTime, formatNumber, formatPlainDay } from '../../../ui/format.ts'
import { Problem } from '../../../ui/problem.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { ReleaseButton } from './release-button.tsx'

/** What a department keeps for longer than it has to: one person proposes to delete it, another one releases it. */
export function RetentionPart({ scope }: { readonly scope: string }): ReactElement {
  const { t } = useTranslation()
  const { queries } = useCore()
  const departmentId = departmentOf(scope)
  if (!departmentId) throw new Error(`${scope} belongs to no department`)
  const asked = useQuery(queries.vaccinations.retention.queryOptions({ input: { departmentId }, staleTime: 0, gcTime: 0 }))
  const answer = answerOf(asked)
  return (
    <section className="figure-part" aria-labelledby={`retention-${departmentId}`}>
      <div className="figure-part__head"><h2 id={`retention-${departmentId}`} className="panel__title">{t('vaccinationRetention.title')}</h2></div>
      <p className="muted">{t('vaccinationRetention.rule')}</p>
      {answer.kind === 'refused' && <Problem refusal={answer.refusal} />}
      {answer.kind === 'here' && <Due retention={answer.value} departmentId={departmentId} onDone={() => void asked.refetch()} />}
      {answer.kind === 'here' && <Deletions deletions={answer.value.deletions} />}
    </section>
  )
}

interface DueProps {
  readonly retention: HealthRetention
  readonly departmentId: NonNullable<ReturnType<typeof departmentOf>>
  readonly onDone: () => void
}

function Due({ retention: { doses, before, days, firstDay, lastDay, fingerprint, proposal, deletions }, departmentId, onDone }: DueProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { client } = useCore()
  const propose = useMutation({ mutationFn: () => client.vaccinations['propose-deletion']({ id: crypto.randomUUID(), departmentId, fingerprint }), onSettled: onDone })
  // What was released is gone within the hour, and needs no second proposal until then.
  if (deletions.some(({ endedAt }) => endedAt === null)) return <p className="callout">{t('vaccinationRetention.onTheWay')}</p>
  if (doses === 0) return <p>{t('vaccinationRetention.nothing')}</p>
  const written = (day: string | null): string => (day ? formatPlainDay(day, language) : '')
  return (
    <>
      <p><strong>{t('vaccinationRetention.due', { count: doses, formatted: formatNumber(doses, language), before: written(before) })}</strong> {t('vaccinationRetention.days', { count: days, first: written(firstDay), last: written(lastDay) })}</p>
      {proposal && <Proposed proposal={proposal} />}
      {propose.data && !propose.data.ok && <Problem refusal={propose.data.error} />}
      {propose.isError && <Problem refusal={{ code: 'request/unexpected' }} />}
      <div className="row">
        {proposal?.isCurrent && !proposal.isOwn && <ReleaseButton id={proposal.id} doses={doses} onDone={onDone} />}
        {!proposal?.isCurrent && <Button isDisabled={propose.isPending} onPress={() => propose.mutate()}>{t(proposal ? 'vaccinationRetention.proposeAnew' : 'vaccinationRetention.propose')}</Button>}
      </div>
    </>
  )
}

function Proposed({ proposal: { at: proposedAt, isOwn, isCurrent, byName: name } }: { readonly proposal: DeletionProposal }): ReactElement {
  const { t } = useTranslation()
  const at = formatDayAndTime(proposedAt, useLanguage())
  return <p className="callout">{isOwn ? t('vaccinationRetention.proposedByYou', { at }) : t('vaccinationRetention.proposedBy', { at, name })} {!isCurrent && t('vaccinationRetention.outdated')}</p>
}

function Deletions({ deletions }: Pick<HealthRetention, 'deletions'>): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  if (deletions.length === 0) return null
  return (
    <DataTable caption={t('vaccinationRetention.deletions')} heads={[t('vaccinationRetention.when'), t('vaccinationRetention.who'), t('vaccinationRetention.count'), t('vaccinationRetention.state')]}>
      {deletions.map(({ id, releasedAt, proposedByName: proposed, releasedByName: released, doses, endedAt }) => (
        <tr key={id}>
          <th scope="row">{formatDayAndTime(releasedAt, language)}</th>
          <td>{t('vaccinationRetention.both', { proposed, released })}</td>
          <td>{formatNumber(doses, language)}</td>
          <td>{endedAt ? t('vaccinationRetention.done', { at: formatDayAndTime(endedAt, language) }) : t('vaccinationRetention.running')}</td>
        </tr>
      ))}
    </DataTable>
  )
}
