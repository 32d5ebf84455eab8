import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterheadLine } from '../../../shared/contract/letters.ts'
import { plainIban } from '../../../shared/domains/letters/iban.ts'
import { letterheadProblems, type LetterheadProblem } from '../../../shared/domains/letters/letterhead-problems.ts'
import type { Letterhead, LetterheadText } from '../../../shared/domains/staff/tables.ts'
import { useStatus } from '../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../ui/button.tsx'
import { countsOf, MissingNotice } from '../../ui/editing/editor-parts.tsx'
import { SureDialog } from '../../ui/editing/sure-dialog.tsx'
import { useJudged } from '../../ui/editing/use-judged.ts'
import { TextInput } from '../../ui/text-input.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { FacsimileField } from './facsimile-field.tsx'
import { EMPTY_LETTERHEAD, LETTERHEAD_PARTS, letterheadPartOf, PART_NAMES, sameLetterhead, type LetterheadPart } from './letterhead-fields.ts'
import { useSetLetterhead } from './mutations.ts'
import { newTemplateContent } from './new-template.ts'
import type { PreviewButtonType } from './preview-button.ts'

interface Props {
  readonly line: LetterheadLine
  readonly PreviewButton: PreviewButtonType
  readonly onClose: () => void
}

/** The letterhead of a department, changed and saved as a whole. */
export function LetterheadEditor({ line, PreviewButton, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const published = line.letterhead ?? EMPTY_LETTERHEAD
  const [opened] = useState(published)
  const [typed, setTyped] = useState(published)
  const [picture, setPicture] = useState<string | null>(null)
  const [isLeaving, setLeaving] = useState(false)
  const { run, isRunning } = useSetLetterhead()
  const heading = useFirstFocus<HTMLHeadingElement>()
  const letterhead = { ...typed, iban: plainIban(typed.iban) }
  const problems = letterheadProblems(letterhead)
  const { shown, go, judge } = useJudged(problems, letterheadPartOf)
  const isChanged = !sameLetterhead(letterhead, published)
  const save = async (): Promise<void> => {
    judge()
    if (problems.length > 0 || isRunning) return
    if (await run({ departmentId: line.id, letterhead, picture })) onClose()
  }
  return (
    <div className="editor">
      <header className="editor__head">
        <div className="row"><Button kind="quiet" icon="back" onPress={isChanged ? () => setLeaving(true) : onClose}>{t('letters.backToHeads')}</Button></div>
        <h1 ref={heading} tabIndex={-1} className="screen__title">{t('letters.headTitle', { department: line.name })}</h1>
        <div className="row">
          <SaveButton isChanged={isChanged} onSave={() => void save()} />
          <PreviewButton query={{ content: EXAMPLE, departmentId: line.id, letterhead, picture }} />
        </div>
      </header>
      {!sameLetterhead(opened, published) && <output className="callout">{t('letters.headChanged')}</output>}
      {shown.length > 0 && <MissingNotice names={PART_NAMES} title={part => t(`letters.headPart.${part}`)} counts={countsOf(shown, letterheadPartOf)} onGo={go}>{t('letters.headMissing', { count: shown.length })}</MissingNotice>}
      <Fields letterhead={typed} problems={shown} onChange={part => setTyped(current => ({ ...current, ...part }))}>
        <FacsimileField letterhead={typed} onChange={(next, content) => {
          setTyped(next)
          setPicture(content)
        }} />
      </Fields>
      {isLeaving && (
        <SureDialog title={t('letters.sure.leaveTitle')} act={t('letters.sure.leave')} isRunning={false} onConfirm={onClose} onClose={() => setLeaving(false)}>
          <p>{t('letters.sure.leaveText')}</p>
        </SureDialog>
      )}
    </div>
  )
}

/** In which the letterhead is shown before it is saved: an approval, as most letters are. */
const EXAMPLE = newTemplateContent('granted', { title: '', serviceId: '', position: 1 })

function SaveButton({ isChanged, onSave }: { readonly isChanged: boolean; readonly onSave: () => void }): ReactElement {
  const { t } = useTranslation()
  const offline = useStatus()?.connection === 'online' ? undefined : t('letters.offline')
  return (
    <ActionButton kind="primary" icon="check" isPrimary hint={t('letters.sure.letterheadText')} refusal={offline ?? (isChanged ? undefined : t('letters.nothingToSave'))} onPress={onSave}>
      {t('letters.save')}
    </ActionButton>
  )
}

interface FieldsProps {
  readonly letterhead: Letterhead
  readonly problems: readonly LetterheadProblem[]
  readonly onChange: (part: Partial<Record<LetterheadText, string>>) => void
  /** Stands with what makes a letter valid. */
  readonly children: ReactElement
}

function Fields({ letterhead, problems, onChange, children }: FieldsProps): ReactElement {
  return <div className="editor__parts">{PART_NAMES.map(part => <Part key={part} part={part} letterhead={letterhead} problems={problems} onChange={onChange}>{children}</Part>)}</div>
}

function Part({ part, letterhead, problems, onChange, children }: FieldsProps & { readonly part: LetterheadPart }): ReactElement {
  const { t } = useTranslation()
  const hints: Partial<Record<LetterheadText, string>> = {
    authority: t('letters.hint.authority'), signatory: t('letters.hint.signatory'), senderLine: t('letters.hint.senderLine'),
    iban: t('letters.hint.iban'), openingHours: t('letters.hint.openingHours'), court: t('letters.hint.court'),
  }
  const wrong = (field: LetterheadText): string | undefined => {
    const problem = problems.find(one => one.field === field)
    return problem && t(`letters.problem.${problem.code}`)
  }
  return (
    <section className="panel" aria-labelledby={`part-${part}`}>
      <h2 id={`part-${part}`} tabIndex={-1} className="panel__title">{t(`letters.headPart.${part}`)}</h2>
      <div className="head-fields">
        {LETTERHEAD_PARTS[part].map(field => (
          <TextInput key={field} label={t(`letters.field.${field}`)} hint={hints[field]} error={wrong(field)} value={letterhead[field]} onChange={text => onChange({ [field]: text })} />
        ))}
      </div>
      {part === 'valid' && children}
    </section>
  )
}
