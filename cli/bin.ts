import { main } from './main.ts';

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `digkit: ${message}\nThis is a defect of Digkit: please report it with the workflow that shows it.\n`,
    );
    process.exitCode = 2;
  },
);
