/** The network setting of Digkit's own, below `digkit.`; package.json declares it, manifest.test.ts holds the two together. */
export const networkSettingKey = 'preview.certificates';
