export { paramGet as operator } from './paramServer.ts';
