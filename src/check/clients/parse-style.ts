import type { CssNode } from 'css-tree/parser';
import parse from 'css-tree/parser';
import walk from 'css-tree/walker';
import {
  atRuleFeatures,
  functionFeature,
  isToldPseudo,
  keywordFeature,
  propertyFeature,
  pseudoFeature,
  unitFeature,
} from './css-features.ts';
import { readSelectors } from './read-selectors.ts';
import type { CssUse, Decoration, StyleFacts } from './style-facts.ts';

/** Reads CSS. The only file that loads the parser: import it when needed. */
export function parseStyle(text: string, kind: 'sheet' | 'attribute'): StyleFacts {
  const context = kind === 'sheet' ? 'stylesheet' : 'declarationList';
  const uses: CssUse[] = [];
  const nested: string[] = [];
  const decorations: Decoration[] = [];
  const around: CssNode[] = [];
  walk(parse(text, { context }), {
    enter(node) {
      const within = around.flatMap(conditionsOf);
      if (node.type === 'Atrule' && around.some(({ type }) => type === 'Atrule')) {
        nested.push(`@${nameOf(node)}`);
      }
      const own = markupUse(node, around);
      // What a selector asks for is not needed to come to the selector.
      const outside = around.slice(0, -1).flatMap(conditionsOf);
      if (own !== null) uses.push({ ...own, within: own.isSelector ? outside : within });
      if (node.type === 'Declaration' && !around.some(isDescriptor)) {
        const rule = around.findLast(({ type }) => type === 'Rule');
        usesOf(node, siblingsOf(around, rule)).forEach((use) => uses.push({ ...use, within }));
        decorations.push(...decorationsOf(node, rule, around));
      }
      // Of a list of declarations, to find what stands beside one.
      if (/^(?:Rule|Atrule|DeclarationList)$/.test(node.type)) around.push(node);
    },
    leave(node) {
      if (around.at(-1) === node) around.pop();
    },
  });
  return { uses, nested, decorations };
}

// --- internal ---

type Use = Omit<CssUse, 'within'>;

/** The use that a node is which is no declaration: an import, a nested rule, a pseudo-class. */
function markupUse(
  node: CssNode,
  around: readonly CssNode[],
): (Use & { readonly isSelector: boolean }) | null {
  if (node.type === 'Atrule' && nameOf(node) === 'import') {
    const patterns = [/@import\b/g];
    return { feature: 'css-at-import', shown: '@import', patterns, isSelector: false };
  }
  // The parser keeps what it does not take for a rule as it is.
  const isRaw = node.type === 'Raw' && typeof node.value === 'string' && node.value.includes('{');
  if ((node.type === 'Rule' || isRaw) && around.some(({ type }) => type === 'Rule')) {
    return { feature: 'css-nesting', shown: 'nested rules', patterns: [], isSelector: false };
  }
  if (!/^Pseudo(?:Class|Element)Selector$/.test(node.type)) return null;
  const isElement = node.type === 'PseudoElementSelector';
  const feature = pseudoFeature(nameOf(node), isElement);
  if (!isToldPseudo(feature)) return null;
  const shown = `${isElement ? '::' : ':'}${nameOf(node)}`;
  return { feature, shown, patterns: [literal(shown)], isSelector: true };
}

function usesOf(declaration: CssNode, siblings: readonly CssNode[]): readonly Use[] {
  const property = (declaration.property ?? '').toLowerCase();
  const value = declaration.value;
  if (value === undefined || typeof value === 'string') return [];
  const uses: Use[] = [];
  const add = (feature: string | null, keyword: string, shown: string) => {
    if (feature === null || uses.some((use) => use.feature === feature)) return;
    uses.push({ feature, shown, patterns: patternsOf(property, keyword) });
  };
  const words = [...(value.children ?? [])].map((node) => {
    return (nameOf(node) || node.type).toLowerCase();
  });
  const ofProperty = propertyFeature(property, words.join(' '));
  const shownValue = words.length === 1 ? words[0] : '';
  add(ofProperty, '', shownValue ? `${property}: ${shownValue}` : `the property ${property}`);
  walk(value, {
    enter(node) {
      const name = nameOf(node).toLowerCase();
      if (node.type === 'Identifier') {
        add(keywordFeature(property, name), name, `${property}: ${name}`);
      }
      if (node.type === 'Function') add(functionFeature(name), `${name}(`, `${name}()`);
      if (node.type === 'Dimension') {
        const unit = node.unit ?? '';
        add(unitFeature(unit), unit, `the unit ${unit}`);
      }
      if (node.type === 'Url' && property === 'background') {
        add('css-background-image', 'url(', 'an image in background');
      }
    },
  });
  // A colour behind what is not shown is all that it takes.
  const hasColour = siblings.some(hasBackgroundColour);
  return hasColour ? uses.filter(({ feature }) => !isBackgroundPicture(feature)) : uses;
}

