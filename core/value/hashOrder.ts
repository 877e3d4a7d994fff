/** Texts in the order in which a java.util.HashSet of so many buckets goes through them: Digdag lists keys like that in some messages. */
export function inHashOrder(texts: Iterable<string>, buckets: number): string[] {
  const bucketOf = (text: string): number => {
    const hash = hashCode(text);
    return (hash ^ (hash >>> 16)) & (buckets - 1);
  };
  return [...texts].sort((a, b) => bucketOf(a) - bucketOf(b));
}

/** The buckets of a set to which so many texts were added one by one: it doubles when three quarters are exceeded. */
export function bucketsOfAdded(count: number): number {
  let buckets = 16;
  while (count > buckets * 0.75) buckets *= 2;
  return buckets;
}

/** The buckets of a set that was made of a collection of so many texts. */
export function bucketsOfCopied(count: number): number {
  let buckets = 16;
  while (buckets < Math.floor(count / 0.75) + 1) buckets *= 2;
  return buckets;
}

/** String.hashCode */
function hashCode(text: string): number {
  let code = 0;
  for (let index = 0; index < text.length; index++) code = (Math.imul(31, code) + text.charCodeAt(index)) | 0;
  return code;
}
