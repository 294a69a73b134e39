const DAY = 86_400_000

/** True for a number format that shows a date (not only a time of day or a length of time). */
export function isDateFormat(format: string | null): boolean {
  if (format === null) return false
  const bare = bareFormat(format)
  return /[dy]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare))
}

/** The first section of a format without quoted words, escapes, colours and locale marks. */
const bareFormat = (format: string): string =>
  (format.split(';')[0] ?? '')
    .replaceAll(/"[^"]*"/g, '')
    .replaceAll(/\\.|_.|\*./g, '')
    .replaceAll(/\[[^\]]*\]/g, '')
    .replaceAll(/general|am\/pm|a\/p/gi, '')

/**
 * The ISO day of an Excel date serial, or null where it is none. Excel believes that 1900 was a leap year, so serials
 * up to 60 count from a day later; workbooks of old Macs count from 1904.
 */
export function serialToDay(serial: number, date1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return null
  const whole = Math.floor(serial)
  const start = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30)
  return new Date(start + whole * DAY).toISOString().slice(0, 10)
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] // prettier-ignore
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** An ISO day as its format shows it; formats that put the month first are shown in UK order, so that they stay readable. */
export function showDay(day: string, format: string | null): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const uk = `${date}/${month}/${year}`
  if (format === null) return uk
  const section = (format.split(';')[0] ?? '').replaceAll(/\[[^\]]*\]/g, '')
  const bare = bareFormat(format)
  if (/[hs]/i.test(bare) || !/y/i.test(bare) || monthFirst(bare)) return uk
  const at = new Date(`${day}T00:00:00Z`)
  const name = MONTHS[at.getUTCMonth()] ?? ''
  const weekday = DAYS[at.getUTCDay()] ?? ''
  return section
    .replaceAll(/"([^"]*)"|\\(.)|_.|\*.|y+|m+|d+|@/gi, (token: string, quoted?: string, escaped?: string) => {
      if (quoted !== undefined) return quoted
      if (escaped !== undefined) return escaped
      const letter = token[0]?.toLowerCase()
      if (letter === 'y') return token.length > 2 ? year : year.slice(2)
      if (letter === 'm')
        return [String(Number(month)), month, name.slice(0, 3), name][token.length - 1] ?? name.slice(0, 1)
      if (letter === 'd')
        return [String(Number(date)), date, weekday.slice(0, 3)][token.length - 1] ?? weekday
      return ''
    })
    .trim()
}

/** "mm/dd/yyyy": a month in digits before the day. */
const monthFirst = (bare: string): boolean => {
  const m = /m+/i.exec(bare)
  const d = /d+/i.exec(bare)
  return m !== null && d !== null && m.index < d.index && m[0].length <= 2 && !/^\W*y/i.test(bare)
}

/** A number as its format shows it: percent, thousands, decimals, leading zeros, currency. */
export function showNumber(value: number, format: string | null): string {
  if (format === null || format === '@') return general(value)
  const section = pickSection(value, format)
  const bare = section.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
  if (!/[0#]/.test(bare) || /[?/]|e\+/i.test(bare)) return general(value)
  const percent = bare.includes('%')
  const decimals = /\.([0#]+)/.exec(bare)?.[1] ?? ''
  const least = decimals.replaceAll('#', '').length
  const size = Math.abs(percent ? value * 100 : value)
  let digits = size.toFixed(Math.min(decimals.length, 20))
  while (digits.includes('.') && digits.endsWith('0') && (digits.split('.')[1]?.length ?? 0) > least)
    digits = digits.slice(0, -1)
  if (digits.endsWith('.')) digits = digits.slice(0, -1)
  const zeros = /^[^.]*/.exec(bare)?.[0].replaceAll(/[^0]/g, '').length ?? 0
  const [whole = '0', rest] = digits.split('.')
  const padded = whole.padStart(zeros, '0')
  const grouped = /[0#],[0#]/.test(bare) ? padded.replaceAll(/\B(?=(\d{3})+$)/g, ',') : padded
  const shown = (rest === undefined ? grouped : `${grouped}.${rest}`) + (percent ? '%' : '')
  return `${value < 0 && Number(digits) !== 0 ? '-' : ''}${currency(section)}${shown}`
}

function pickSection(value: number, format: string): string {
  const sections = format.split(';')
  if (value === 0 && sections.length > 2) return sections[2] ?? format
  if (value < 0 && sections.length > 1) return sections[1] ?? format
  return sections[0] ?? format
}

const currency = (section: string): string =>
  /\[\$([^\]-]+)/.exec(section)?.[1] ?? /[£$€]/.exec(section)?.[0] ?? ''

/** Excel's General: at most fifteen digits, so that 0.1+0.2 reads 0.3. */
const general = (value: number): string => String(Number(value.toPrecision(15)))
