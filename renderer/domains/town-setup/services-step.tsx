import { useState, type ReactElement } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { MOST_FILE, type ExchangeLook } from '../../../shared/wire/service-exchange.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { fileName, offerDownload } from '../../ui/download.ts'
import { Problem } from '../../ui/problem.tsx'
import { FullTime } from '../../ui/time.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { ChoosePart } from './choose-part.tsx'
import { useAsking } from '../../ui/use-asking.ts'
import type { StepProps } from './steps.ts'

interface Looked {
  readonly file: string
  readonly look: ExchangeLook
}

/** Services are written on their own page, or taken over from another town's file; one's own can be given away. */
export function ServicesStep({ town, onChanged }: StepProps): ReactElement {
  const { t } = useTranslation()
  const [looked, setLooked] = useState<Looked>()
  const done = (): void => {
    setLooked(undefined)
    onChanged()
  }
  return (
    <div className="stack">
      <p><a href="#/services">{t('townSetup.go', { name: t('pages.services') })}</a></p>
      <h3>{t('serviceExchange.takeTitle')}</h3>
      <p>{t('serviceExchange.takeIntro')}</p>
      {town.lastImport && <LastImport {...town.lastImport} onUndone={done} />}
      <FilePart hasOne={looked !== undefined} onLooked={setLooked} />
      {looked && <ChoosePart {...looked} departments={town.departments} onTaken={done} />}
      <GivePart name={town.name} />
    </div>
  )
}

/** Which file; it is read by the service, which alone knows what the town has. */
function FilePart({ hasOne, onLooked }: { readonly hasOne: boolean; readonly onLooked: (looked: Looked | undefined) => void }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const { refusal, isRunning, run } = useAsking(
    async (chosen: File) => {
      onLooked(undefined)
      // Before it is read: every letter takes a byte at least.
      if (chosen.size > MOST_FILE * 2) return { ok: false as const, error: { code: 'service-exchange/too-large' as const } }
      const file = await chosen.text().catch(() => '')
      if (file.length > MOST_FILE) return { ok: false as const, error: { code: 'service-exchange/too-large' as const } }
      if (file.length < 2) return { ok: false as const, error: { code: 'service-exchange/unreadable' as const } }
      const answer = await client.serviceExchange.look({ file })
      return answer.ok ? { ok: true as const, value: { file, look: answer.value } } : answer
    },
    onLooked,
  )
  return (
    <>
      <div className="row">
        <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={list => list?.[0] && run(list[0])}>
          <Button icon="file" kind={hasOne ? 'secondary' : 'primary'} isDisabled={isRunning}>{t(hasOne ? 'serviceExchange.otherFile' : 'serviceExchange.chooseFile')}</Button>
        </FileTrigger>
      </div>
      <output>{isRunning && <p className="muted">{t('serviceExchange.reading')}</p>}</output>
      {refusal && <Problem refusal={refusal} />}
    </>
  )
}

function LastImport({ id, at, drafts, onUndone }: { readonly id: string; readonly at: string; readonly drafts: number; readonly onUndone: () => void }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const toast = useToast()
  const { refusal, isRunning, run } = useAsking(() => client.serviceExchange.undo({ id }), ({ undone, kept }) => {
    toast({ kind: 'done', title: t('serviceExchange.undone', { count: undone }), ...(kept > 0 ? { text: t('serviceExchange.kept', { count: kept }) } : {}) })
    onUndone()
  })
  return (
    <div className="town-setup__note">
      <p>{t('serviceExchange.lastImport', { count: drafts })} <FullTime at={at} /></p>
      <p>{t('serviceExchange.next')} <a href="#/services">{t('pages.services')}</a>, <a href="#/letters">{t('pages.letters')}</a></p>
      {refusal && <Problem refusal={refusal} />}
      <div className="row"><Button icon="undo" isDisabled={isRunning} onPress={() => run()}>{t('serviceExchange.undo')}</Button></div>
    </div>
  )
}

function GivePart({ name }: { readonly name: string }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const toast = useToast()
  const { refusal, isRunning, run } = useAsking(() => client.serviceExchange.file(), file => {
    offerDownload(new Blob([JSON.stringify(file)]), fileName([t('serviceExchange.fileName'), name, file.content.exportedAt.slice(0, 10)], 'json'))
    toast({ kind: 'done', title: t('serviceExchange.given', { services: file.content.services.length, templates: file.content.templates.length }) })
  })
  return (
    <>
      <h3>{t('serviceExchange.giveTitle')}</h3>
      <p>{t('serviceExchange.giveIntro')}</p>
      {refusal && <Problem refusal={refusal} />}
      <div className="row"><Button icon="download" isDisabled={isRunning} onPress={() => run()}>{t('serviceExchange.give')}</Button></div>
    </>
  )
}
