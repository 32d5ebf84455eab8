/** What a vaccine is against, by the beginning of its ATC code (group J07 of the index by WHO, in Germany by BfArM), for records that name no disease; the longest beginning counts. */
const DISEASES: readonly (readonly [string, readonly string[]])[] = [
  ['J07AC', ['409498004']], ['J07AD', ['75702008']], ['J07AE', ['63650001']], ['J07AE51', ['63650001', '4834000']], ['J07AF', ['397430003']], ['J07AG', ['709410003']], ['J07AG53', ['709410003', '23511006']], ['J07AG54', ['709410003', '23511006']], ['J07AH', ['23511006']],
  ['J07AJ', ['27836007']], ['J07AJ51', ['27836007', '397430003', '76902006']], ['J07AJ52', ['27836007', '397430003', '76902006']],
  ['J07AK', ['58750007']], ['J07AL', ['16814004']], ['J07AL52', ['16814004', '709410003']], ['J07AM', ['76902006']], ['J07AM51', ['397430003', '76902006']], ['J07AN', ['56717001']], ['J07AP', ['4834000']], ['J07AR', ['39111003']],
  ['J07BA01', ['16901001']], ['J07BA02', ['52947006']], ['J07BA03', ['52947006']], ['J07BB', ['6142004']], ['J07BC01', ['66071002']], ['J07BC02', ['40468003']], ['J07BC20', ['40468003', '66071002']],
  ['J07BD', ['14189004']], ['J07BD51', ['14189004', '36989005']], ['J07BD52', ['14189004', '36989005', '36653000']], ['J07BD53', ['14189004', '36653000']], ['J07BD54', ['14189004', '36989005', '36653000', '38907003']],
  ['J07BE', ['36989005']], ['J07BF', ['398102009']], ['J07BG', ['14168008']], ['J07BH', ['18624000']], ['J07BJ', ['36653000']], ['J07BJ51', ['36653000', '36989005']],
  ['J07BK01', ['38907003']], ['J07BK02', ['4740000']], ['J07BK03', ['4740000']], ['J07BL', ['16541001']], ['J07BM', ['240532009']], ['J07BN', ['840539006']], ['J07BX05', ['55735004']],
  ['J07CA01', ['397430003', '398102009', '76902006']], ['J07CA02', ['397430003', '27836007', '398102009', '76902006']],
  ['J07CA03', ['397430003', '36653000', '76902006']], ['J07CA04', ['709410003', '398102009']], ['J07CA05', ['397430003', '66071002', '27836007', '76902006']],
  ['J07CA06', ['397430003', '709410003', '27836007', '398102009', '76902006']], ['J07CA07', ['397430003', '66071002', '76902006']], ['J07CA08', ['709410003', '66071002']],
  ['J07CA09', ['397430003', '709410003', '27836007', '398102009', '76902006', '66071002']], ['J07CA10', ['4834000', '40468003']],
  ['J07CA11', ['397430003', '709410003', '27836007', '76902006', '66071002']], ['J07CA12', ['397430003', '27836007', '398102009', '76902006', '66071002']],
  ['J07CA13', ['397430003', '709410003', '27836007', '76902006', '66071002', '23511006']],
]

/** A combination, by a number from 51 on, that is not in the list is against more than its group says: of it nothing is known. */
const COMBINATION = /^J07[A-Z]{2}[5-9]\d$/

export function diseasesByAtc(code: string): readonly string[] {
  const [longest] = DISEASES.filter(([beginning]) => code.startsWith(beginning)).toSorted(([one], [other]) => other.length - one.length)
  return longest && (longest[0] === code || !COMBINATION.test(code)) ? longest[1] : []
}

/** The live vaccines of that index, and those of which it does not say whether they are. */
const LIVE = ['J07AE02', 'J07AN', 'J07AP01', 'J07BA03', 'J07BB03', 'J07BD', 'J07BE', 'J07BF01', 'J07BF02', 'J07BF04', 'J07BH', 'J07BJ', 'J07BK01', 'J07BK02', 'J07BL', 'J07CA03']
const UNSAID = ['J07AX', 'J07BX01', 'J07BX02', 'J07BX03', 'J07BX04']

/** Whether a vaccine is a live one; null where its code does not tell. */
export function isLiveByAtc(code: string): boolean | null {
  if (LIVE.some(beginning => code.startsWith(beginning))) return true
  return /^J07[A-C][A-Z]\d\d$/.test(code) && !UNSAID.some(beginning => code.startsWith(beginning)) ? false : null
}
