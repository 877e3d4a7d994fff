/** Digdag's message without the Java types in it: `Expected [reference type, …Optional<java.lang.String>…]` is `Expected string`. */
export function withoutJavaTypes(message: string): string {
  return message.replace(
    /\[reference type, class com\.google\.common\.base\.Optional<([\w.]+)><\[simple type, class [\w.]+\]>\]/g,
    (_, javaClass: string) => words[javaClass] ?? javaClass.slice(javaClass.lastIndexOf('.') + 1),
  );
}

const words: Readonly<Record<string, string>> = {
  int: 'integer',
  'io.digdag.client.config.Config': 'map',
  'io.digdag.util.DurationParam': 'duration',
  'java.lang.String': 'string',
};
