import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionState } from '../../../shared/contract/session.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Gate } from './gate.tsx'
import { useSignIn } from './mutations.ts'
import { PinForm } from './pin-form.tsx'

type Locked = Extract<SessionState, { readonly kind: 'locked' }>

export function LockedPage({ session }: { readonly session: Locked }): ReactElement {
  const { t } = useTranslation()
  const { run, refusal } = useSignIn()
  return (
    <Gate title={t('session.lockedTitle')}>
      <p className="gate__text">{t(session.pinSet ? 'session.lockedIntro' : 'session.lockedNoPin', { name: session.name })}</p>
      {session.pinSet && <PinForm attemptsLeft={session.attemptsLeft} isPrimary />}
      {refusal && <Problem refusal={refusal} />}
      <Button kind={session.pinSet ? 'quiet' : 'primary'} autoFocus={!session.pinSet} onPress={() => void run()}>
        {t(session.pinSet ? 'session.otherSignIn' : 'session.signIn')}
      </Button>
    </Gate>
  )
}
