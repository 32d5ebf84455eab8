import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { LETTER_PROBLEM_CODES } from '../../../../shared/domains/notices/notice-letter-expected.ts'
import type { FoundProblem, WholeRun } from '../../../../shared/contract/notices.ts'
import type { NoticeId } from '../../../../shared/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatDayAndTime, formatNumber } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { formatEuros } from '../../../ui/money.ts'
import { useLanguage } from '../../../ui/use-language.ts'

interface Props {
  readonly whole: WholeRun
  /** Shows the notice in whose letter something was found. */
  readonly onShow: (noticeId: NoticeId) => void
}

/** What was found when every finished letter was read back, and what sending them takes. */
export function CheckReport({ whole: { run, problems }, onShow }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const headingId = useId()
  const { checked } = run
  return (
    <section className="notice-box stack" aria-labelledby={headingId}>
      <h2 id={headingId} className="notice-view__heading">{t('notices.report.title')}</h2>
      {!checked && <output className="muted">{t('notices.report.running')}</output>}
      {checked && (
        <>
          <p className={checked.withProblems > 0 ? 'late' : 'notice-good'}><Icon name={checked.withProblems > 0 ? 'warning' : 'checkCircle'} size={16} />{t(checked.withProblems > 0 ? 'notices.report.found' : 'notices.report.clean', { count: checked.withProblems })}</p>
          <p>
            {t('notices.report.figures', { letters: checked.letters, pages: checked.pages, sheets: checked.sheets, price: formatEuros(checked.cents, language) })}
            {' '}<span className="muted">{t('notices.report.at', { at: formatDayAndTime(checked.at, language) })}</span>
          </p>
        </>
      )}
      {problems.length > 0 && <Problems problems={problems} onShow={onShow} />}
    </section>
  )
}

function Problems({ problems, onShow }: { readonly problems: readonly FoundProblem[]; readonly onShow: Props['onShow'] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const heads = [t('notices.report.problem'), { title: t('notices.report.letters'), isNumber: true }, t('notices.report.example'), { title: t('notices.report.show'), isUnseen: true }]
  return (
    <DataTable caption={t('notices.report.problems')} isCaptionUnseen isPlain isStackable heads={heads}>
      {problems.map(({ code, letters, example: { noticeId, name, found } }) => (
        <tr key={code}>
          <th scope="row"><ProblemWords code={code} /></th>
          <td className="number">{formatNumber(letters, language)}</td>
          <td>{name}{found && <span className="muted"> – {found}</span>}</td>
          <td><Button aria-label={t('notices.report.showOf', { name })} onPress={() => onShow(noticeId)}>{t('notices.report.show')}</Button></td>
        </tr>
      ))}
    </DataTable>
  )
}

/** A code of the check in words; one that this desk does not know yet stays as it is. */
export function ProblemWords({ code }: { readonly code: string }): ReactElement {
  const { t } = useTranslation()
  const known = LETTER_PROBLEM_CODES.find(one => one === code)
  return <>{known ? t(`notices.problems.${known}`) : code}</>
}
