/** The Java exception that a text meets when it does not fit its tag. Given back, never thrown. */
export class JavaError {
  constructor(
    readonly java: string,
    readonly message: string,
  ) {}
}
