import { codeRoles } from '../text/highlight-line.ts';
import type { CodeRole } from '../text/highlight-line.ts';

/**
 * The TextMate scopes of each role. Where several fit a piece of code the most specific one wins,
 * so `plain` takes back what a broader scope would colour: operators, and code inside a string.
 */
const scopes: Readonly<Record<CodeRole, readonly string[]>> = {
  plain: [
    'keyword.operator',
    'meta.embedded',
    'meta.interpolation',
    'meta.template.expression',
    'source.groovy.embedded',
    'string meta.image.inline.markdown',
  ],
  comment: [
    'comment',
    'punctuation.definition.comment',
    'string.comment',
    'meta.diff.header',
    'markup.quote',
  ],
  keyword: [
    'keyword',
    'storage',
    'keyword.operator.expression',
    'keyword.operator.new',
    'keyword.operator.word',
    'keyword.operator.logical.python',
    'punctuation.definition.template-expression',
    'punctuation.section.embedded',
    'variable.language',
    'markup.bold',
    'markup.italic',
  ],
  string: [
    'string',
    'punctuation.definition.string',
    'constant.character',
    'constant.other.symbol',
    'markup.inline.raw',
    'markup.inserted',
    'punctuation.definition.inserted',
    'markup.underline.link',
  ],
  number: ['constant', 'support.constant', 'keyword.other.unit', 'meta.diff.range'],
  function: ['entity.name.function', 'support.function', 'meta.function-call.generic'],
  type: [
    'entity.name.type',
    'entity.name.class',
    'entity.name.namespace',
    'entity.other.inherited-class',
    'support.type',
    'support.class',
  ],
  variable: [
    'variable.parameter',
    'variable.other.normal.shell',
    'variable.other.constant',
    'punctuation.definition.variable',
    'meta.object-literal.key',
    'meta.property-name',
    'support.type.property-name',
    'entity.name.tag.yaml',
    'entity.other.attribute-name',
    'support.variable.property.js',
  ],
  tag: [
    'entity.name.tag',
    'entity.name.section',
    'markup.heading',
    'markup.deleted',
    'punctuation.definition.deleted',
  ],
};

const roles: readonly CodeRole[] = ['plain', ...codeRoles];

/** A theme for shiki whose colours stand for roles; `roleOf` reads them back. */
export const codeTheme = {
  name: 'galley-roles',
  type: 'light' as const,
  fg: colourOf('plain'),
  bg: '#ffffff',
  settings: roles.map((role) => ({
    scope: [...scopes[role]],
    settings: { foreground: colourOf(role) },
  })),
};

/** The role that a colour of `codeTheme` stands for. */
export function roleOf(colour: string | undefined): CodeRole {
  return roles[Number.parseInt(colour?.slice(1) ?? '0', 16)] ?? 'plain';
}

// --- internal ---

function colourOf(role: CodeRole): string {
  return `#${roles.indexOf(role).toString(16).padStart(6, '0')}`;
}
