import { trimJava } from '../../value/javaText.ts';

/** What a text says of a date. Fields as people count them: months from 1. */
export interface DateText {
  /** Year, month, day, hour, minute, second, millisecond; a day may lie behind the end of its month. */
  readonly fields: readonly number[];
  /** Minutes east of UTC; undefined where the text names no zone and local time is meant. */
  readonly offset: number | undefined;
}

/**
 * Reads a text as `new Date(text)` of GraalJS 19.3 does: as ECMAScript 5 writes dates, where UTC is meant unless a zone is named; else as people
 * write them (`Jan 30, 2016 10:00 PM`, `1/30/2016`), where local time is meant. The second takes over where the first gives up, as long as no time
 * has been read. (DateParser of GraalJS; compared with it over some thousand texts.)
 * @returns undefined where the text is no date
 */
export function readDateText(text: string): DateText | undefined {
  return new DateReader(trimJava(text)).read();
}

const [year, month, day, hour, minute, second, millisecond, zone] = [0, 1, 2, 3, 4, 5, 6, 7];

type Token =
  | { readonly kind: 'number'; readonly value: number; readonly length: number }
  | { readonly kind: 'name'; readonly name: Name | undefined }
  | { readonly kind: 'sign'; readonly value: 1 | -1 }
  | { readonly kind: 'separator' | 'parenthesis' | 'unknown' | 'end' };

interface Name {
  readonly text: string;
  readonly kind: 'day' | 'month' | 'half' | 'zone' | 'time';
  /** The month, 12 for PM, the minutes of a zone. */
  readonly value: number;
}

const named = (kind: Name['kind'], texts: string, valueAt: (index: number) => number): Name[] =>
  texts.split(' ').map((text, index) => ({ text, kind, value: valueAt(index) }));

const zoneHours = [0, 0, 0, 0, -5, -4, -6, -5, -7, -6, -8, -7];

const names: readonly Name[] = [
  ...named('day', 'monday tuesday wednesday thursday friday saturday sunday', () => 0),
  ...named(
    'month',
    'january february march april may june july august september october november december',
    (index) => index + 1,
  ),
  ...named('half', 'am pm', (index) => 12 * index),
  ...named('zone', 'z gmt ut utc est edt cst cdt mst mdt pst pdt', (index) => 60 * (zoneHours[index] ?? 0)),
  ...named('time', 't', () => 0),
];

class DateReader {
  readonly #fields: (number | undefined)[] = [];
  #position = 0;
  #token: Token = { kind: 'unknown' };
  /** The field that is read next. */
  #field = year;
  #hasNamedMonth = false;

  constructor(private readonly text: string) {}

