import type { TFunction } from 'i18next'
import { useState, type ReactElement } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { VaccinationRules } from '../../../../shared/domains/vaccinations/tables.ts'
import type { PlaceId } from '../../../../shared/ids.ts'
import { useCore, useStatus } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { useCommandResult, type CommandAnswer } from '../../../ui/use-command-result.ts'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { DifferenceList } from './difference-list.tsx'
import { contentsAfter, differencesIn, readRules, type ReadRules } from './rule-import.ts'

interface Props {
  readonly placeId: PlaceId
  readonly scope: string
  readonly rules: readonly VaccinationRules[]
  readonly onClose: () => void
}

/** Reads a whole set of rules from a file, shows what it would change, and takes it over record by record. */
export function ImportDialog(props: Props): ReactElement {
  const { t } = useTranslation()
  return <Dialog size="large" title={t('planning.import.title')} isOpen onClose={props.onClose}><ImportForm {...props} /></Dialog>
}

function ImportForm({ placeId, scope, rules, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const [fileName, setFileName] = useState('')
  const [read, setRead] = useState<ReadRules>()
  const first = useFirstFocus<HTMLButtonElement>()
  const isOnline = useStatus()?.connection === 'online'
  const file = read?.kind === 'rules' ? read.file : undefined
  const contents = file ? contentsAfter(file, rules, scope) : []
  const { save, isRunning } = useSaveAll(placeId)
  const take = async (chosen: File): Promise<void> => {
    setFileName(chosen.name)
    setRead(readRules(await chosen.text()))
  }
  const takeOver = async (): Promise<void> => {
    if (await save(contents)) onClose()
  }
  return (
    <div className="stack">
      <p>{t('planning.import.intro')}</p>
      <div className="row">
        <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={list => list?.[0] && void take(list[0])}><Button icon="file" ref={first}>{t('planning.import.choose')}</Button></FileTrigger>
        {fileName && <span className="planning__file">{fileName}</span>}
      </div>
      {read && read.kind !== 'rules' && <p role="alert" className="callout">{problemOf(read, t)}</p>}
      {file && <DifferenceList differences={differencesIn(file, rules, scope)} />}
      {!isOnline && <p className="callout">{t('planning.onlyOnline')}</p>}
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" isDisabled={!isOnline || isRunning || contents.length === 0} onPress={() => void takeOver()}>{t('planning.import.takeOver')}</Button>
      </DialogActions>
    </div>
  )
}

function problemOf(read: Exclude<ReadRules, { readonly kind: 'rules' }>, t: TFunction): string {
  if (read.kind === 'no-json') return t('planning.import.noJson')
  return read.kind === 'twice' ? t('planning.import.twice', { id: read.id }) : t('planning.import.wrong', { places: read.places.join(', ') })
}

type Contents = ReturnType<typeof contentsAfter>

/** Sets one record after the other and stops at the first that is refused; what was set before it stays. */
function useSaveAll(placeId: PlaceId): { readonly save: (contents: Contents) => Promise<boolean>; readonly isRunning: boolean } {
  const { client } = useCore()
  const tell = useCommandResult('vaccinations.set-rules')
  const [isRunning, setRunning] = useState(false)
  const setAll = async (contents: Contents): Promise<CommandAnswer> => {
    for (const { key, content } of contents) {
      const answer: CommandAnswer = await client.vaccinations['set-rules']({ placeId, key, content })
      if (!answer.ok) return answer
    }
    return { ok: true }
  }
  const save = async (contents: Contents): Promise<boolean> => {
    setRunning(true)
    const isSaved = await tell(() => setAll(contents))
    setRunning(false)
    return isSaved
  }
  return { save, isRunning }
}
