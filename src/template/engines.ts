/**
 * What compiles a theme, by version: another version may give other bytes. The last is Galley's
 * own compiler, to be raised with every change to what it makes of the same templates.
 */
export const ENGINES = { mjml: '5.4.1', handlebars: '4.7.10', compiler: 1 } as const;
