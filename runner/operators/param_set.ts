export { paramSet as operator } from './paramServer.ts';
