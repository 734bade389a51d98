import type { CssNode } from 'css-tree/parser';
import type { PageElement } from '../page/page.ts';
import { ancestry } from '../page/page.ts';
import type { Compound, Selector } from './style-facts.ts';

/** The selectors of a rule that name elements and classes only; others match nothing here. */
export function readSelectors(rule: CssNode): readonly Selector[] {
  return [...(rule.prelude?.children ?? [])]
    .map((selector) => readSelector([...(selector.children ?? [])]))
    .filter((selector) => selector !== null);
}

/** True when an element is what a selector names. */
export function matches(element: PageElement, [inner, ...outer]: Selector): boolean {
  if (inner === undefined || !fits(element, inner)) return false;
  const [next] = outer;
  if (next === undefined) return true;
  const around = element.parent === null ? [] : ancestry(element.parent);
  const candidates = next.stands === 'parent' ? around.slice(0, 1) : around;
  return candidates.some((candidate) => matches(candidate, outer));
}

/** How much a selector counts against others: classes before names of elements. */
export function specificity(selector: Selector): number {
  return selector.reduce((sum, { name, classes }) => {
    return sum + classes.length * 100 + (name === null ? 0 : 1);
  }, 0);
}

// --- internal ---

function fits(element: PageElement, { name, classes }: Compound): boolean {
  if (name !== null && element.name !== name) return false;
  const own = (element.attributes['class'] ?? '').split(/\s+/);
  return classes.every((one) => own.includes(one));
}

/** Null for one with more than names, classes, `>` and spaces. */
function readSelector(nodes: readonly CssNode[]): Selector | null {
  const compounds: { name: string | null; classes: string[]; stands: Compound['stands'] }[] = [];
  let current = { name: null as string | null, classes: [] as string[] };
  for (const node of nodes) {
    const name = typeof node.name === 'string' ? node.name : '';
    if (node.type === 'TypeSelector') current.name = name === '*' ? null : name.toLowerCase();
    else if (node.type === 'ClassSelector') current.classes.push(name);
    else if (node.type === 'PseudoClassSelector' && name === 'link') continue;
    else if (node.type === 'Combinator' && (name === ' ' || name === '>')) {
      compounds.push({ ...current, stands: name === '>' ? 'parent' : 'around' });
      current = { name: null, classes: [] };
    } else return null;
  }
  return [{ ...current, stands: null }, ...compounds.reverse()];
}
