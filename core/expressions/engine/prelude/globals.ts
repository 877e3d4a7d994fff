/**
 * Runs inside the sandbox: the globals that Digdag's engine has besides ECMAScript, as far as an expression may use them. Java's classes are
 * closed, but for String. Self-contained: it is sent there as text.
 * @param global the global object; @param compile the body of the function that a text becomes
 */
export function installGlobals(
  global: { eval(code: string): unknown; __JavaString?: unknown },
  compile: (text: string) => string,
): void {
  const define = (name: string, value: unknown): void => {
    Object.defineProperty(global, name, { value, configurable: true, enumerable: false, writable: true });
  };
  const { __JavaString: JavaString, eval: evaluate } = global;
  delete global.__JavaString;
  const NewFunction = Function;
  const { parse } = JSON;
  const forbidden = (name: string) => () => {
    throw new Error(`Operation is not allowed for: ${name}`);
  };
  /** A Java package, without anything that could be seen. */
  const javaPackage = (members: Record<string, unknown>): object => {
    const found = {};
    for (const name of Object.keys(members)) Object.defineProperty(found, name, { value: members[name] });
    return found;
  };
  const lang = javaPackage({ String: JavaString });
  const java = javaPackage({ lang, util: {}, io: {}, net: {}, time: {} });
  define('Java', {
    type: (name: unknown) => {
      if (name === 'java.lang.String') return JavaString;
      throw new TypeError(`Access to host class ${name} is not allowed or does not exist.`);
    },
    from: (list: unknown) => list,
    to: (list: unknown) => list,
    isJavaObject: () => false,
    isType: () => false,
    isScriptObject: (value: unknown) => Object(value) === value,
  });
  define('java', java);
  define('Packages', javaPackage({ java }));
  for (const name of ['javax', 'javafx', 'com', 'org', 'edu']) define(name, {});
  define('Graal', { language: 'JavaScript' });
  for (const name of ['JavaImporter', 'JSAdapter']) define(name, () => undefined);
  define('print', () => undefined);
  define('load', (source: unknown) => {
    const { script } = Object(source) as { script?: unknown };
    return script === undefined ? forbidden(String(source))() : evaluate(String(script));
  });
  define('loadWithNewGlobal', forbidden('loadWithNewGlobal'));
  define('quit', forbidden('quit'));
  define('exit', forbidden('exit'));
  define('template', (text: unknown, variables: unknown) => {
    const params: unknown = typeof variables === 'string' ? parse(variables) : variables;
    const run: unknown = new NewFunction(compile(String(text)));
    return typeof run === 'function' ? run.call(params) : undefined;
  });
}
