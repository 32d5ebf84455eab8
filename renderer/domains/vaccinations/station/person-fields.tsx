import type { ReactElement, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { formatPlainDay } from '../../../ui/format.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { ageOn } from '../board/board-view.ts'
import type { JudgedPerson, PersonDraft, PersonProblem } from './check-in-draft.ts'

interface Props {
  readonly draft: PersonDraft
  readonly judged: JudgedPerson
  readonly today: string
  readonly wasTried: boolean
  readonly firstField: RefObject<HTMLInputElement | null>
  /** Whether that is the date of birth, as the name is there already. */
  readonly isNamed?: boolean
  readonly onChange: (part: Partial<PersonDraft>) => void
}

const GENDERS = ['female', 'male', 'diverse', 'unknown'] as const

/** Who it is. The date of birth is read back with the age, so that a wrong century is heard at once. */
export function PersonFields({ draft, judged, today, wasTried, firstField, isNamed = false, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const problem = useProblem(judged, wasTried)
  const { birthDay } = judged.person
  const readBack = birthDay !== null && birthDay <= today ? t('vaccinations.readBack', { day: formatPlainDay(birthDay, language), count: ageOn(birthDay, today) }) : t('vaccinations.birthDayHint')
  return (
    <>
      <div className="station-pair">
        <TextInput label={t('vaccinations.familyName')} value={draft.familyName} maxLength={120} isRequired inputRef={isNamed ? null : firstField} error={problem('family-name')} onChange={familyName => onChange({ familyName })} />
        <TextInput label={t('vaccinations.givenName')} value={draft.givenName} maxLength={120} onChange={givenName => onChange({ givenName })} />
      </div>
      <div className="station-pair">
        <TextInput label={t('vaccinations.birthDay')} value={draft.birthDay} maxLength={20} hint={readBack} inputRef={isNamed ? firstField : null} error={problem('birth-day') ?? problem('born-in-future')} onChange={text => onChange({ birthDay: text })} />
        <Select label={t('vaccinations.gender')} value={draft.gender} items={GENDERS.map(id => ({ id, name: t(`vaccinations.genders.${id}`) }))} onChange={id => onChange({ gender: GENDERS.find(one => one === id) ?? 'unknown' })} />
      </div>
      <fieldset className="stack">
        <legend className="station-legend">{t('vaccinations.reach')}</legend>
        {judged.isOutOfReach && <p className="muted">{t('vaccinations.reachHint')}</p>}
        <TextInput label={t('vaccinations.street')} value={draft.street} maxLength={160} onChange={street => onChange({ street })} />
        <div className="station-pair station-pair--town">
          <TextInput label={t('vaccinations.postalCode')} value={draft.postalCode} maxLength={10} onChange={postalCode => onChange({ postalCode })} />
          <TextInput label={t('vaccinations.place')} value={draft.place} maxLength={120} onChange={place => onChange({ place })} />
          <TextInput label={t('vaccinations.locality')} value={draft.locality} maxLength={80} onChange={locality => onChange({ locality })} />
        </div>
        <div className="station-pair">
          <TextInput label={t('vaccinations.phone')} value={draft.phone} maxLength={40} onChange={phone => onChange({ phone })} />
          <TextInput label={t('vaccinations.email')} value={draft.email} maxLength={254} error={problem('email')} onChange={email => onChange({ email })} />
        </div>
      </fieldset>
    </>
  )
}

function useProblem({ problems }: JudgedPerson, wasTried: boolean): (problem: PersonProblem) => string | undefined {
  const { t } = useTranslation()
  return problem => {
    if (!wasTried || !problems.includes(problem)) return undefined
    if (problem === 'family-name') return errorSentences(t, { code: 'vaccinations/name-missing' }).happened
    if (problem === 'born-in-future') return errorSentences(t, { code: 'vaccinations/born-in-future' }).happened
    return t(problem === 'email' ? 'vaccinations.wrongEmail' : 'vaccinations.wrongDay')
  }
}
