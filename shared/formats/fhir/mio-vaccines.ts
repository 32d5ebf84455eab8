const containing = (antigen: string): string => `Vaccine product containing ${antigen} antigen (medicinal product)`
const containingOnly = (antigens: string): string => `Vaccine product containing only ${antigens} antigens (medicinal product)`

/** Kinds of vaccine of one SNOMED CT code, with its name there. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['1119305005', 'Vaccine product containing only Severe acute respiratory syndrome coronavirus 2 antigen (medicinal product)'],
  ['1119349007', 'Vaccine product containing only Severe acute respiratory syndrome coronavirus 2 messenger ribonucleic acid (medicinal product)'],
  ['871875004', containingOnly('Bordetella pertussis and Clostridium tetani and Corynebacterium diphtheriae')],
  ['787859002', 'Vaccine product (medicinal product)'],
  ['37146000', 'Typhus vaccine (product)'],
  ['2221000221107', 'Vaccine product containing only live attenuated Human alphaherpesvirus 3 antigen (medicinal product)'],
  ['871891001', containingOnly('acellular Bordetella pertussis and Clostridium tetani and Corynebacterium diphtheriae and Hepatitis B virus and inactivated whole Human poliovirus')],
  ['871804001', containingOnly('Hepatitis A virus and Salmonella enterica subspecies enterica serovar Typhi')],
  ['871895005', containingOnly('Bordetella pertussis and Clostridium tetani and Corynebacterium diphtheriae and Haemophilus influenzae type B and Hepatitis B virus and Human poliovirus')],
  ['871806004', containingOnly('Haemophilus influenzae type B and Hepatitis B virus')],
  ['871887006', containingOnly('Bordetella pertussis and Clostridium tetani and Corynebacterium diphtheriae and Haemophilus influenzae type B and Human poliovirus')],
  ['871878002', containingOnly('Bordetella pertussis and Clostridium tetani and Corynebacterium diphtheriae and Human poliovirus')],
  ['871837004', containingOnly('Clostridium tetani and Corynebacterium diphtheriae and Human poliovirus')],
  ['871908002', containingOnly('Human alphaherpesvirus 3 and Measles morbillivirus and Mumps orthorubulavirus and Rubella virus')],
  ['871831003', containingOnly('Measles morbillivirus and Mumps orthorubulavirus and Rubella virus')],
  ['871803007', containingOnly('Hepatitis A and Hepatitis B virus')],
  ['871826000', containingOnly('Clostridium tetani and Corynebacterium diphtheriae')],
  ['836500008', containingOnly('Haemophilus influenzae type B and Neisseria meningitidis serogroup C')],
  ['871738001', 'Vaccine product containing only live attenuated Mumps orthorubulavirus antigen (medicinal product)'],
  ['836378001', containing('Japanese encephalitis virus')],
  ['836403007', containing('Tick-borne encephalitis virus')],
  ['1031000221108', containing('Human poliovirus')],
  ['836387005', containing('Rotavirus')],
  ['836393002', containing('Rabies lyssavirus')],
  ['836495005', containing('Human alphaherpesvirus 3')],
  ['836389008', containing('Vaccinia virus')],
  ['836379009', containing('Human papillomavirus')],
  ['836385002', containing('Yellow fever virus')],
  ['836388000', containing('Rubella virus')],
  ['836382004', containing('Measles morbillivirus')],
  ['836375003', containing('Hepatitis A virus')],
  ['836374004', containing('Hepatitis B virus')],
  ['836377006', containing('Influenza virus')],
  ['836390004', containing('Salmonella enterica subspecies enterica serovar Typhi')],
  ['836402002', containing('live attenuated Mycobacterium bovis')],
  ['863911006', containing('Clostridium tetani')],
  ['836398006', containing('Streptococcus pneumoniae')],
  ['840549009', containing('Yersinia pestis')],
  ['601000221108', containing('Bordetella pertussis')],
  ['836401009', containing('Neisseria meningitidis')],
  ['836380007', containing('Haemophilus influenzae type B')],
  ['836381006', containing('Corynebacterium diphtheriae')],
  ['836383009', containing('Vibrio cholerae')],
  ['836384003', containing('Bacillus anthracis')],
])

/** For a vaccine that is not in the list of the German vaccination record (value set Vaccine_List). */
export const OTHER_VACCINE = '787859002'

/** The kind of vaccine as that record takes it, with its name. */
export function mioVaccine(code: string): { readonly code: string; readonly display: string } {
  const display = NAMES.get(code)
  return display ? { code, display } : { code: OTHER_VACCINE, display: NAMES.get(OTHER_VACCINE) ?? '' }
}
