/** esbuild writes the style sheets that a script imports beside it. */
declare module '*.css';
