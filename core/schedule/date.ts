/**
 * A date as Java's formatter `uuuu-MM-dd` reads it in its strict style: days since 1970.
 * @returns a text where it is none: the message of Java's DateTimeParseException
 */
export function parseDate(text: string): number | string {
  const problem = (what: string) =>
    `Text '${text.length > 64 ? `${text.slice(0, 64)}...` : text}' could not be parsed${what}`;
  const year = parseYear(text);
  if (typeof year === 'number') {
    return problem(` at index ${year}`);
  }
  let position = year.text.length;
  const numbers: number[] = [];
  for (let part = 0; part < 2; part++) {
    if (text[position] !== '-') {
      return problem(` at index ${position}`);
    }
    const digits = /^\d\d/.exec(text.slice(position + 1));
    if (digits === null) {
      return problem(` at index ${position + 1}`);
    }
    numbers.push(Number(digits[0]));
    position += 3;
  }
  if (position < text.length) {
    return problem(`, unparsed text found at index ${position}`);
  }
  const [month = 0, day = 0] = numbers;
  const refusal = refuse(year.value, month, day);
  return refusal === undefined ? daysSinceEpoch(Number(year.value), month, day) : problem(`: ${refusal}`);
}

/** Four digits, or a sign and more of them (SignStyle.EXCEEDS_PAD). A number is the index of the fault. */
function parseYear(text: string): { text: string; value: bigint } | number {
  const match = /^([+-]?)(\d{0,19})/.exec(text);
  const sign = match?.[1] ?? '';
  const digits = match?.[2] ?? '';
  if (digits.length < 4) {
    return sign.length;
  }
  const value = BigInt(digits);
  if (sign === '-') {
    return value === 0n ? 0 : { text: sign + digits, value: -value };
  }
  if (sign === '+' ? digits.length === 4 : digits.length > 4) {
    return 0;
  }
  return { text: sign + digits, value };
}

const monthNames = [
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
];

function refuse(year: bigint, month: number, day: number): string | undefined {
  if (year < -999_999_999n || year > 999_999_999n) {
    return `Invalid value for Year (valid values -999999999 - 999999999): ${year}`;
  }
  if (month < 1 || month > 12) {
    return `Invalid value for MonthOfYear (valid values 1 - 12): ${month}`;
  }
  if (day < 1 || day > 31) {
    return `Invalid value for DayOfMonth (valid values 1 - 28/31): ${day}`;
  }
  const leap = year % 4n === 0n && (year % 100n !== 0n || year % 400n === 0n);
  if (month === 2 && day === 29 && !leap) {
    return `Invalid date 'February 29' as '${year}' is not a leap year`;
  }
  const longest = month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day > longest ? `Invalid date '${monthNames[month - 1]} ${day}'` : undefined;
}

/** Of the proleptic Gregorian calendar, for any year: by whole cycles of 400 years around a year that Date knows. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const cycles = Math.floor((year - 2000) / 400);
  return Date.UTC(year - cycles * 400, month - 1, day) / 86_400_000 + cycles * 146_097;
}
