/** The first two digits of an official key (Amtlicher Regionalschlüssel), by the list of the statistical offices. */
const STATES: Readonly<Record<string, string>> = {
  '01': 'Schleswig-Holstein', '02': 'Hamburg', '03': 'Niedersachsen', '04': 'Bremen', '05': 'Nordrhein-Westfalen', '06': 'Hessen', '07': 'Rheinland-Pfalz', '08': 'Baden-Württemberg', '09': 'Bayern',
  10: 'Saarland', 11: 'Berlin', 12: 'Brandenburg', 13: 'Mecklenburg-Vorpommern', 14: 'Sachsen', 15: 'Sachsen-Anhalt', 16: 'Thüringen',
}

export interface RegionCode {
  readonly state: string
  /** The key of the county, by which the federal app lists its warnings. */
  readonly county: string
  /** Seven zeros at the end: the key of a county, or of a city that is none's. */
  readonly isWholeCounty: boolean
}

/** What an official key says; undefined where it is none. */
export function readRegionCode(code: string): RegionCode | undefined {
  const state = STATES[code.slice(0, 2)]
  if (!/^\d{12}$/.test(code) || state === undefined || code.slice(3, 5) === '00') return undefined
  return { state, county: code.slice(0, 5), isWholeCounty: code.endsWith('0000000') }
}
