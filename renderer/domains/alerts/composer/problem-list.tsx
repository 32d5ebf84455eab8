import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../ui/icon.tsx'
import { eachOnce, fieldWords, goToProblem, problemSentence, type ComposerProblem } from './composer-problems.ts'

/** What is left to do before it can be given on; each line leads to its field. */
export function ProblemList({ problems, hasTwo }: { readonly problems: readonly ComposerProblem[]; readonly hasTwo: boolean }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-labelledby="alert-left">
      <h2 id="alert-left" className="panel__title">{t('alerts.left')}</h2>
      {problems.length === 0 ? <p className="status status--good"><Icon name="checkCircle" size={16} />{t('alerts.complete')}</p> : (
        <ul className="alert-left">
          {eachOnce(problems).map(problem => (
            <li key={`${problem.field} ${problem.language ?? ''} ${problem.code} ${problem.gap ?? ''}`}>
              <button type="button" className="alert-left__line" onClick={() => goToProblem(problem)}>
                <span className="alert-left__field">{fieldWords(t, problem, hasTwo)}</span>
                <span>{problem.gap === undefined ? problemSentence(t, problem) : t('alerts.gapOpen')}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
