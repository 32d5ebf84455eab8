import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { exampleAnswers } from '../../../../shared/domains/applications/example-answers.ts'
import type { DraftContent } from '../../../../shared/domains/applications/service-draft.ts'
import { FormSections } from '../case/form-sections.tsx'

/** The form as a clerk will read it, by the very part of the screen that shows it in a case, with invented answers. */
export function PreviewAsStaff({ content, formVersion }: { readonly content: DraftContent; readonly formVersion: number }): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <p className="muted preview__note">{t('services.staffNote')}</p>
      <FormSections form={{ ...content.form, formVersion }} answers={exampleAnswers(content.form)} />
    </>
  )
}
