import { main } from './main.ts';

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(`digkit: ${error instanceof Error ? error.message : String(error)}`);
    console.error('This is a defect of Digkit: please report it with the workflow that shows it.');
    process.exitCode = 2;
  },
);
