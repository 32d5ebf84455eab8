import { useNavigate } from '@tanstack/react-router'
import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttentionItem } from '../../../shared/contract/status.ts'
import type { Json } from '../../../shared/json.ts'
import { Button } from '../../ui/button.tsx'
import { commandTitle } from '../../ui/command-title.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { errorSentences } from '../../ui/error-sentences.ts'
import { formatDayAndTime } from '../../ui/format.ts'
import { useToast } from '../../ui/toasts.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import type { Draft } from '../../core-client/draft.ts'
import { useDraftTaker } from '../../core-client/use-draft.tsx'
import { refusedDifferences, refusedField, refusedValue } from '../../domains/alerts/catalogue/refused-change.ts'
import { draftOfRefused } from '../../domains/applications/capture/refused-capture.ts'
import { draftOf, fieldLabel, fieldValue, isChosen, isContested, isForPeople, ownParts } from './attention-text.ts'
import { PutBackCapture } from './put-back-capture.tsx'
import { useSettle } from './queries.ts'

/** One change that was not accepted: what happened, what it means, what to do; the person's own text; what has changed. */
export function AttentionCase({ item, onLeave }: { readonly item: AttentionItem; readonly onLeave: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { happened, meaning, todo } = errorSentences(t, item)
  return (
    <article className="attention">
      <p className="attention__what">
        {item.subject && <strong>{item.subject}</strong>}
        <span className="muted">{t('attention.command', { name: commandTitle(t, item.name), time: formatDayAndTime(item.recordedAt, language) })}</span>
      </p>
      <dl className="attention__story">
        <div><dt>{t('attention.happened')}</dt><dd>{happened}</dd></div>
        <div><dt>{t('attention.meaning')}</dt><dd>{meaning}</dd></div>
        <div><dt>{t('attention.todo')}</dt><dd>{todo}</dd></div>
      </dl>
      <OwnText item={item} />
      <Differences item={item} />
      <Settle item={item} onLeave={onLeave} />
      <p className="problem__code">{t('problem.code', { code: item.code })}</p>
    </article>
  )
}

function OwnText({ item }: { readonly item: AttentionItem }): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const id = useId()
  const parts = ownParts(item.input)
  if (parts.length === 0) return null
  const written = parts.filter(part => !isChosen(part)).map(({ text }) => text).join('\n\n')
  return (
    <section className="attention__own" aria-labelledby={id}>
      <h3 id={id}>{t('attention.yourText')}</h3>
      {parts.map(({ name, text }) => (
        <div key={name}>
          <p className="muted">{fieldLabel(t, name)}</p>
          <p className="attention__text">{isChosen({ name }) ? fieldValue(t, language, text) : text}</p>
        </div>
      ))}
      {written && <CopyButton text={written} label={t('attention.copyText')} />}
    </section>
  )
}

function Differences({ item }: { readonly item: AttentionItem }): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const shown = refusedDifferences(item).filter(({ field }) => isForPeople({ field, table: item.table }))
  const inWords = (field: string, value: Json): string => refusedValue(t, item.table, field, value) ?? fieldValue(t, language, value)
  if (shown.length === 0) return null
  const hasMine = shown.some(({ mine }) => mine !== undefined)
  return (
    <DataTable isPlain isStackable className="differences" caption={t('attention.differences')} heads={[t('attention.field'), t('attention.seen'), t('attention.now'), ...(hasMine ? [t('attention.mine')] : [])]}>
      {shown.map(({ field, seen, now, mine }) => (
        <tr key={field} className={isContested({ seen, now, mine }) ? 'differences__contested' : undefined}>
          <th scope="row">{refusedField(t, item.table, field) ?? fieldLabel(t, field)}</th>
          <td>{inWords(field, seen)}</td>
          <td><strong>{inWords(field, now)}</strong></td>
          {hasMine && <td>{mine === undefined ? <span className="muted">{t('attention.untouched')}</span> : inWords(field, mine)}</td>}
        </tr>
      ))}
    </DataTable>
  )
}

function Settle({ item, onLeave }: { readonly item: AttentionItem; readonly onLeave: () => void }): ReactElement {
  const { t } = useTranslation()
  const show = useToast()
  const navigate = useNavigate()
  const { run, isRunning } = useSettle()
  const takeOver = useDraftTaker()
  const settle = async (how: 'redo' | 'dismiss'): Promise<void> => {
    const answer = await run(item, how)
    if (answer.ok) show(how === 'redo' ? { kind: 'waiting', title: t('attention.redone') } : { kind: 'done', title: t('attention.dismissed') })
  }
  const open = ({ id, isConversation }: Home): void => {
    onLeave()
    void (isConversation ? navigate({ to: '/messages/$id', params: { id } }) : navigate({ to: '/applications/$id', params: { id }, search: { view: 'all' } }))
  }
  const captured = draftOfRefused(item, useLanguage())
  // What was not taken down is no case that could be looked at.
  const home = captured ? undefined : homeOf(item)
  const draft = draftOf(item)
  /** What was written goes back into the fields it came from, on what stands there now. */
  const goOn = async (to: Home, part: Partial<Draft>): Promise<void> => {
    await takeOver(to.id, part)
    const answer = await run(item, 'dismiss')
    if (answer.ok) open(to)
  }
  return (
    <>
      <DialogActions>
        {captured && <PutBackCapture item={item} draft={captured} onLeave={onLeave} />}
        {home && <Button icon="eye" onPress={() => open(home)}>{t(home.isConversation ? 'inbox.openConversation' : 'attention.openCase')}</Button>}
        {home && draft && <Button icon="pencil" isDisabled={isRunning} onPress={() => void goOn(home, draft)}>{t('attention.goOn')}</Button>}
        <Button isDisabled={isRunning} onPress={() => void settle('dismiss')}>{t('attention.dismiss')}</Button>
        <Button kind="primary" icon="undo" isDisabled={isRunning} onPress={() => void settle('redo')}>{t('attention.redo')}</Button>
      </DialogActions>
      <p className="field__hint">{captured && <>{t('capture.putBack')}: {t('capture.putBackHint')} </>}{home && draft && <>{t('attention.goOn')}: {t('attention.goOnHint')} </>}{t('attention.redo')}: {t('attention.redoHint')} {t('attention.dismiss')}: {t('attention.dismissHint')}</p>
    </>
  )
}

interface Home {
  readonly id: string
  readonly isConversation: boolean
}

/** Where the change belongs: its case, or the conversation as long as it has not left this desk. */
function homeOf(item: AttentionItem): Home | undefined {
  const { table, recordId, code } = item
  const caseId = caseOf(item)
  if (caseId) return { id: caseId, isConversation: false }
  return table === 'conversations' && recordId !== null && code !== 'commands/record-missing' ? { id: recordId, isConversation: true } : undefined
}

/** The case the change belongs to: named by the input of every command there is so far. */
function caseOf({ input, table, recordId }: AttentionItem): string | undefined {
  const named = typeof input === 'object' && input !== null && 'applicationId' in input ? input['applicationId'] : undefined
  if (typeof named === 'string') return named
  return table === 'applications' && recordId !== null ? recordId : undefined
}
