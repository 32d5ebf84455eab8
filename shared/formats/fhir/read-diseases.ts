import type { Disease } from '../../domains/vaccinations/disease.ts'
import { diseasesByAtc, isLiveByAtc } from './atc.ts'
import { ATC, ATC_ELSEWHERE, GERMAN_TERM, SNOMED } from './codes.ts'
import { MIO_DISEASES } from './mio-diseases.ts'
import { codingsIn, extensionIn, lineIn, objectsIn, type Raw } from './raw.ts'

const MOST = 8

/** What a dose is against: as it says itself, or by the kind of vaccine; nothing where neither is known. */
export function readDiseases(immunization: Raw): readonly Disease[] {
  const named = objectsIn(immunization['protocolApplied']).flatMap(protocol => objectsIn(protocol['targetDisease']).flatMap(concept => diseaseIn(concept) ?? []))
  const found = named.length > 0 ? named : byVaccine(immunization)
  return [...new Map(found.map(disease => [disease.code, disease])).values()].slice(0, MOST)
}

function diseaseIn(concept: Raw): Disease | undefined {
  const coding = codingsIn(concept).find(({ system, code }) => system === SNOMED && typeof code === 'string' && /^\d{6,18}$/.test(code))
  if (!coding) return undefined
  const code = String(coding['code'])
  const listed = MIO_DISEASES.get(code)
  const said = lineIn(extensionIn(extensionIn(coding['_display'], GERMAN_TERM), 'content')?.['valueString'], 120) || lineIn(concept['text'], 120)
  // "Disease (disorder)" without another word is none.
  const name = said || (listed ? listed.name : lineIn(coding['display'], 120))
  return name ? { code, name } : undefined
}

function byVaccine(immunization: Raw): readonly Disease[] {
  return atcIn(immunization).flatMap(diseasesByAtc).map(code => ({ code, name: MIO_DISEASES.get(code)?.name || code }))
}

const atcIn = (immunization: Raw): readonly string[] =>
  codingsIn(immunization['vaccineCode']).filter(({ system }) => system === ATC || ATC_ELSEWHERE.includes(String(system))).map(({ code }) => lineIn(code, 10))

/** Whether it was a live vaccine, as far as its ATC code tells. */
export const readIsLive = (immunization: Raw): boolean | null => atcIn(immunization).map(isLiveByAtc).find(isLive => isLive !== null) ?? null
