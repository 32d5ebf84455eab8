import { oc } from '@orpc/contract'
import { Diagnosis } from '../formats/diagnosis.ts'

/** A file about this desk for the administrator, made when it is asked for and kept nowhere. */
export const diagnosisContract = { get: oc.output(Diagnosis) }
