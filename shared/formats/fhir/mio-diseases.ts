interface Listed {
  /** As SNOMED CT calls it. */
  readonly display: string
  /** As people do. */
  readonly name: string
}

/** The diseases that the German vaccination record knows (value set TargetDisease), by their code in SNOMED CT. */
export const MIO_DISEASES: ReadonlyMap<string, Listed> = new Map([
  ['840539006', { display: 'Disease caused by Severe acute respiratory syndrome coronavirus 2 (disorder)', name: 'COVID-19' }],
  ['67924001', { display: 'Smallpox (disorder)', name: 'Pocken' }],
  ['240532009', { display: 'Human papillomavirus infection (disorder)', name: 'HPV' }],
  ['16541001', { display: 'Yellow fever (disorder)', name: 'Gelbfieber' }],
  ['4740000', { display: 'Herpes zoster (disorder)', name: 'Herpes zoster' }],
  ['38907003', { display: 'Varicella (disorder)', name: 'Varizellen' }],
  ['36653000', { display: 'Rubella (disorder)', name: 'Röteln' }],
  ['18624000', { display: 'Disease caused by Rotavirus (disorder)', name: 'Rotaviren' }],
  ['14168008', { display: 'Rabies (disorder)', name: 'Tollwut' }],
  ['398102009', { display: 'Acute poliomyelitis (disorder)', name: 'Poliomyelitis' }],
  ['36989005', { display: 'Mumps (disorder)', name: 'Mumps' }],
  ['14189004', { display: 'Measles (disorder)', name: 'Masern' }],
  ['40468003', { display: 'Viral hepatitis, type A (disorder)', name: 'Hepatitis A' }],
  ['66071002', { display: 'Viral hepatitis type B (disorder)', name: 'Hepatitis B' }],
  ['6142004', { display: 'Influenza (disorder)', name: 'Influenza' }],
  ['52947006', { display: 'Japanese encephalitis virus disease (disorder)', name: 'Japanische Enzephalitis' }],
  ['16901001', { display: 'Central European encephalitis (disorder)', name: 'FSME' }],
  ['4834000', { display: 'Typhoid fever (disorder)', name: 'Typhus' }],
  ['56717001', { display: 'Tuberculosis (disorder)', name: 'Tuberkulose' }],
  ['76902006', { display: 'Tetanus (disorder)', name: 'Tetanus' }],
  ['16814004', { display: 'Pneumococcal infectious disease (disorder)', name: 'Pneumokokken' }],
  ['58750007', { display: 'Plague (disorder)', name: 'Pest' }],
  ['27836007', { display: 'Pertussis (disorder)', name: 'Pertussis' }],
  ['23511006', { display: 'Meningococcal infectious disease (disorder)', name: 'Meningokokken' }],
  ['709410003', { display: 'Haemophilus influenzae type b infection (disorder)', name: 'Haemophilus influenzae b' }],
  ['397430003', { display: 'Diphtheria caused by Corynebacterium diphtheriae (disorder)', name: 'Diphtherie' }],
  ['63650001', { display: 'Cholera (disorder)', name: 'Cholera' }],
  ['75702008', { display: 'Brucellosis (disorder)', name: 'Brucellose' }],
  ['409498004', { display: 'Anthrax (disorder)', name: 'Milzbrand' }],
  ['39111003', { display: 'Louse-borne typhus (disorder)', name: 'Fleckfieber' }],
  ['28944009', { display: 'Cytomegalovirus infection (disorder)', name: 'Zytomegalie' }],
  ['55735004', { display: 'Respiratory syncytial virus infection (disorder)', name: 'RSV' }],
  ['186431008', { display: 'Clostridioides difficile infection (disorder)', name: 'Clostridioides difficile' }],
  ['307333004', { display: 'Rhesus isoimmunization due to anti-D (disorder)', name: 'Rhesus-Unverträglichkeit' }],
  ['64572001', { display: 'Disease (disorder)', name: '' }],
  ['40733004', { display: 'Infectious disease (disorder)', name: '' }],
])

/** For a disease that is not in the list: the German name says which. */
export const OTHER_DISEASE = '40733004'
