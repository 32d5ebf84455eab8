import type { Disease } from './disease.ts'

/** What is vaccinated against in Germany, with the codes by which vaccination records name it; offered where one is chosen, others can be entered. */
export const KNOWN_DISEASES: readonly Disease[] = [
  { code: '840539006', name: 'COVID-19' },
  { code: '63650001', name: 'Cholera' },
  { code: '397430003', name: 'Diphtherie' },
  { code: '16901001', name: 'FSME' },
  { code: '16541001', name: 'Gelbfieber' },
  { code: '709410003', name: 'Haemophilus influenzae b' },
  { code: '40468003', name: 'Hepatitis A' },
  { code: '66071002', name: 'Hepatitis B' },
  { code: '4740000', name: 'Herpes zoster' },
  { code: '240532009', name: 'HPV' },
  { code: '6142004', name: 'Influenza' },
  { code: '52947006', name: 'Japanische Enzephalitis' },
  { code: '14189004', name: 'Masern' },
  { code: '23511006', name: 'Meningokokken' },
  { code: '36989005', name: 'Mumps' },
  { code: '27836007', name: 'Pertussis' },
  { code: '16814004', name: 'Pneumokokken' },
  { code: '398102009', name: 'Poliomyelitis' },
  { code: '36653000', name: 'Röteln' },
  { code: '18624000', name: 'Rotaviren' },
  { code: '55735004', name: 'RSV' },
  { code: '76902006', name: 'Tetanus' },
  { code: '14168008', name: 'Tollwut' },
  { code: '4834000', name: 'Typhus' },
  { code: '38907003', name: 'Varizellen' },
]

/** These and all that are in use, each once, by name; a name that is in use stands for its code. */
export function diseasesToChoose(inUse: readonly Disease[]): readonly Disease[] {
  const all = new Map([...KNOWN_DISEASES, ...inUse].map(disease => [disease.code, disease]))
  return [...all.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'de'))
}
