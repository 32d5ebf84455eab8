import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { BULK_COMMANDS, type BulkCommand, type BulkTarget } from '../../../../shared/contract/bulk.ts'
import { ApplicationId } from '../../../../shared/ids.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { useReadable } from '../../../core-client/readable.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import { BulkProgress } from './bulk-progress.tsx'
import type { ListMemory } from './list-state.ts'
import { EVERYTHING, markedCount, type Selection, type SelectionStore } from './selection.ts'
import './bulk.css'

const ICONS: Readonly<Record<BulkCommand, IconName>> = { claim: 'check', assign: 'person', 'follow-up': 'calendar', tag: 'tag', close: 'crossCircle' }

interface Props {
  readonly selection: SelectionStore
  readonly total: number
  readonly memory: ListMemory
  /** Puts the focus back into the list. */
  readonly onLeave: () => void
}

/** Below the list: what can be done with the marked cases, and how far work on many has come. */
export function BulkBar({ selection, total, memory, onLeave }: Props): ReactElement {
  const { t } = useTranslation()
  const run = useReadable(useCore().bulk)
  const now = useReadable(selection)
  const count = markedCount(now, total)
  const isMarking = count > 0
  useFocusBack(isMarking, run !== null, onLeave)
  return (
    <section className="bulk" aria-label={t('bulk.title')} data-region={isMarking || run ? t('bulk.title') : undefined} tabIndex={-1}>
      {run && <BulkProgress run={run} />}
      {isMarking && <Marked {...{ selection, now, count, total, memory, onLeave }} />}
    </section>
  )
}

/** When what had the focus here is gone, as a window is with the bar it was opened from, the list has it again. */
function useFocusBack(isMarking: boolean, hasRun: boolean, onLeave: () => void): void {
  const before = useRef({ isMarking, hasRun })
  useEffect(() => {
    const isGone = (before.current.isMarking && !isMarking) || (before.current.hasRun && !hasRun)
    before.current = { isMarking, hasRun }
    if (isGone && document.activeElement === document.body) onLeave()
  }, [isMarking, hasRun, onLeave])
}

function Marked({ selection, now, count, total, memory, onLeave }: Props & { readonly now: Selection; readonly count: number }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [open, setOpen] = useState<BulkCommand>()
  const run = useReadable(useCore().bulk)
  const isBusy = run?.state === 'running' || run?.state === 'paused'
  const clear = (): void => {
    selection.clear()
    onLeave()
  }
  return (
    <div className="bulk__bar">
      <output className="bulk__count"><Icon name="checkCircle" size={16} />{t('bulk.select.count', { count, formatted: formatNumber(count, language) })}</output>
      {count < total && <Button kind="quiet" onPress={() => selection.change(() => EVERYTHING)}>{t('bulk.select.wholeList', { formatted: formatNumber(total, language) })}</Button>}
      <div className="bulk__actions">
        {BULK_COMMANDS.map(command => (
          <Button key={command} icon={ICONS[command]} isDisabled={isBusy} onPress={() => setOpen(command)}>{t(`bulk.actions.${command}`)}</Button>
        ))}
        <IconButton icon="cross" label={t('bulk.select.clear')} onPress={clear} />
      </div>
      {open && (
        <BulkDialog
          command={open}
          count={count}
          target={() => targetOf(now, memory)}
          onStarted={selection.clear}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  )
}

/** Whoever marked the whole list means the list as it is now, read or not. */
function targetOf(selection: Selection, memory: ListMemory): BulkTarget | undefined {
  const query = memory.lastQuery.get()
  if (selection.kind === 'cases') return { kind: 'cases', ids: [...selection.ids].map(id => ApplicationId.parse(id)) }
  return query && { kind: 'list', query, except: [...selection.except].map(id => ApplicationId.parse(id)) }
}
