import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionState } from '../../../shared/contract/session.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { Gate } from './gate.tsx'
import { useSignIn, useUnlock } from './mutations.ts'
import { PinForm } from './pin-form.tsx'
import { PinUsedUp, wasLastAttempt } from './pin-used-up.tsx'

type Locked = Extract<SessionState, { readonly kind: 'locked' }>

export function LockedPage({ session }: { readonly session: Locked }): ReactElement {
  const { t } = useTranslation()
  const unlock = useUnlock()
  const { run, refusal } = useSignIn()
  const isUsedUp = wasLastAttempt(unlock.refusal)
  const asksPin = session.pinSet && !isUsedUp
  const signIn = useFirstFocus<HTMLButtonElement>(!asksPin)
  return (
    <Gate title={t('session.lockedTitle')}>
      {isUsedUp ? <PinUsedUp /> : <p className="gate__text">{t(asksPin ? 'session.lockedIntro' : 'session.lockedNoPin', { name: session.name })}</p>}
      {asksPin && <PinForm unlock={unlock} attemptsLeft={session.attemptsLeft} isPrimary />}
      {refusal && <Problem refusal={refusal} />}
      <Button ref={signIn} kind={asksPin ? 'quiet' : 'primary'} onPress={() => void run()}>
        {t(asksPin ? 'session.otherSignIn' : 'session.signIn')}
      </Button>
    </Gate>
  )
}
