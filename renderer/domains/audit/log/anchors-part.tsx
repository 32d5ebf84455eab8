import { useMutation } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { anchorIn } from '../../../../shared/domains/audit/anchor-text.ts'
import type { AnchorCheck, AuditState } from '../../../../shared/wire/audit.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatDayAndTime, formatNumber } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { TextArea } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'

/** The service takes so many at once. */
const MOST_ANCHORS = 400
/** An e-mail with all that the post has written at its head and around its text. */
const MOST_LETTERS = 500_000
/** Enough of something in which no anchor stands for the service to say so. */
const UNREADABLE_LETTERS = 100

/** Where heads of the log go, and the comparison with some that somebody brings. */
export function AnchorsPart({ anchors }: { readonly anchors: AuditState['anchors'] }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const [pasted, setPasted] = useState('')
  const [problem, setProblem] = useState<string>()
  const { mutate, data, isPending } = useMutation({
    mutationFn: (texts: readonly string[]) => client.audit.checkAnchors({ anchors: [...texts] }).catch(() => ({ ok: false, error: { code: 'request/unexpected' } }) as const),
  })
  const compare = (texts: readonly string[]): void => {
    const found = texts.map(text => text.trim()).filter(text => text !== '').map(text => anchorIn(text) ?? text.slice(0, UNREADABLE_LETTERS))
    setProblem(found.length === 0 ? t('audit.noAnchor') : found.length > MOST_ANCHORS ? t('audit.tooMany') : undefined)
    if (found.length > 0 && found.length <= MOST_ANCHORS) mutate(found)
  }
  return (
    <section className="stack" aria-labelledby="audit-anchors">
      <h2 id="audit-anchors" className="panel__title">{t('audit.anchors')}</h2>
      <p>{t('audit.anchorsAbout')}</p>
      <Ways anchors={anchors} />
      <form noValidate className="stack" onSubmit={event => { event.preventDefault(); compare(pasted.split(/^-{3}\s*$/m)) }}>
        <TextArea label={t('audit.paste')} hint={t('audit.pasteHint')} value={pasted} error={problem} onChange={setPasted} />
        <div className="row">
          <Button kind="primary" type="submit" isDisabled={isPending}>{t('audit.compare')}</Button>
          <FileChoice onChosen={compare} />
        </div>
      </form>
      {data && !data.ok && <Problem refusal={data.error} />}
      {data?.ok && <Checks checks={data.value.checks} />}
    </section>
  )
}

function Ways({ anchors: { folder, addresses, last } }: { readonly anchors: AuditState['anchors'] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <dl className="audit-facts">
      <div><dt>{t('audit.anchorFolder')}</dt><dd>{t(folder ? 'audit.isSet' : 'audit.isNotSet')}</dd></div>
      <div><dt>{t('audit.anchorAddresses')}</dt><dd>{addresses === 0 ? t('audit.noAddresses') : t('audit.addresses', { count: addresses })}</dd></div>
      <div><dt>{t('audit.anchorLast')}</dt><dd>{last ? t('audit.anchorAt', { time: formatDayAndTime(last.at, language), entries: formatNumber(last.entries, language) }) : t('audit.never')}</dd></div>
    </dl>
  )
}

function FileChoice({ onChosen }: { readonly onChosen: (texts: readonly string[]) => void }): ReactElement {
  const { t } = useTranslation()
  const read = async (files: FileList | null): Promise<void> => onChosen(await Promise.all([...(files ?? [])].slice(0, MOST_ANCHORS + 1).map(file => file.slice(0, MOST_LETTERS).text())))
  return (
    <FileTrigger allowsMultiple acceptedFileTypes={['.json', '.txt', '.eml']} onSelect={files => void read(files)}>
      <Button icon="upload">{t('audit.files')}</Button>
    </FileTrigger>
  )
}

function Checks({ checks }: { readonly checks: readonly AnchorCheck[] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <DataTable caption={t('audit.compared')} isStackable heads={[t('audit.anchor'), { title: t('audit.count'), isNumber: true }, t('audit.verdict')]}>
      {checks.map(({ verdict, entries, at }, index) => (
        // In the order in which they were brought, and replaced as a whole.
        <tr key={`${at ?? ''}/${index}`}>
          <th scope="row">{at ? formatDayAndTime(at, language) : t('common.none')}</th>
          <td className="number">{entries === null ? t('common.none') : formatNumber(entries, language)}</td>
          <td><Icon name={verdict === 'fits' ? 'check' : 'warning'} /> {t(`audit.verdicts.${verdict}`)}</td>
        </tr>
      ))}
    </DataTable>
  )
}