  read(): DateText | undefined {
    this.#token = this.#next();
    if (this.#readEcma()) return this.#completed(true);
    return this.#field <= day && this.#readLegacy() ? this.#completed(false) : undefined;
  }

  #readEcma(): boolean {
    let sign: number | undefined;
    for (; this.#token.kind !== 'end'; this.#token = this.#next()) {
      const token = this.#token;
      if (token.kind === 'number') {
        const isExtended = this.#field === year && sign !== undefined;
        if (isExtended ? token.length !== 6 : !this.#isEcmaField(token.value, token.length)) return false;
        const value =
          this.#field === millisecond ? this.#fraction(token.length) : token.value * (isExtended ? (sign ?? 1) : 1);
        if (!this.#skipEcmaDelimiter()) return false;
        if (this.#field < zone) this.#fields[this.#field++] = value;
      } else if (token.kind === 'name') {
        if (token.name?.kind === 'time') {
          if (this.#field === year || this.#field > hour) return false;
          this.#field = hour;
        } else if (token.name?.text !== 'z' || !this.#setZone(0, false)) return false;
      } else if (token.kind === 'sign') {
        if (this.#peek() === '') return false;
        if (this.#field === year) sign = token.value;
        else if (this.#field < second || !this.#setZone(this.#zoneOffset(token.value), true)) return false;
      } else return false;
    }
    return !(this.#fields[hour] === 24 && (this.#fields[minute] || this.#fields[second] || this.#fields[millisecond]));
  }

  #isEcmaField(value: number, length: number): boolean {
    if (this.#field === year) return length === 4;
    if (this.#field === month) return length === 2 && isMonth(value);
    if (this.#field === day) return length === 2 && isDay(value);
    if (this.#field === hour) return length === 2 && value <= 24;
    if (this.#field === minute || this.#field === second) return length === 2 && value <= 59;
    return this.#field === millisecond;
  }

  /** The first three digits of a fraction of a second; the others are skipped. @param read how many are read already */
  #fraction(read: number): number {
    const start = this.#position - read;
    while (isDigit(this.#peek())) this.#position++;
    return Number(`${this.text.slice(start, this.#position)}00`.slice(0, 3));
  }

  #skipEcmaDelimiter(): boolean {
    const next = this.#peek();
    if (this.#field === year || this.#field === month) {
      const goesOn = this.#position + 1 < this.text.length;
      return (goesOn && this.#skip('-')) || next === 'T' || next === '';
    }
    if (this.#field === day) return next === 'T' || next === '';
    const isEnd = next === '' || 'Z-+ '.includes(next);
    if (this.#field === hour || this.#field === minute) return this.#skip(':') || isEnd;
    return this.#field === second ? this.#skip('.') || isEnd : true;
  }

  #readLegacy(): boolean {
    for (; this.#token.kind !== 'end'; this.#token = this.#next())
      if (!this.#readLegacyToken(this.#token)) return false;
    return true;
  }

  #readLegacyToken(token: Token): boolean {
    switch (token.kind) {
      case 'number':
        if (this.#skip(':')) return this.#readTime(token.value);
        if (!this.#setFirst([year, month, day], token.value)) return false;
        this.#skip('-');
        return true;
      case 'name':
        if (!token.name || !this.#readName(token.name)) return false;
        if (token.name.kind !== 'zone') this.#skip('-');
        return true;
      case 'sign':
        return this.#peek() !== '' && this.#setZone(this.#zoneOffset(token.value), true);
      case 'parenthesis':
        return this.#skipParentheses();
      default:
        return token.kind === 'separator';
    }
  }

  #readTime(first: number): boolean {
    if (!this.#setTimeField(first)) return false;
    do {
      const token = this.#next();
      if (token.kind !== 'number' || !this.#setTimeField(token.value)) return false;
    } while (this.#skip(this.#fields[second] === undefined ? ':' : '.'));
    return true;
  }

  #setTimeField(value: number): boolean {
    const field = [hour, minute, second, millisecond].find((one) => this.#fields[one] === undefined);
    if (field === undefined || (field === hour && value > 24)) return false;
    if ((field === minute || field === second) && value > 59) return false;
    this.#fields[field] = value;
    return true;
  }

  #setFirst(fields: readonly number[], value: number): boolean {
    const field = fields.find((one) => this.#fields[one] === undefined);
    if (field === undefined) return false;
    this.#fields[field] = value;
    return true;
  }

  #readName({ kind, value }: Name): boolean {
    switch (kind) {
      case 'day':
        return true;
      case 'month':
        this.#hasNamedMonth = true;
        return this.#setFirst([month], value);
      case 'zone':
        return this.#setZone(value, false);
      case 'time':
        return false;
      case 'half': {
        const at = this.#fields[hour];
        if (at === undefined) return false;
        if (value === 0 && at === 12) this.#fields[hour] = 0;
        if (value === 12 && at < 12) this.#fields[hour] = at + 12;
        return true;
      }
    }
  }

  #setZone(offset: number, isNumber: boolean): boolean {
    if (this.#fields[zone] !== undefined && !(isNumber && this.#fields[zone] === 0)) return false;
    this.#fields[zone] = offset;
    return true;
  }

  #zoneOffset(sign: number): number {
    const hours = this.#number(2);
    this.#skip(':');
    return sign * (hours * 60 + this.#number(2));
  }

  #completed(isEcma: boolean): DateText | undefined {
    const fields = this.#fields;
    if (fields[year] === undefined && fields[hour] === undefined) return undefined;
    if (fields[hour] !== undefined && fields[minute] === undefined) return undefined;
    const offset = fields[zone] ?? (isEcma ? 0 : undefined);
    const [first = 0, then = 1, last = 1, ...time] = [0, 1, 2, 3, 4, 5, 6].map((field) => fields[field]);
    const clock = [0, 1, 2, 3].map((at) => time[at] ?? 0);
    if (isEcma) return { fields: [first, then, last, ...clock], offset };
    // month, day, year; with the name of a month: day, year
    const isYearLast = isDay(first);
    const inOrder = isYearLast
      ? this.#hasNamedMonth
        ? [last, then, first]
        : [last, first, then]
      : [first, then, last];
    const [years = 0, months = 1, days = 1] = inOrder;
    if (!isMonth(months) || !isDay(days)) return undefined;
    const century = years < 50 ? 2000 : years < 100 ? 1900 : 0;
    return { fields: [years + century, months, days, ...clock], offset };
  }

  #next(): Token {
    const next = this.#peek();
    if (next === '') return { kind: 'end' };
    if (isDigit(next)) {
      const start = this.#position;
      const value = this.#number(6);
      return { kind: 'number', value, length: this.#position - start };
    }
    if (isLetter(next)) return { kind: 'name', name: this.#name() };
    this.#position++;
    if (next === '+' || next === '-') return { kind: 'sign', value: next === '+' ? 1 : -1 };
    if (next === '(') return { kind: 'parenthesis' };
    return { kind: next > '\x80' ? 'unknown' : 'separator' };
  }

  #name(): Name | undefined {
    const start = this.#position;
    while (isLetter(this.#peek())) this.#position++;
    const written = this.text.slice(start, this.#position).toLowerCase();
    return names.find(({ text }) => text.startsWith(written) && text.slice(0, 3) === written.slice(0, 3));
  }

  #number(most: number): number {
    const start = this.#position;
    while (this.#position < start + most && isDigit(this.#peek())) this.#position++;
    return Number(this.text.slice(start, this.#position));
  }

  #skipParentheses(): boolean {
    let depth = 1;
    while (depth > 0) {
      const next = this.#peek();
      if (next === '') return false;
      if (next === '(') depth++;
      if (next === ')') depth--;
      this.#position++;
    }
    return true;
  }

  #skip(delimiter: string): boolean {
    if (this.#peek() !== delimiter) return false;
    this.#position++;
    return true;
  }

  #peek(): string {
    return this.text.charAt(this.#position);
  }
}

function isMonth(value: number): boolean {
  return value >= 1 && value <= 12;
}

function isDay(value: number): boolean {
  return value >= 1 && value <= 31;
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

function isLetter(character: string): boolean {
  return character >= 'A' && character <= 'z';
}
