/** What `java.net.URI` lets stand in each part (RFC 2396 with Java's deviations). `escaped`: `%41` and visible non-ASCII characters too. */
export interface CharacterClass {
  readonly characters: ReadonlySet<string>;
  readonly escaped: boolean;
}

const digits = '0123456789';
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const unreserved = `${digits}${letters}-_.!~*'()`;
const userInfo = `${unreserved};:&=+$,`;
const server = `${userInfo}.:@[]`;

export const alpha = of(letters, false);
export const alphanumeric = of(letters + digits, false);
export const alphanumericOrDash = of(`${letters}${digits}-`, false);
export const digit = of(digits, false);
export const digitOrDot = of(`${digits}.`, false);
export const hex = of(`${digits}abcdefABCDEF`, false);
export const schemeCharacter = of(`${letters}${digits}+-.`, false);
export const scopeId = of(`${letters}${digits}_.`, false);
export const uric = of(`${unreserved};/?:@&=+$,[]`, true);
export const pathCharacter = of(`${unreserved}:@&=+$,;/`, true);
export const userInfoCharacter = of(userInfo, true);
export const registryCharacter = of(`${unreserved}$,;:@&=+`, true);
export const serverCharacter = of(server, true);
export const serverCharacterOrPercent = of(`${server}%`, true);

function of(characters: string, escaped: boolean): CharacterClass {
  return { characters: new Set(characters), escaped };
}

/** Java keeps visible characters beyond ASCII as they are: no control and no space character. */
export function isVisibleBeyondAscii(character: string): boolean {
  return character.charCodeAt(0) > 0x80 && !/[\p{Z}\p{Cc}]/u.test(character);
}
