import { useState, type FormEvent, type ReactElement } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { isReadable, TownColour } from '../../../shared/domains/town-setup/branding.ts'
import { isCrestSize, MOST_CREST_KB, type NewBranding, type TownCrest } from '../../../shared/wire/town-setup.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { toBase64 } from '../../ui/bytes.ts'
import type { RefusalShown } from '../../ui/error-sentences.ts'
import { Problem } from '../../ui/problem.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { useAsking } from '../../ui/use-asking.ts'
import type { StepProps } from './steps.ts'
import { crestAddress } from './town-mark.tsx'

const USUAL_COLOUR = '#0b4f8a'
const TYPES: Readonly<Partial<Record<string, TownCrest['kind']>>> = { 'image/svg+xml': 'svg', 'image/png': 'png' }

const kindOf = (file: File): TownCrest['kind'] | undefined => TYPES[file.type]

/** What can be said against a file before the service has looked into it. */
function objectionTo(file: File): RefusalShown | undefined {
  if (!kindOf(file)) return { code: 'town-setup/no-crest' }
  return isCrestSize(file.size) ? undefined : { code: 'town-setup/crest-too-large', facts: { most: MOST_CREST_KB } }
}

/** Crest and colour, seen as they will be before they are kept. */
export function BrandingForm({ town, onChanged }: StepProps): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const toast = useToast()
  const [colour, setColour] = useState(town.colour ?? USUAL_COLOUR)
  const [crest, setCrest] = useState<NewBranding['crest']>('keep')
  const [unfit, setUnfit] = useState<RefusalShown>()
  const isColour = TownColour.safeParse(colour).success
  const shown = crest === 'keep' ? town.crest : crest
  const problem = isColour ? (isReadable(colour) ? undefined : t('townSetup.tooLight')) : t('townSetup.noColour')

  const { refusal, isRunning, run } = useAsking(client.townSetup.setBranding, now => {
    toast({ kind: 'done', title: t('townSetup.saved') })
    setCrest('keep')
    onChanged(now)
  })
  const save = (event: FormEvent): void => {
    event.preventDefault()
    setUnfit(undefined)
    if (!problem) run({ colour, crest })
  }
  const take = async (file: File): Promise<void> => {
    const kind = kindOf(file)
    const objection = objectionTo(file)
    setUnfit(objection)
    if (kind && !objection) setCrest({ kind, base64: toBase64(new Uint8Array(await file.arrayBuffer())) })
  }
  const shownRefusal = unfit ?? refusal
  return (
    <form className="stack" onSubmit={save}>
      {shownRefusal && <Problem refusal={shownRefusal} />}
      <TextInput label={t('townSetup.colour')} hint={t('townSetup.colourHint')} value={colour} onChange={value => setColour(value.trim().toLowerCase())} error={problem} maxLength={7} isRequired />
      <div className="row">
        <label className="field__label" htmlFor="town-colour-wheel">{t('townSetup.choose')}</label>
        <input id="town-colour-wheel" type="color" value={isColour ? colour : USUAL_COLOUR} onChange={event => setColour(event.target.value)} />
      </div>
      <fieldset className="town-setup__upload">
        <legend className="field__label">{t('townSetup.crest')}</legend>
        <p className="field__hint">{t('townSetup.crestHint', { most: MOST_CREST_KB })}</p>
        <div className="row">
          <FileTrigger acceptedFileTypes={Object.keys(TYPES)} onSelect={list => list?.[0] && void take(list[0])}><Button icon="file">{t(shown ? 'townSetup.otherCrest' : 'townSetup.chooseCrest')}</Button></FileTrigger>
          {shown && <Button icon="trash" onPress={() => setCrest(null)}>{t('townSetup.removeCrest')}</Button>}
        </div>
      </fieldset>
      <Preview name={town.name} colour={isColour ? colour : USUAL_COLOUR} crest={shown} />
      <div className="row"><Button type="submit" kind="primary" isDisabled={isRunning}>{t('townSetup.save')}</Button></div>
    </form>
  )
}

/** The head of the citizens' pages. */
function Preview({ name, colour, crest }: { readonly name: string; readonly colour: string; readonly crest: TownCrest | null }): ReactElement {
  const { t } = useTranslation()
  return (
    <figure className="town-setup__preview">
      <figcaption className="muted">{t('townSetup.preview')}</figcaption>
      <div className="town-setup__head" style={{ borderColor: colour }}>
        {crest && <img src={crestAddress(crest)} alt={t('townSetup.crestOf', { name })} className="town-setup__crest" />}
        <strong>{name}</strong>
        <span style={{ color: colour }}>{t('townSetup.sample')}</span>
      </div>
    </figure>
  )
}
