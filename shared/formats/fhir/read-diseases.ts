import type { Disease } from '../../domains/vaccinations/disease.ts'
import { diseasesByAtc } from './atc-diseases.ts'
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
  const codes = codingsIn(immunization['vaccineCode']).filter(({ system }) => system === ATC || ATC_ELSEWHERE.includes(String(system))).flatMap(({ code }) => diseasesByAtc(lineIn(code, 10)))
  return codes.map(code => ({ code, name: MIO_DISEASES.get(code)?.name || code }))
}
