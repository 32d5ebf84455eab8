import { useEffect, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { BrandingForm } from './branding-form.tsx'
import { DepartmentsStep } from './departments-step.tsx'
import { MailStep } from './mail-step.tsx'
import { PeopleStep } from './people-step.tsx'
import { useTownSetup } from './queries.ts'
import { ServicesStep } from './services-step.tsx'
import { besides, firstStep, isDone, STEPS, stepsLeft, type Step, type StepProps } from './steps.ts'
import './town-setup.css'

/** What a new town needs, step by step. Each step is kept where it is done, so whoever leaves goes on where they were. */
export function TownSetupPage(): ReactElement {
  const { t } = useTranslation()
  const { town, refusal, renew } = useTownSetup()
  return (
    <Screen title={t('pages.town-setup')} intro={t('townSetup.intro')} holdsFocus>
      {!town && !refusal && <p className="muted">{t('common.loading')}</p>}
      {refusal && <Problem refusal={refusal}><Button onPress={() => renew()}>{t('common.tryAgain')}</Button></Problem>}
      {town && <Guide town={town} onChanged={renew} />}
    </Screen>
  )
}

function Guide({ town, onChanged }: StepProps): ReactElement {
  const { t } = useTranslation()
  const [start] = useState(() => firstStep(town))
  const [gone, setGone] = useState<Step>()
  const left = stepsLeft(town).length
  return (
    <div className="town-setup">
      <nav aria-labelledby="town-steps">
        <h2 id="town-steps">{left === 0 ? t('townSetup.allDone') : t('townSetup.progress', { count: left })}</h2>
        <ol className="town-setup__steps">{STEPS.map(step => <li key={step}><StepButton town={town} step={step} isHere={step === (gone ?? start)} onGo={() => setGone(step)} /></li>)}</ol>
      </nav>
      <StepPart key={gone ?? start} town={town} step={gone ?? start} hasFocus={gone !== undefined} onChanged={onChanged} onGo={setGone} />
    </div>
  )
}

function StepButton({ town, step, isHere, onGo }: { readonly town: StepProps['town']; readonly step: Step; readonly isHere: boolean; readonly onGo: () => void }): ReactElement {
  const { t } = useTranslation()
  const done = isDone(town, step)
  return (
    <button type="button" className={done ? 'town-setup__step town-setup__step--done' : 'town-setup__step'} aria-current={isHere ? 'step' : undefined} onClick={onGo}>
      <Icon name={done ? 'check' : 'clock'} />
      <span><strong>{t(`townSetup.steps.${step}`)}</strong> – {t(done ? 'townSetup.done' : 'townSetup.open')}</span>
    </button>
  )
}

/** Where a step is done; what is done on this page has none. */
const PAGE_OF: Readonly<Partial<Record<Step, 'letters'>>> = { letterheads: 'letters' }
const PARTS: Readonly<Partial<Record<Step, (props: StepProps) => ReactElement>>> = { branding: BrandingForm, departments: DepartmentsStep, people: PeopleStep, services: ServicesStep, mail: MailStep }

function StepPart({ town, step, hasFocus, onChanged, onGo }: StepProps & { readonly step: Step; readonly hasFocus: boolean; readonly onGo: (step: Step) => void }): ReactElement {
  const { t } = useTranslation()
  const heading = useFirstFocus<HTMLHeadingElement>(hasFocus)
  const { before, after } = besides(step)
  // Below the list of steps where there is no room beside it: whoever goes to a step sees it.
  useEffect(() => {
    if (hasFocus) heading.current?.scrollIntoView({ block: 'nearest' })
  }, [hasFocus, heading])
  const Part = PARTS[step]
  const page = PAGE_OF[step]
  const facts = { departments: town.departments.length, withLetterhead: town.departments.filter(({ hasLetterhead }) => hasLetterhead).length, accounts: town.accounts, services: town.services }
  return (
    <section className="town-setup__part" aria-labelledby="town-step">
      <h2 id="town-step" ref={heading} tabIndex={-1}>{t('townSetup.stepOf', { step: STEPS.indexOf(step) + 1, of: STEPS.length, name: t(`townSetup.steps.${step}`) })}</h2>
      <p>{t(`townSetup.about.${step}`, facts)}</p>
      {page && <p><a href={`#/${page}`}>{t('townSetup.go', { name: t(`pages.${page}`) })}</a></p>}
      {Part && <Part town={town} onChanged={onChanged} />}
      <div className="row town-setup__ways">
        {before && <Button icon="left" onPress={() => onGo(before)}>{t('townSetup.before', { name: t(`townSetup.steps.${before}`) })}</Button>}
        {after && <Button icon="right" onPress={() => onGo(after)}>{t('townSetup.after', { name: t(`townSetup.steps.${after}`) })}</Button>}
      </div>
    </section>
  )
}
