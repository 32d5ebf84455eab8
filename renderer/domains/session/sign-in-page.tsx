import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionState } from '../../../shared/contract/session.ts'
import { Button } from '../../ui/button.tsx'
import { refusalOfText } from '../../ui/error-sentences.ts'
import { formatDayAndTime } from '../../ui/format.ts'
import { Problem } from '../../ui/problem.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { Gate } from './gate.tsx'
import { useSignIn, useStartAfresh, useUnlock, type SessionAction } from './mutations.ts'
import { PinForm } from './pin-form.tsx'
import { PinUsedUp } from './pin-used-up.tsx'

const KEY_LOST = 'keychain/key-lost'
const WRONG_PIN = 'session/wrong-pin'

type SignedOut = Extract<SessionState, { readonly kind: 'signed-out' }>

/** Whether nobody can sign in before the administration has mended the settings of this computer. */
const isUnset = (code: string): boolean => code.startsWith('start/')

/** One button; what went wrong before, with the way out; and the PIN where the desk may be opened without a network. */
export function SignInPage({ session }: { readonly session: SignedOut }): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning, refusal } = useSignIn()
  const unlock = useUnlock()
  const signIn = useFirstFocus<HTMLButtonElement>()
  const problem = refusal ?? (session.problem ? { ...refusalOfText(session.problem), facts: session.facts } : undefined)
  const isWrongPin = problem?.code === WRONG_PIN
  if (problem && isUnset(problem.code)) return <Gate title={t('session.welcome')}><Problem refusal={problem} /></Gate>
  return (
    <Gate title={t('session.welcome')}>
      <p className="gate__text">{t('session.intro')}</p>
      {isWrongPin && !session.offlineUnlock && <PinUsedUp />}
      {problem && !isWrongPin && <Problem refusal={problem} />}
      <Button ref={signIn} kind="primary" isDisabled={isRunning} onPress={() => void run()}>{t('session.signIn')}</Button>
      {problem?.code === KEY_LOST && <StartAfresh />}
      {session.offlineUnlock && <OfflineUnlock offer={session.offlineUnlock} unlock={unlock} />}
    </Gate>
  )
}

/** The way out of a lost key: said what it costs, and a button of its own so that nobody takes it by accident. */
function StartAfresh(): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning, refusal } = useStartAfresh()
  return (
    <section className="gate__second" aria-labelledby="afresh-title">
      <h2 id="afresh-title">{t('session.afreshTitle')}</h2>
      <p>{t('session.afreshIntro')}</p>
      {refusal && <Problem refusal={refusal} />}
      <Button isDisabled={isRunning} onPress={() => void run()}>{t('session.afresh')}</Button>
    </section>
  )
}

function OfflineUnlock({ offer, unlock }: { readonly offer: NonNullable<SignedOut['offlineUnlock']>; readonly unlock: SessionAction<string> }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <section className="gate__second" aria-labelledby="offline-title">
      <h2 id="offline-title">{t('session.offlineTitle')}</h2>
      <p>{t('session.offlineIntro', { name: offer.name, until: formatDayAndTime(offer.until, language) })}</p>
      <PinForm unlock={unlock} attemptsLeft={offer.attemptsLeft} isPrimary={false} />
    </section>
  )
}

export function SigningInPage(): ReactElement {
  const { t } = useTranslation()
  const { run } = useSignIn()
  return (
    <Gate title={t('session.signingIn')}>
      <output className="gate__text">{t('session.signingInHint')}</output>
      <Button onPress={() => void run()}>{t('session.startAgain')}</Button>
    </Gate>
  )
}
