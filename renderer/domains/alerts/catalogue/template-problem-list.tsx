import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateProblem } from '../../../../shared/domains/alerts/template-problems.ts'
import { Icon } from '../../../ui/icon.tsx'
import { goToField } from './go-to-field.ts'
import { fieldId, fieldName, fieldOf, problemWords } from './template-words.ts'

/** What is left to mend before the words can lie ready; each line leads to its field. */
export function TemplateProblems({ problems }: { readonly problems: readonly TemplateProblem[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-labelledby="template-left">
      <h2 id="template-left" className="panel__title">{t('alerts.left')}</h2>
      {problems.length === 0 ? <p className="status status--good"><Icon name="checkCircle" size={16} />{t('alerts.complete')}</p> : (
        <ul className="alert-left">
          {problems.map(problem => (
            <li key={JSON.stringify(problem)}>
              <button type="button" className="alert-left__line" onClick={() => goToField(fieldId(fieldOf(problem)))}>
                <span className="alert-left__field">{fieldName(t, fieldOf(problem))}</span>
                <span>{problemWords(t, problem)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