function isBackgroundPicture(feature: string): boolean {
  return /^css-(?:background-image|(?:linear|radial|conic)-gradient)$/.test(feature);
}

function hasBackgroundColour(node: CssNode): boolean {
  if (node.property === 'background-color') return true;
  if (node.property !== 'background' || typeof node.value !== 'object') return false;
  const parts = [...(node.value.children ?? [])];
  return parts.length === 1 && parts.every(({ type }) => type === 'Hash' || type === 'Identifier');
}

/** The declarations that stand in the same block. */
function siblingsOf(around: readonly CssNode[], rule: CssNode | undefined): readonly CssNode[] {
  const list = rule?.block ?? around.findLast(({ type }) => type === 'DeclarationList');
  return [...(list?.children ?? [])].filter(({ type }) => type === 'Declaration');
}

/** A descriptor is no declaration: it says of a font or an animation what it is. */
function isDescriptor(node: CssNode): boolean {
  return node.type === 'Atrule' && /^(?:font-face|(?:-\w+-)?keyframes|page)$/.test(nameOf(node));
}

function decorationsOf(
  declaration: CssNode,
  rule: CssNode | undefined,
  around: readonly CssNode[],
): readonly Decoration[] {
  if (!/^text-decoration(?:-line)?$/.test(declaration.property ?? '')) return [];
  // What a screen or a hand changes is not how the link looks at first.
  if (around.some(({ type }) => type === 'Atrule')) return [];
  const { value } = declaration;
  const words = typeof value === 'object' ? [...(value.children ?? [])].map(nameOf) : [];
  const shared = {
    isUnderlined: !words.includes('none'),
    isImportant: declaration.important !== false,
  };
  if (rule === undefined) return [{ ...shared, selector: null }];
  return readSelectors(rule).map((selector) => ({ ...shared, selector }));
}

/** What a mail program must know to come to what stands in a rule or an at-rule. */
function conditionsOf(node: CssNode): readonly string[] {
  if (node.type === 'Atrule') {
    const words: string[] = [];
    if (node.prelude) walk(node.prelude, { enter: (one) => words.push(wordsOf(one)) });
    return atRuleFeatures(nameOf(node), words.join(' '));
  }
  const selectors = [...(node.prelude?.children ?? [])].map((selector) => {
    const needed: string[] = [];
    walk(selector, { enter: (one) => needed.push(...selectorFeatures(one)) });
    return needed;
  });
  // A rule for several is passed over where none of them is known.
  const [first = [], ...others] = selectors;
  return first.filter((feature) => others.every((one) => one.includes(feature)));
}

function selectorFeatures(node: CssNode): readonly string[] {
  if (node.type === 'PseudoClassSelector') return [pseudoFeature(nameOf(node), false)];
  if (node.type === 'PseudoElementSelector') return [pseudoFeature(nameOf(node), true)];
  if (node.type !== 'AttributeSelector') return [];
  // What Outlook.com marks in its dark mode.
  return /^data-ogs[cb]$/.test(nameOf(node)) ? ['only-outlook-web'] : ['css-selector-attribute'];
}

function wordsOf(node: CssNode): string {
  return `${nameOf(node)} ${typeof node.value === 'string' ? node.value : ''}`;
}

/** Of an identifier, function, property or selector; of an attribute's, the attribute. */
function nameOf(node: CssNode): string {
  return typeof node.name === 'object' ? nameOf(node.name) : (node.name ?? '');
}

/** As a declaration, as an attribute of MJML that becomes one, anywhere. */
function patternsOf(property: string, keyword: string): readonly RegExp[] {
  const [name, word] = [escape(property), escape(keyword)];
  const declared = new RegExp(`(?<![\\w-])${name}\\s*:[^;"'{}]*?${word}`, 'gi');
  const attribute = new RegExp(
    `(?<![\\w-])${property === 'background-image' || property === 'background' ? 'background-url' : name}\\s*=\\s*"[^"]*?${word === 'url\\(' ? '' : word}`,
    'gi',
  );
  return keyword === ''
    ? [declared, attribute]
    : [declared, attribute, new RegExp(`(?<![a-z-])${word}(?![a-z-])`, 'gi')];
}

function literal(text: string): RegExp {
  return new RegExp(`${escape(text)}(?![\\w-])`, 'g');
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
