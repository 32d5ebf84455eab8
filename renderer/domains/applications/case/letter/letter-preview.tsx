import { useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterPreview, LetterPreviewQuery, TemplatePreviewQuery } from '../../../../../shared/wire/letters.ts'
import { useCore, useStatus } from '../../../../core-client/core-context.tsx'
import { ActionButton } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import type { RefusalShown } from '../../../../ui/error-sentences.ts'
import { Problem } from '../../../../ui/problem.tsx'
import { PdfView } from '../pdf-view.tsx'
import { bytesOfBase64 } from './bytes.ts'
import { MissingParts } from './missing-parts.tsx'

/** A button that shows the letter of a proposal as it would go out. */
export function LetterPreviewButton({ query, refusal }: { readonly query: LetterPreviewQuery | null; readonly refusal?: string | undefined }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const words = { act: t('letter.preview'), title: t('letter.previewTitle'), offline: t('letter.offline'), document: t('letter.document'), todo: t('letter.lacksTodo') }
  return <PreviewButton words={words} query={query} refusal={refusal} load={client.letters.preview} />
}

/** A button that shows a template, or a letterhead, in the letter of an invented case. */
export function TemplatePreviewButton({ query }: { readonly query: TemplatePreviewQuery }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const words = { act: t('letters.preview'), title: t('letters.previewTitle'), offline: t('letters.offline'), document: t('letters.document'), todo: t('letters.lacksTodo') }
  return <PreviewButton words={words} query={query} load={client.letters['preview-template']} />
}

interface Words {
  readonly act: string
  readonly title: string
  /** Why it cannot be shown without a link. */
  readonly offline: string
  readonly document: string
  /** What to do about what the letter lacks. */
  readonly todo: string
}

type Answer = { readonly ok: true; readonly value: LetterPreview } | { readonly ok: false; readonly error: RefusalShown }

interface LoadParts<Query> {
  readonly words: Words
  /** Null while there is nothing to be set. */
  readonly query: Query | null
  readonly load: (query: Query) => Promise<Answer>
}

interface Props<Query> extends LoadParts<Query> {
  readonly refusal?: string | undefined
}

/** The letter is set by the service, so it needs a link. */
function PreviewButton<Query>({ words, query, refusal, load }: Props<Query>): ReactElement {
  const [isOpen, setOpen] = useState(false)
  const isOnline = useStatus()?.connection === 'online'
  return (
    <>
      <ActionButton icon="eye" refusal={refusal ?? (isOnline ? undefined : words.offline)} onPress={() => setOpen(true)}>{words.act}</ActionButton>
      <Dialog size="large" title={words.title} isOpen={isOpen && query !== null} onClose={() => setOpen(false)}>
        {query !== null && <Preview words={words} query={query} load={load} />}
      </Dialog>
    </>
  )
}

function Preview<Query>({ words, query, load }: LoadParts<Query> & { readonly query: Query }): ReactElement {
  const { t } = useTranslation()
  // Drawn anew each time it is opened: what it is made from may have changed without a trace on this desk.
  const { data, isError } = useQuery({ queryKey: ['letter-preview', query], queryFn: () => load(query), gcTime: 0, retry: false })
  const pdf = data?.ok ? data.value.pdf : null
  const content = useMemo(() => (pdf === null ? undefined : bytesOfBase64(pdf)), [pdf])
  if (isError) return <Problem refusal={{ code: 'request/unexpected' }} />
  if (!data) return <output className="muted">{t('letter.setting')}</output>
  if (!data.ok) return <Problem refusal={data.error} />
  return (
    <div className="stack letter-preview">
      <MissingParts missing={data.value.missing} todo={words.todo} />
      {content ? <PdfView content={content} label={words.document} /> : <p>{t('letter.none')}</p>}
    </div>
  )
}
