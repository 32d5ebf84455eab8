import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { TownSetup } from '../../../shared/wire/town-setup.ts'
import { Icon } from '../../ui/icon.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Screen } from '../../ui/screen.tsx'
import { BrandingForm } from './branding-form.tsx'
import { useTownSetup } from './queries.ts'
import './town-setup.css'

/** What a new town needs, step by step. Each step is kept where it is done, so whoever leaves goes on where they were. */
export function TownSetupPage(): ReactElement {
  const { t } = useTranslation()
  const { answer, renew } = useTownSetup()
  return (
    <Screen title={t('pages.town-setup')} intro={t('townSetup.intro')}>
      {answer.kind === 'loading' && <p className="muted">{t('common.loading')}</p>}
      {answer.kind === 'refused' && <Problem refusal={answer.refusal} />}
      {answer.kind === 'here' && <>
        <Steps town={answer.value} />
        <section aria-labelledby="town-branding"><h2 id="town-branding">{t('townSetup.steps.branding')}</h2><BrandingForm town={answer.value} onSaved={renew} /></section>
      </>}
    </Screen>
  )
}

type Step = 'branding' | 'departments' | 'letterheads' | 'people' | 'services'

/** Where a step is done; what stands on this page has none. */
const PAGE_OF: Readonly<Partial<Record<Step, string>>> = { letterheads: '#/letters', services: '#/services' }

function Steps({ town }: { readonly town: TownSetup }): ReactElement {
  const { t } = useTranslation()
  const { colour, departments, withLetterhead, accounts, services } = town
  const done: Readonly<Record<Step, boolean>> = { branding: colour !== null, departments: departments > 0, letterheads: departments > 0 && withLetterhead === departments, people: accounts > 1, services: services > 0 }
  const steps = Object.keys(done) as Step[]
  const left = steps.filter(step => !done[step]).length
  return (
    <section aria-labelledby="town-steps">
      <h2 id="town-steps">{left === 0 ? t('townSetup.allDone') : t('townSetup.progress', { count: left })}</h2>
      <ol className="town-setup__steps">
        {steps.map(step => (
          <li key={step}>
            <Icon name={done[step] ? 'check' : 'clock'} />
            <span className="town-setup__step">
              <strong>{t(`townSetup.steps.${step}`)}</strong> – {t(done[step] ? 'townSetup.done' : 'townSetup.open')}
              <span className="muted">{t(`townSetup.about.${step}`, { departments, withLetterhead, accounts, services })}</span>
              {PAGE_OF[step] && <a href={PAGE_OF[step]}>{t('townSetup.go')}</a>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
