import { useMutation } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useCore } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Problem } from '../../../ui/problem.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'

interface Props {
  readonly id: string
  readonly doses: number
  readonly onDone: () => void
}

/** Deleting cannot be undone, so the number of documentations is typed before it is released. */
export function ReleaseButton({ id, doses, onDone }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { client } = useCore()
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const release = useMutation({ mutationFn: () => client.vaccinations['release-deletion']({ id }), onSuccess: answer => { if (answer.ok) onDone() } })
  const formatted = formatNumber(doses, language)
  const confirm = (): void => {
    const isRight = Number(typed.replace(/\D/g, '')) === doses
    setWrong(!isRight)
    if (isRight) release.mutate()
  }
  const close = (): void => {
    setOpen(false)
    setTyped('')
    release.reset()
  }
  return (
    <>
      <Button kind="danger" onPress={() => setOpen(true)}>{t('vaccinationRetention.release')}</Button>
      <Dialog role="alertdialog" title={t('vaccinationRetention.releaseTitle')} isOpen={isOpen} onClose={close}>
        <form noValidate className="stack" onSubmit={event => { event.preventDefault(); confirm() }}>
          <p>{t('vaccinationRetention.releaseText', { count: doses, formatted })}</p>
          <TextInput label={t('vaccinationRetention.typeNumber')} value={typed} onChange={setTyped} error={isWrong ? t('vaccinationRetention.wrongNumber', { formatted }) : undefined} isRequired />
          {release.data && !release.data.ok && <Problem refusal={release.data.error} />}
          {release.isError && <Problem refusal={{ code: 'request/unexpected' }} />}
          <DialogActions>
            <Button onPress={close}>{t('common.cancel')}</Button>
            <Button kind="danger" type="submit" isDisabled={release.isPending}>{t('vaccinationRetention.releaseNow')}</Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  )
}
