/** Where the codes of a record come from. */
export const SNOMED = 'http://snomed.info/sct'
export const SNOMED_VERSION = 'http://snomed.info/sct/900000000000207008/version/20210131'
export const ATC = 'http://fhir.de/CodeSystem/dimdi/atc'
/** Where the German list stands since it moved, and the list of the World Health Organization. */
export const ATC_ELSEWHERE: readonly string[] = ['http://fhir.de/CodeSystem/bfarm/atc', 'http://www.whocc.no/atc']
export const ATC_VERSION = '2022'
export const PZN = 'http://fhir.de/CodeSystem/ifa/pzn'
export const IDENTIFIER_TYPES = 'http://terminology.hl7.org/CodeSystem/v2-0203'
export const ACT_SITES = 'http://terminology.hl7.org/CodeSystem/v3-ActSite'
export const ROUTES = 'http://terminology.hl7.org/CodeSystem/v3-RouteOfAdministration'
export const PERFORMER_FUNCTIONS = 'http://terminology.hl7.org/CodeSystem/v2-0443'

/** Extensions of FHIR itself and of the German base profiles. */
export const ABSENT_REASON = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason'
export const OWN_NAME = 'http://hl7.org/fhir/StructureDefinition/humanname-own-name'
export const OWN_PREFIX = 'http://hl7.org/fhir/StructureDefinition/humanname-own-prefix'
export const NAME_QUALIFIER = 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier'
export const PRECINCT = 'http://hl7.org/fhir/StructureDefinition/iso21090-ADXP-precinct'
export const OFFICIAL_GENDER = 'http://fhir.de/StructureDefinition/gender-amtlich-de'
export const OFFICIAL_GENDERS = 'http://fhir.de/CodeSystem/gender-amtlich-de'
export const GERMAN_TERM = 'https://fhir.kbv.de/StructureDefinition/KBV_EX_Base_Terminology_German'

/** Of the German vaccination record. */
export const ENTRY_TYPE = 'https://fhir.kbv.de/StructureDefinition/KBV_EX_MIO_Vaccination_Entry_Type'
export const ENTRY_TYPES = 'https://fhir.kbv.de/CodeSystem/KBV_CS_MIO_Vaccination_Technical_Entry_Type'
export const ATTESTER = 'https://fhir.kbv.de/StructureDefinition/KBV_EX_MIO_Vaccination_Attester'
export const ATTESTATION_MODES = 'http://hl7.org/fhir/composition-attestation-mode'
export const ENTERER = 'https://fhir.kbv.de/StructureDefinition/KBV_EX_MIO_Vaccination_Enterer'
export const PARTICIPATION_TYPES = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType'
export const FOLLOW_UP = 'https://fhir.kbv.de/StructureDefinition/KBV_EX_MIO_Vaccination_Follow_Up'

export const MIO_VERSION = '1.1.0'

export const mioProfile = (name: string): string => `https://fhir.kbv.de/StructureDefinition/KBV_PR_MIO_Vaccination_${name}|${MIO_VERSION}`

/** What § 22 Abs. 3 IfSG wants pointed out, fixed by the profile to the letter and with its slips of typing. */
export const LEGAL_HINT = "Bei einer ungewöhnlichen Impfreaktion sollte die impfende ärztliche Person benachrichtigt werden. Die ärztlich tätige Person hat, wenn der Verdacht einer gesundheitlichen Schädigung besteht, die über das übliche Ausmaß einer Impfreaktion hinaus geht verpflichtet, den Verdacht dem zuständigen Gesundheitsamt namentlich zu melden (§ 6 Absatz 1 Nr 3 des lnfektionsschutzgesetzes • lfSG) Im Falle eines Impfschadens besteht unter den Voraussetzungen des § 60 Absatz 1 lfSG ein Anspruch auf Entschädigung in entsprechender Anwendung der Vorschriften des Bundesversorgungsgesetzes. Der Antrag ist bei der für die Durchführung des Bundesversorgungsgesetzes zuständigen Behörde (§ 64 Absatz 1 lfSG, i.d.R. 'Versorgungsamt') zu stellen. Weitere Auskünfte erteilt das zuständige Gesundheitsamt."

/** Why a value is not there. */
export const absent = { extension: [{ url: ABSENT_REASON, valueCode: 'unknown' }] } as const
