import { useMutation } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Recall } from '../../../../shared/domains/vaccinations/tables.ts'
import { MOST_RECALL_LETTERS } from '../../../../shared/wire/vaccinations.ts'
import { useCore, useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { PdfSheet } from '../../../ui/pdf-sheet.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { Tick } from '../../../ui/tick.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useSaved } from '../station/use-station.ts'
import { lettersFor, type RecallRow } from './recall-rows.ts'

interface Props {
  readonly recall: Recall
  readonly rows: readonly RecallRow[]
}

/** Letters to those who have not been told, in one PDF; set by the service, so it needs a link. */
export function RecallLetters(props: Props): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const isOnline = useStatus()?.connection === 'online'
  const count = lettersFor(props.rows, true).length
  const refusal = !isOnline ? t('vaccinationRecords.lettersOffline') : count === 0 ? t('vaccinationRecords.noLetters') : undefined
  return (
    <>
      <ActionButton icon="mail" refusal={refusal} onPress={() => setOpen(true)}>{t('vaccinationRecords.letters')}</ActionButton>
      <Dialog size="large" title={t('vaccinationRecords.letters')} isOpen={isOpen} onClose={() => setOpen(false)}><LettersForm {...props} onClose={() => setOpen(false)} /></Dialog>
    </>
  )
}

function LettersForm({ recall, rows, onClose }: Props & { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const [isEverybody, setEverybody] = useState(false)
  const first = useFirstFocus<HTMLButtonElement>()
  const wanted = lettersFor(rows, isEverybody)
  const now = wanted.slice(0, MOST_RECALL_LETTERS)
  const letters = useMutation({ mutationFn: () => client.vaccinations['recall-letters']({ recallId: recall.id, vaccinationIds: now.map(({ id }) => id) }) })
  if (letters.data?.ok) return <SetLetters recall={recall} rows={rows} letters={letters.data.value} onSent={wanted.length > now.length ? letters.reset : onClose} />
  return (
    <>
      <p><strong>{t('vaccinationRecords.letterCount', { count: wanted.length })}</strong> {t('vaccinationRecords.letterWho')}</p>
      <Tick label={t('vaccinationRecords.letterEverybody')} isOn={isEverybody} onChange={setEverybody} />
      {wanted.length > now.length && <p className="callout">{t('vaccinationRecords.letterParts', { most: MOST_RECALL_LETTERS })}</p>}
      {letters.isError && <Problem refusal={{ code: 'request/unexpected' }} />}
      {letters.data && !letters.data.ok && <Problem refusal={letters.data.error} />}
      {letters.isPending && <output className="muted">{t('letter.setting')}</output>}
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" ref={first} isDisabled={wanted.length === 0 || letters.isPending} onPress={() => letters.mutate()}>{t('vaccinationRecords.setLetters', { count: now.length })}</Button>
      </DialogActions>
    </>
  )
}

interface SetProps extends Props {
  readonly letters: { readonly pdf: string; readonly vaccinationIds: readonly RecallRow['id'][] }
  readonly onSent: () => void
}

/** The letters to be printed; then it is noted for each of them that one is on its way. */
function SetLetters({ recall, rows, letters: { pdf, vaccinationIds }, onSent }: SetProps): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const saved = useSaved()
  const noting = useMutation({
    mutationFn: async () => {
      for (const vaccinationId of vaccinationIds) {
        const note = rows.find(({ id }) => id === vaccinationId)?.told?.note ?? ''
        if (!(await saved(() => client.vaccinations['note-contact']({ recallId: recall.id, vaccinationId, state: 'letter', note })))) return
      }
      onSent()
    },
  })
  return (
    <>
      <PdfSheet pdf={pdf} title={t('vaccinationRecords.letters')} />
      <div className="row row--end"><Button icon="check" isDisabled={noting.isPending} onPress={() => noting.mutate()}>{t('vaccinationRecords.noteLetters', { count: vaccinationIds.length })}</Button></div>
    </>
  )
}
