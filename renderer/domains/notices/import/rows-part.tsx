import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportDraft, ImportReckoning, ShownRowProblem } from '../../../../shared/contract/notice-import.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { MendCell } from './mend-cell.tsx'
import { useImportStep, useRowProblems } from './use-import.ts'

interface Props {
  readonly draft: ImportDraft
  readonly reckoning: ImportReckoning
}

/** So many more are shown at once: each brings a field to type in. */
const STEP = 50

/** The third step: every place that is wrong, mended where it stands; what is right is a number. */
export function RowsPart({ draft, reckoning }: Props): ReactElement {
  const { t } = useTranslation()
  const right = reckoning.rows - reckoning.faultyRows - reckoning.leftOutRows
  return (
    <div className="stack">
      <output>{draft.state === 'checking' ? t('noticeImport.checking') : t('noticeImport.rows.allRight', { count: right })}</output>
      <Errors draft={draft} />
      <LeftOut draft={draft} />
      <Hints draft={draft} />
    </div>
  )
}

function Errors({ draft }: { readonly draft: ImportDraft }): ReactElement {
  const { t } = useTranslation()
  const [end, setEnd] = useState(STEP)
  const { run } = useImportStep()
  const { problems, total } = useRowProblems(draft, 'errors', end)
  if (total === 0) return <p>{t('noticeImport.rows.noErrors')}</p>
  const leaveOut = (lines: number[]): void => void run(client => client['leave-out']({ id: draft.id, lines, isOut: true }))
  return (
    <>
      <p className="muted">{t('noticeImport.rows.howTo')}</p>
      <ProblemTable caption={t('noticeImport.rows.errors', { count: total })} draft={draft} problems={problems} onLeaveOut={line => leaveOut([line])} />
      <div className="row">
        {problems.length < total && <Button onPress={() => setEnd(end + STEP)}>{t('noticeImport.rows.more')}</Button>}
        <Button kind="quiet" onPress={() => void allFaulty(draft, run)}>{t('noticeImport.rows.leaveOutAll')}</Button>
      </div>
    </>
  )
}

type Run = ReturnType<typeof useImportStep>['run']

/** More lines than this at once are no list that somebody wants to send. */
const MOST_AT_ONCE = 5_000

/** Every line with an error, also those that are not shown. */
const allFaulty = ({ id, turn }: ImportDraft, run: Run): Promise<boolean> =>
  run(async client => {
    const found = await client.problems({ id, turn, only: 'errors', start: 0, end: MOST_AT_ONCE })
    return found.ok ? client['leave-out']({ id, lines: [...new Set(found.value.problems.map(({ line }) => line))], isOut: true }) : found
  })

interface TableProps {
  readonly caption: string
  readonly draft: ImportDraft
  readonly problems: readonly ShownRowProblem[]
  /** Without it nothing can be done about a row. */
  readonly onLeaveOut?: (line: number) => void
}

function ProblemTable({ caption, draft, problems, onLeaveOut }: TableProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const heads = [{ title: t('noticeImport.rows.line'), isNumber: true }, t('noticeImport.rows.who'), t('noticeImport.rows.cell'), t('noticeImport.rows.wrong'), ...(onLeaveOut ? [{ title: t('noticeImport.rows.action'), isUnseen: true }] : [])]
  return (
    <DataTable caption={caption} heads={heads} isStackable>
      {problems.map(problem => (
        <tr key={`${problem.line}/${problem.column}/${problem.code}/${problem.found}`}>
          <th scope="row" className="number">{formatNumber(problem.line, language)}</th>
          <td>{problem.name}</td>
          <td>{onLeaveOut && problem.column !== null ? <MendCell key={problem.cell} draft={draft} problem={problem} column={problem.column} /> : `${problem.heading ?? t('noticeImport.rows.wholeRow')}${problem.cell && `: ${problem.cell}`}`}</td>
          <td>{t(`noticeImport.problems.${problem.code}`, { found: problem.found })}</td>
          {onLeaveOut && <td><Button kind="quiet" aria-label={t('noticeImport.rows.leaveOut', { line: problem.line })} onPress={() => onLeaveOut(problem.line)}>{t('noticeImport.rows.leaveOutShort')}</Button></td>}
        </tr>
      ))}
    </DataTable>
  )
}

const MOST_LINES_TOLD = 20

function LeftOut({ draft: { id, leftOut } }: { readonly draft: ImportDraft }): ReactElement | null {
  const { t } = useTranslation()
  const { run } = useImportStep()
  if (leftOut.length === 0) return null
  const lines = `${leftOut.slice(0, MOST_LINES_TOLD).join(', ')}${leftOut.length > MOST_LINES_TOLD ? ' …' : ''}`
  return (
    <div className="row notice-import__left-out">
      <p>{t('noticeImport.rows.leftOut', { count: leftOut.length, lines })}</p>
      <Button kind="quiet" icon="undo" onPress={() => void run(client => client['leave-out']({ id, lines: leftOut.slice(0, MOST_AT_ONCE), isOut: false }))}>{t('noticeImport.rows.takeIn')}</Button>
    </div>
  )
}

function Hints({ draft }: { readonly draft: ImportDraft }): ReactElement | null {
  const { t } = useTranslation()
  const [end, setEnd] = useState(STEP)
  const { problems, total } = useRowProblems(draft, 'hints', end)
  if (total === 0) return null
  const caption = t('noticeImport.rows.hints', { count: total })
  return (
    <details>
      <summary>{caption}</summary>
      <ProblemTable caption={caption} draft={draft} problems={problems} />
      {problems.length < total && <Button onPress={() => setEnd(end + STEP)}>{t('noticeImport.rows.more')}</Button>}
    </details>
  )
}
