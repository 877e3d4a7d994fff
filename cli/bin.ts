import { main } from './main.ts';

// Set where VS Code's own program stands in for Node (client/features/run): what a workflow starts must not take itself for Node.
delete process.env.ELECTRON_RUN_AS_NODE;

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
