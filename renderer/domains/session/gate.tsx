import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './session.css'

/** The calm page before the work: one thing to do, in the middle. */
export function Gate({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const { t } = useTranslation()
  return (
    <main className="gate">
      <div className="gate__card">
        <p className="gate__app"><img src="./icon.svg" alt="" width={28} height={28} />{t('app.name')}</p>
        <h1 className="gate__title">{title}</h1>
        {children}
      </div>
    </main>
  )
}
