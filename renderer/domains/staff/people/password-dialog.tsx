import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Staff } from '../../../../shared/domains/staff/tables.ts'
import type { OneTimePassword } from '../../../../shared/wire/staff.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { formatDay } from '../../../ui/format.ts'
import { Problem } from '../../../ui/problem.tsx'
import { useAsking } from '../../../ui/use-asking.ts'
import { useLanguage } from '../../../ui/use-language.ts'

/** Gives somebody a password for one sign-in, and shows it this once. */
export function PasswordDialog({ account, onClose }: { readonly account: Staff; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { client } = useCore()
  const [given, setGiven] = useState<OneTimePassword>()
  const { refusal, isRunning, run } = useAsking(client.staff.givePassword, now => setGiven(now))
  return (
    <Dialog title={t('staff.passwordTitle', { name: account.name })} isOpen onClose={onClose}>
      <div className="stack">
        {refusal && <Problem refusal={refusal} />}
        <output className="stack">
          {given && <>
            <p>{t('staff.passwordGiven', { day: formatDay(given.until, language) })}</p>
            <code className="staff__password">{given.password}</code>
            <div className="row"><CopyButton text={given.password} label={t('staff.copyPassword')} /></div>
          </>}
        </output>
        {!given && <p>{t('staff.passwordText')}</p>}
        <DialogActions>
          <Button onPress={onClose}>{t(given ? 'common.close' : 'common.cancel')}</Button>
          {!given && <Button kind="primary" isDisabled={isRunning} onPress={() => run({ accountId: account.id })}>{t('staff.givePassword')}</Button>}
        </DialogActions>
      </div>
    </Dialog>
  )
}
